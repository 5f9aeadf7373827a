// The bar at the lower edge of a page: how it stands with the brand, and what can be asked of the page.
//
// It stands in a shadow tree beside the body, so that neither the page's stylesheets nor the patches of the page reach it, and in
// the flow, at the end: it lies over the lower edge of the window while there is more below, and covers nothing for good.
import { compareDrawer } from "./compare.js";
import { datesDrawer, dayStrip } from "./dates.js";
import { adopt, make, say } from "./dom.js";
import { findingsDrawer, standing } from "./findings.js";
import { front, path, wall } from "./place.js";
import { whyDrawer } from "./why.js";

// Builds the bar, and gives what tells it of changes: `show` a state (null: the preview does not answer), `tell` a fault.
export async function start() {
  const host = document.createElement("felles-preview");
  const root = host.attachShadow({ mode: "open" });
  await Promise.all([adopt(root, "bar.css"), adopt(document, "page.css")]);

  const icon = make("span", { class: "icon", "aria-hidden": "true" });
  const status = make("span", { role: "status" }, say("checking"));
  const notice = make("p", { class: "notice", role: "alert", hidden: true });
  const drawers = [
    findingsDrawer(make("button", { type: "button", class: "state" }, icon, status)),
    whyDrawer(make("button", { type: "button" }, say("why"))),
    datesDrawer(make("button", { type: "button" }, say("date"))),
    compareDrawer(make("button", { type: "button" }, say("compare"))),
  ];
  const [findings] = drawers;
  const strip = dayStrip();
  const buttons = make("div", { class: "buttons" }, ...drawers.map((drawer) => drawer.button));
  buttons.append(make("a", { href: wall }, say("all_brands")));
  const panel = make("section", { class: "bar", "aria-label": say("bar") });
  panel.append(notice, ...drawers.map((drawer) => drawer.content), strip, buttons);
  root.append(panel);
  document.documentElement.append(host);

  // One drawer is open at a time; Escape closes it, from wherever the focus is.
  const open = (wanted) => {
    for (const drawer of drawers) {
      const isOpen = drawer === wanted;
      drawer.content.hidden = !isOpen;
      drawer.button.setAttribute("aria-expanded", String(isOpen));
      drawer.opened?.(isOpen);
    }
  };
  // Errors that came while another drawer was open are seen when it closes.
  const close = () => open(findings.isToBeSeen() ? findings : null);
  const opened = () => drawers.find((drawer) => !drawer.content.hidden);
  for (const drawer of drawers) {
    drawer.button.addEventListener("click", () => {
      const wasOpen = opened() === drawer;
      if (drawer === findings) findings.remember(wasOpen);
      if (wasOpen) close();
      else open(drawer);
    });
    drawer.open = () => open(drawer);
  }
  open(null);
  addEventListener("keydown", (event) => {
    const drawer = opened();
    if (event.key !== "Escape" || !drawer || event.defaultPrevented) return;
    const wasInside = root.activeElement !== null;
    if (drawer === findings) findings.remember(true);
    close();
    if (wasInside) drawer.button.focus();
  });

  const show = (state) => {
    const { kind, text } = standing(state);
    panel.dataset.state = kind;
    if (status.textContent !== text) status.textContent = text;
    if (state === null) return;
    for (const drawer of drawers) drawer.update?.(state);
    if (findings.isToBeSeen() && !opened()) open(findings);
    else if (findings.isOver(state) && opened() === findings) open(null);
  };

  const tell = (fault) => {
    notice.hidden = fault === null;
    notice.replaceChildren();
    if (fault === null) return;
    notice.append(say(`page_${fault.reason}`));
    const way = wayOut(fault);
    if (way !== null) notice.append(" ", way);
  };
  return { show, tell };
}

// Where to go from a page that is not there; nothing where no link helps.
function wayOut({ reason, address }) {
  if (reason === "moved") return make("a", { href: address }, say("go_there"));
  if (reason === "missing" && path !== "/") return make("a", { href: front }, say("to_front"));
  return null;
}
