// What differs between two pages: goes from one difference to the next by keyboard, and keeps itself up to date.
import { say } from "./dom.js";
import { listen } from "./events.js";
import { isOlderThan, renew } from "./renew.js";

let wasSeen = false;

async function update() {
  tell((await renew())?.reason);
}

function tell(reason) {
  const fault = document.getElementById("fault");
  fault.hidden = reason === undefined;
  fault.textContent = reason === undefined ? "" : say(`page_${reason}`);
}

listen(({ kind, build }) => {
  if (kind === "lost") tell("unreachable");
  else if (kind === "build") isOlderThan(build) && update();
  // A page that is seen again, or hears the preview again, may have missed a build; the first time it is new.
  else if (wasSeen) update();
  wasSeen ||= kind === "shown";
});

// The difference that the reader was led to last.
let current = null;

function step(by) {
  const all = [...document.querySelectorAll("[data-difference]")];
  if (all.length === 0) return;
  const at = all.indexOf(current);
  const next = at === -1 ? (by > 0 ? 0 : all.length - 1) : (at + by + all.length) % all.length;
  current = all[next];
  current.focus({ preventScroll: true });
  current.scrollIntoView({ block: "center" });
  document.getElementById("at").textContent = say("difference", { number: next + 1, count: all.length });
}

addEventListener("click", ({ target }) => {
  const button = target.closest("#previous, #next");
  if (button !== null) step(button.id === "next" ? 1 : -1);
});

addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
  if (event.key !== "n" && event.key !== "p") return;
  step(event.key === "n" ? 1 : -1);
  event.preventDefault();
});
