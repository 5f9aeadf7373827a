// Why does it say that? Marks every part of the page with where it comes from, and opens it in the editor.
//
// The marks come with the query `why`: elements with `data-felles-from` ("path:line:column"), `data-felles-layer`,
// `data-felles-what` and `data-felles-replaced` (places with spaces between them).
import { make, say } from "./dom.js";
import { inWords, legend } from "./layers.js";
import { morphChildren } from "./morph.js";
import { brand, path, siteOf } from "./place.js";
import { renew, wanted } from "./renew.js";
import { opening } from "./state.js";

const MARKED = "[data-felles-from]";

export function whyDrawer(button) {
  const content = make("div", { class: "drawer why" });
  const help = make("p", {}, say("why_help"));
  const card = make("div", { class: "card", "aria-live": "polite" }, help);
  const nothing = make("p", { hidden: true }, say("why_nothing"));
  content.append(legend(), nothing, card);

  let isOn = false;
  let editor = null;
  let marking = null;
  // The part that the card is about.
  let current = null;
  // Who shares what is written at a place, for those that the card has been about since the last build.
  const shared = new Map();
  let asking = null;
  wanted.prepare.push((next) => {
    if (wanted.query === null) return;
    for (const part of next.querySelectorAll(MARKED)) {
      if (isOn && !part.matches("a[href], summary, button")) part.tabIndex = 0;
    }
    next.documentElement.toggleAttribute("data-felles-why", isOn);
  });
  // What was written on one line can be on another by now.
  wanted.after.push(() => {
    shared.clear();
    if (!isOn) return;
    nothing.hidden = document.querySelector(MARKED) !== null;
    if (current !== null) describe(partOf(current));
  });

  // Fetches the marks, once for all who want them at the same time.
  const mark = () => {
    wanted.query = "why";
    marking ??= renew().finally(() => (marking = null));
    return marking;
  };
  const unmark = () => {
    wanted.query = null;
    return renew();
  };
  const opened = async (isOpen) => {
    if (isOpen === isOn) return;
    isOn = isOpen;
    button.setAttribute("aria-pressed", String(isOn));
    await (isOn ? mark() : unmark());
  };

  const describe = (part) => {
    current = part;
    const place = part?.dataset.fellesFrom;
    const content = part === null ? [help.cloneNode(true)] : described(part, editor, shared.get(place));
    morphChildren(card, make("div", {}, ...content));
    clearTimeout(asking);
    // A pointer that only passes asks for nothing.
    if (part !== null && !shared.has(place)) asking = setTimeout(ask, 100, place);
  };
  const ask = async (place) => {
    shared.set(place, null);
    const response = await fetch(`/_felles/impact.json?brand=${brand}&at=${place}&page=${path}`).catch(() => null);
    if (response?.ok) shared.set(place, await response.json());
    if (current?.dataset.fellesFrom === place) describe(current);
  };
  const point = ({ target }) => {
    const part = isOn ? partOf(target) : null;
    if (part !== null) describe(part);
  };
  document.addEventListener("pointerover", point);
  document.addEventListener("focusin", point);
  document.addEventListener("keydown", (event) => {
    const part = isOn && event.key === "Enter" && event.target.matches?.(MARKED) ? event.target : null;
    if (part && !part.matches("a[href], summary, button")) openPlace(part, editor);
  });

  // With Alt held, a click opens the innermost part in the editor. The marks are fetched for it, and go again where nobody has
  // asked to see them: those of an earlier click would lead to the lines of that time.
  document.addEventListener(
    "click",
    async (event) => {
      if (!event.altKey || !document.body.contains(event.target)) return;
      event.preventDefault();
      event.stopPropagation();
      await mark();
      const part = clicked(event);
      if (part !== null) openPlace(part, editor);
      if (!isOn) await unmark();
    },
    true,
  );
  return { button, content, opened, update: (state) => (editor = state.editor) };
}

function partOf(target) {
  return target instanceof Element && target.isConnected ? target.closest(MARKED) : null;
}

// The part that a click meant. The marks that came for it can be new elements within the one that was clicked, so what lies
// under the pointer by now counts; a click by keyboard has no place. Beside a part, the only one around is meant.
function clicked({ target, detail, pageX, pageY }) {
  const at = detail === 0 ? target : document.elementFromPoint(pageX - scrollX, pageY - scrollY);
  const marked = partOf(at);
  if (marked !== null) return marked;
  for (let around = at; around; around = around.parentElement) {
    const [first, ...others] = around.querySelectorAll(MARKED);
    if (first) return others.length === 0 ? first : null;
  }
  return null;
}

function openPlace(part, editor) {
  if (editor !== null) location.assign(opening(editor, part.dataset.fellesFrom));
}

function described(part, editor, shared) {
  const { fellesFrom, fellesLayer, fellesWhat, fellesReplaced } = part.dataset;
  const title = [fellesWhat, inWords(fellesLayer)].filter(Boolean).join(" · ");
  const replaced = (fellesReplaced ?? "").split(" ").filter(Boolean);
  return [
    make("p", { class: "what" }, title),
    make("p", {}, link(fellesFrom, editor)),
    replaced.length > 0 ? make("p", {}, `${say("replaced")} `, ...replaced.flatMap((place) => [link(place, editor), " "])) : "",
    shared ? make("p", { class: "shared" }, ...sharedBy(shared)) : "",
  ];
}

// Who shares it, and who has an own text instead, each as a link to where that is.
function sharedBy({ clinics, sites, own, more }) {
  const several = clinics > 1 ? say("shared_by", { clinics, sites }) : say("shared_by_sites", { sites });
  const counted = sites > 1 ? several : say("on_one_site");
  if (own.length === 0) return [counted];
  const links = own.flatMap(({ clinic, brand, page }, index) => [
    index === 0 ? " " : ", ",
    brand === null ? clinic : make("a", { href: siteOf(brand) + page }, clinic),
  ]);
  return [`${counted}. ${say("own_text_at")}`, ...links, more > 0 ? ` ${say("more_own", { count: more })}` : ""];
}

function link(place, editor) {
  const shown = place.split(":").slice(0, 2).join(":");
  return make("a", editor === null ? {} : { href: opening(editor, place) }, shown);
}
