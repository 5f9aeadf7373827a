// Why does it say that? Marks every part of the page with where it comes from, and opens it in the editor.
//
// The marks come with the query `why`: elements with `data-felles-from` ("path:line:column"), `data-felles-layer`,
// `data-felles-what` and `data-felles-replaced` (places with spaces between them).
import { make, say } from "./dom.js";
import { renew, wanted } from "./renew.js";
import { opening } from "./state.js";

const MARKED = "[data-felles-from]";
const LAYERS = ["group", "profile", "clinic"];

export function whyDrawer(button) {
  const content = make("div", { class: "drawer why" });
  const card = make("div", { class: "card", "aria-live": "polite" }, make("p", {}, say("why_help")));
  const legend = make("ul", { class: "legend" }, ...LAYERS.map((layer) => make("li", { class: layer }, say(`layer_${layer}`))));
  const nothing = make("p", { hidden: true }, say("why_nothing"));
  content.append(legend, nothing, card);

  let isOn = false;
  let editor = null;
  let marking = null;
  wanted.prepare.push((next) => {
    if (wanted.query === null) return;
    for (const part of next.querySelectorAll(MARKED)) {
      if (isOn && !part.matches("a[href], summary, button")) part.tabIndex = 0;
    }
    next.documentElement.toggleAttribute("data-felles-why", isOn);
  });

  // Fetches the marks, once for all who want them at the same time.
  const mark = () => {
    wanted.query = "why";
    marking ??= renew().finally(() => (marking = null));
    return marking;
  };
  const opened = async (isOpen) => {
    if (isOpen === isOn) return;
    isOn = isOpen;
    button.setAttribute("aria-pressed", String(isOn));
    if (!isOn) wanted.query = null;
    await (isOn ? mark() : renew());
    nothing.hidden = document.querySelector(MARKED) !== null;
  };

  const describe = ({ target }) => {
    const part = isOn ? partOf(target) : null;
    if (part) card.replaceChildren(...described(part, editor));
  };
  document.addEventListener("pointerover", describe);
  document.addEventListener("focusin", describe);
  document.addEventListener("keydown", (event) => {
    const part = isOn && event.key === "Enter" && event.target.matches?.(MARKED) ? event.target : null;
    if (part && !part.matches("a[href], summary, button")) openPlace(part, editor);
  });

  // With Alt held, a click opens the innermost part in the editor; a page without marks gets them first.
  document.addEventListener(
    "click",
    async (event) => {
      if (!event.altKey || !document.body.contains(event.target)) return;
      event.preventDefault();
      event.stopPropagation();
      const { target } = event;
      if (!partOf(target)) await mark();
      const part = partOf(target);
      if (part) openPlace(part, editor);
      if (!isOn) wanted.query = null;
    },
    true,
  );
  return { button, content, opened, update: (state) => (editor = state.editor) };
}

function partOf(target) {
  return target instanceof Element && target.isConnected ? target.closest(MARKED) : null;
}

function openPlace(part, editor) {
  if (editor !== null) location.assign(opening(editor, part.dataset.fellesFrom));
}

function described(part, editor) {
  const { fellesFrom, fellesLayer, fellesWhat, fellesReplaced } = part.dataset;
  const layer = LAYERS.includes(fellesLayer) ? say(`layer_${fellesLayer}`) : fellesLayer;
  const title = [fellesWhat, layer].filter(Boolean).join(" · ");
  const replaced = (fellesReplaced ?? "").split(" ").filter(Boolean);
  return [
    make("p", { class: "what" }, title),
    make("p", {}, link(fellesFrom, editor)),
    replaced.length > 0 ? make("p", {}, `${say("replaced")} `, ...replaced.flatMap((place) => [link(place, editor), " "])) : "",
  ];
}

function link(place, editor) {
  const shown = place.split(":").slice(0, 2).join(":");
  return make("a", editor === null ? {} : { href: opening(editor, place) }, shown);
}
