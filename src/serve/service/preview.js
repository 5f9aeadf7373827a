// The preview's own script: it is in no build.
//
// A page that is seen listens for builds and loads itself anew when there is another than its own. A hidden page listens to
// nothing, so that many tabs do not use up the few connections that a browser has for one host; it asks when it is seen again.
"use strict";

const build = document.currentScript.dataset.build;
let events = null;

function compare(newest) {
  if (String(newest) !== build) location.reload();
}

function listen() {
  if (document.visibilityState === "hidden") {
    events?.close();
    events = null;
  } else if (events === null) {
    // The stream starts with the number of the build that is in place.
    events = new EventSource("/_felles/events");
    events.addEventListener("build", (event) => compare(event.data));
  }
}

document.addEventListener("visibilitychange", listen);
addEventListener("pagehide", () => events?.close());
addEventListener("pageshow", (event) => {
  if (event.persisted) events = null;
  listen();
});
