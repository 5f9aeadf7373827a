// Two pages side by side: each of any day, and where one is scrolled to, the other goes too.
import { FIRST, LAST, dayOf, isShown } from "./day.js";
import { say, written } from "./dom.js";
import { listen } from "./events.js";
import { beside, onDay, placeOf } from "./place.js";
import { fetchState, isGone } from "./state.js";

const sides = [...document.querySelectorAll("main > section")].map((section) => {
  const part = (selector) => section.querySelector(selector);
  return { frame: part("iframe"), link: part("h2 a"), day: part(".day"), form: part("form"), input: part("input"), state: part(".state") };
});

// Where a frame is by now; nothing while it is nowhere.
function placeIn({ contentWindow }) {
  try {
    return contentWindow.location.href === "about:blank" ? null : contentWindow.location;
  } catch {
    // A page that the browser wrote itself, say.
    return null;
  }
}

// Says which page a side shows, and of which day; the address of this page follows.
function describe({ frame, link, day, input }) {
  const place = placeIn(frame);
  if (place === null) return;
  const address = place.pathname + place.search;
  link.textContent = address;
  link.href = address;
  frame.title = address;
  const date = dayOf(place.search);
  const shown = date !== null && isShown(date) ? date : null;
  day.textContent = shown !== null ? say("as_on", { date: written(shown) }) : date !== null ? say("no_such_day", { date }) : "";
  input.value = shown ?? "";
  history.replaceState(null, "", beside(...sides.map(({ link }) => link.getAttribute("href"))));
}

// Says where a side's pages are older ones, or have errors.
async function look({ frame, state }) {
  const place = placeIn(frame);
  const known = place && (await fetchState(placeOf(place).brand));
  if (!known) return;
  const [brand] = known.brands;
  let text = "";
  if (isGone(known)) text = say("page_gone");
  else if (brand.errors > 0) {
    text = `${say("errors", { count: brand.errors })}; ${say(brand.older ? "older_shown" : "newest_shown")}`;
  }
  if (state.textContent !== text) state.textContent = text;
}

// The pages in the frames hear of builds from this one.
listen(({ kind }) => {
  if (kind !== "lost") sides.forEach(look);
});

// The page that the reader scrolls; what the other does after it is no wish of hers.
let leader = null;

for (const side of sides) {
  const { frame, form, input } = side;
  input.min = FIRST;
  input.max = LAST;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const place = placeIn(frame);
    if (place !== null) place.assign(onDay(input.value || null, place));
  });
  const follow = () => {
    const { contentWindow } = frame;
    if (placeIn(frame) === null) return;
    describe(side);
    look(side);
    for (const kind of ["pointerenter", "pointermove", "pointerdown", "wheel", "keydown", "touchstart", "focus"]) {
      contentWindow.addEventListener(kind, () => (leader = frame), { capture: true, passive: true });
    }
    contentWindow.addEventListener("scroll", () => {
      leader ??= frame;
      if (leader !== frame) return;
      for (const other of sides) if (other !== side) scrollLike(contentWindow, other.frame.contentWindow);
    }, { passive: true });
  };
  if (frame.contentDocument?.readyState === "complete") follow();
  frame.addEventListener("load", follow);
}

// Both are as far down, measured by how far they can go.
function scrollLike(from, to) {
  const room = ({ document }) => document.documentElement.scrollHeight - document.documentElement.clientHeight;
  const share = room(from) > 0 ? from.scrollY / room(from) : 0;
  to.scrollTo({ top: share * room(to), behavior: "instant" });
}
