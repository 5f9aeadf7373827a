// Two pages side by side: where one is scrolled to, the other goes too.
import { say, written } from "./dom.js";
import { listen } from "./events.js";

// The pages in the frames hear of builds from this one.
listen(() => {});

for (const heading of document.querySelectorAll("[data-address]")) {
  const date = new URL(heading.dataset.address, location.href).searchParams.get("date");
  if (date) heading.append(` (${say("as_on", { date: written(date) })})`);
}

const frames = [...document.querySelectorAll("iframe")];
// The page that the reader scrolls; what the other does after it is no wish of hers.
let leader = null;

for (const frame of frames) {
  const follow = () => {
    const { contentWindow } = frame;
    if (contentWindow.location.href === "about:blank") return;
    for (const kind of ["pointerenter", "pointermove", "pointerdown", "wheel", "keydown", "touchstart", "focus"]) {
      contentWindow.addEventListener(kind, () => (leader = frame), { capture: true, passive: true });
    }
    contentWindow.addEventListener("scroll", () => {
      leader ??= frame;
      if (leader !== frame) return;
      for (const other of frames) if (other !== frame) scrollLike(contentWindow, other.contentWindow);
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
