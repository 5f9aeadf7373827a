// What is wrong with the brand, over its last good page: the same words and the same lines of the source as in the terminal.
import { make, say } from "./dom.js";
import { isGone } from "./state.js";

// The errors that somebody has folded away are not unfolded again until there are others.
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
  return {
    button,
    content,
    update: (state) => content.replaceChildren(...described(state)),
    // Errors come by themselves; of warnings there is only a number, until somebody asks.
    isToBeSeen: (state) => counts(state).errors > 0 && sessionStorage.getItem(FOLDED) !== marks(state),
    isOver: (state) => state.findings.length + state.unreadable.length === 0,
    remember: (isFolded) => {
      if (isFolded) sessionStorage.setItem(FOLDED, content.dataset.marks ?? "");
      else sessionStorage.removeItem(FOLDED);
    },
  };

  function described(state) {
    content.dataset.marks = marks(state);
    const [brand] = state.brands;
    const older = brand?.older ? [make("p", { class: "older" }, say("older_below"))] : [];
    const newest = brand?.errors > 0 && !brand.older ? [make("p", { class: "newest" }, say("newest_below"))] : [];
    const unreadable = state.unreadable.map((text) => make("p", { class: "unreadable" }, text));
    const sorted = [...state.findings].sort((a, b) => a.severity.localeCompare(b.severity));
    const list = make("ul", {}, ...sorted.map(finding));
    const nothing = sorted.length + unreadable.length === 0 ? [make("p", {}, say("nothing_found"))] : [];
    return [...older, ...newest, ...unreadable, ...nothing, list];
  }
}

function finding({ severity, text, open, path, line }) {
  const place = `${path}:${line}`;
  const link = make("a", { href: open }, say("open_in_editor", { place }));
  return make("li", { class: severity }, make("pre", { tabIndex: 0 }, text.trimEnd()), link);
}

// What tells one set of errors from another.
function marks(state) {
  const errors = state.findings.filter((finding) => finding.severity === "error");
  return JSON.stringify([...errors.map(({ path, message }) => [path, message]), ...state.unreadable]);
}
