// The page as it will be on another day: the days on which it changes by itself, any other day, and two days side by side.
import { FIRST, LAST, isShown } from "./day.js";
import { make, say, written } from "./dom.js";
import { morphChildren } from "./morph.js";
import { beside, date, onDay } from "./place.js";

const MOST = 8;

export function datesDrawer(button) {
  const content = make("form", { class: "drawer dates" });
  const input = make("input", { type: "date", required: true, min: FIRST, max: LAST, value: date !== null && isShown(date) ? date : "" });
  const both = make("button", { type: "button" }, say("side_by_side"));
  const coming = make("ul", {});
  content.append(
    make("label", {}, say("show_as_on"), " ", input),
    make("button", { type: "submit" }, say("show")),
    both,
    coming,
  );
  content.addEventListener("submit", (event) => {
    event.preventDefault();
    location.assign(onDay(input.value));
  });
  both.addEventListener("click", () => {
    if (content.reportValidity()) location.assign(beside(onDay(null), onDay(input.value)));
  });
  const update = (state) => {
    if (input.value === "") input.value = state.date;
    const changes = byDay(state.changes).slice(0, MOST);
    const items = changes.map(([day, texts]) => change(day, texts));
    const nothing = changes.length === 0 ? make("li", {}, say("no_changes")) : null;
    // What is focused or marked stays so.
    morphChildren(coming, make("ul", {}, ...items, nothing));
  };
  return { button, content, update };
}

function change(day, texts) {
  const shown = make("a", { class: "button", href: onDay(day) }, written(day));
  const both = make("a", { href: beside(onDay(null), onDay(day)) }, say("side_by_side"));
  return make("li", { "data-key": day }, shown, make("span", {}, texts.join("; ")), both);
}

function byDay(changes) {
  const days = new Map();
  for (const { date, text } of changes) {
    const texts = days.get(date) ?? [];
    if (!texts.includes(text)) days.set(date, [...texts, text]);
  }
  return [...days];
}

// Says of a page of another day that it is one, and of an address with a day that cannot be shown that it is today's page; nothing
// is shown on the pages of today.
export function dayStrip() {
  const strip = make("p", { class: "day", hidden: date === null });
  if (date === null) return strip;
  const isOther = isShown(date);
  const text = isOther ? say("as_on", { date: written(date) }) : say("no_such_day", { date });
  strip.append(`${text} – `, make("a", { href: onDay(null) }, say(isOther ? "back_to_today" : "without_date")));
  return strip;
}
