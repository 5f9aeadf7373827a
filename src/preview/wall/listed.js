// The findings on the wall: of all that there are, the first that are asked for.
import { make, say } from "./dom.js";
import { keysOf } from "./keys.js";
import { morph } from "./morph.js";

// More than this make the wall slow, and nobody reads them there.
const MOST = 200;

// Lists in the page those of its findings that are meant.
export function list(page, isMeant) {
  const all = JSON.parse(page.getElementById("all-findings").textContent);
  const keys = keysOf(all);
  const meant = all.filter(isMeant);
  const listed = page.querySelector(".findings");
  const next = listed.cloneNode(false);
  next.append(...meant.slice(0, MOST).map((finding) => item(finding, keys.get(finding))));
  // What is unfolded stays so.
  morph(listed, next);
  const more = page.getElementById("more");
  more.hidden = meant.length <= MOST;
  more.textContent = say("more_found", { count: meant.length - MOST });
  const isFine = all.length === 0;
  page.getElementById("none").hidden = !isFine || page.querySelector(".unreadable") !== null;
  page.getElementById("none-match").hidden = isFine || meant.length > 0;
}

function item({ severity, message, path, line, open, text, brands, all }, key) {
  const place = `${path}:${line}`;
  const summary = make(
    "summary",
    {},
    make("span", { class: "icon", "aria-hidden": "true" }),
    ...[["message", message], ["place", place], ["concerned", all ? say("all_sites_concerned") : brands.join(", ")]].flatMap(
      ([name, said]) => [" ", make("span", { class: name }, said)],
    ),
  );
  const details = make("details", {}, summary, make("pre", { tabIndex: 0 }, text));
  const link = open === null ? null : make("a", { href: open }, say("open_in_editor", { place }));
  return make("li", { class: severity, "data-key": key }, details, link);
}
