// What is wrong with the brand, over its last good page: the same words and the same lines of the source as in the terminal.
import { make, say } from "./dom.js";
import { keysOf } from "./keys.js";
import { morphChildren } from "./morph.js";
import { isGone } from "./state.js";

// The errors that somebody has folded away are not unfolded again until there are others, or they were gone in between.
const FOLDED = "felles-folded";

// How it stands, in a word for the stylesheet and in words for the reader; what is not checked yet is never fine.
export function standing(state) {
  if (state === null) return { kind: "lost", text: say("lost") };
  if (isGone(state)) return { kind: "lost", text: say("gone") };
  const { errors, warnings } = counts(state);
  const texts = [
    errors > 0 && say("errors", { count: errors }),
    warnings > 0 && say("warnings", { count: warnings }),
    isChecking(state) && say("checking"),
  ].filter(Boolean);
  const kind = errors > 0 ? "errors" : isChecking(state) ? "checking" : warnings > 0 ? "warnings" : "fine";
  return { kind, text: texts.join(", ") || say("fine") };
}

function isChecking(state) {
  return state.checking === true || (state.brands ?? []).some((brand) => brand.checking === true);
}

function counts(state) {
  const of = (severity) => state.findings.filter((finding) => finding.severity === severity).length;
  return { errors: of("error") + state.unreadable.length, warnings: of("warning") };
}

export function findingsDrawer(button) {
  const content = make("div", { class: "drawer findings" });
  let errors = [];
  const folded = () => JSON.parse(sessionStorage.getItem(FOLDED) ?? "[]");
  const fold = (keys) => sessionStorage.setItem(FOLDED, JSON.stringify(keys));
  return {
    button,
    content,
    update: (state) => {
      errors = keysOfErrors(state);
      // What is not found yet is not gone.
      if (!isChecking(state)) fold(folded().filter((key) => errors.includes(key)));
      // What is focused or marked stays so.
      morphChildren(content, make("div", {}, ...described(state)));
    },
    // Errors come by themselves; of warnings there is only a number, until somebody asks.
    isToBeSeen: () => errors.some((key) => !folded().includes(key)),
    isOver: (state) => state.findings.length + state.unreadable.length === 0,
    remember: (isFolded) => fold(isFolded ? errors : []),
  };

  function described(state) {
    const [brand] = state.brands;
    const older = brand?.older ? [make("p", { class: "older" }, say("older_below"))] : [];
    const newest = brand?.errors > 0 && !brand.older ? [make("p", { class: "newest" }, say("newest_below"))] : [];
    const sorted = [...state.findings].sort((a, b) => a.severity.localeCompare(b.severity));
    const keys = keysOf(sorted);
    const list = make("ul", {}, ...sorted.map((each) => finding(each, keys.get(each))));
    const unreadable = state.unreadable.map(unread);
    const nothing = sorted.length + unreadable.length === 0 ? [make("p", {}, say("nothing_found"))] : [];
    return [...older, ...newest, ...unreadable, ...nothing, list];
  }
}

function finding({ severity, text, open, path, line }, key) {
  const place = `${path}:${line}`;
  const link = open === null ? null : make("a", { href: open }, say("open_in_editor", { place }));
  return make("li", { class: severity, "data-key": key }, make("pre", { tabIndex: 0 }, text.trimEnd()), link);
}

// A file or a folder that cannot be read has no line.
function unread({ path, text, open }) {
  const link = open === null ? null : make("a", { href: open }, say("open_in_editor", { place: path }));
  return make("p", { class: "unreadable", "data-key": path }, text, " ", link);
}

// What tells the errors from each other and from later ones.
function keysOfErrors(state) {
  const errors = state.findings.filter((finding) => finding.severity === "error");
  return [...keysOf(errors).values(), ...state.unreadable.map(({ path, text }) => `${path} ${text}`)];
}
