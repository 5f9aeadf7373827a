// The preview's own script in every page of a site: it is in no build.
//
// It shows each build in the page that is open, and what there is to say of it in a bar at the lower edge. In a frame (on the
// wall, or beside another page) it does the first alone.
import { isShown, keepDay } from "./day.js";
import { listen } from "./events.js";
import { brand, date } from "./place.js";
import { isOlderThan, renew, wanted } from "./renew.js";
import { fetchState, isGone } from "./state.js";

if (date !== null && isShown(date)) keepDay(date);

const isFrame = window.top !== window;
const bar = isFrame ? null : await (await import("./bar.js")).start();

async function look() {
  const state = await fetchState(brand);
  bar?.show(state);
  if (state === null) return;
  if (isGone(state)) bar?.tell({ reason: "gone" });
  else await update(state.build);
}

// The number tells of the pages of today. One of another day can become another without these, and the marks of the same page
// other lines.
async function update(build) {
  if (!isOlderThan(build) && wanted.query === null && date === null) return;
  const fault = await renew();
  bar?.tell(fault);
}

listen(({ kind, build }) => {
  if (kind === "build") update(build);
  // A frame shows nothing of the state; only what it may have missed, or not be told of, matters to it. A site that is gone has
  // no events either, but an answer.
  else if (!isFrame || kind === "shown" || date !== null) look();
});
