// Keeps the page that is shown the same as the page that is served.
import { NoPage, fetchPage, show } from "./patch.js";
import { buildOf } from "./place.js";

// What is done before a page is asked for, to the page before it is shown, and after; `query` is added to its address.
export const wanted = { query: null, before: [], prepare: [], after: [] };

let isMissing = performance.getEntriesByType("navigation")[0]?.responseStatus === 404;
let running = null;
let again = false;

// Whether the page is of an older build than this.
export function isOlderThan(build) {
  return buildOf(document) !== build;
}

// Fetches the page and shows it. Gives nothing, or why there is no page to show. Who asks meanwhile waits for one more round.
export function renew() {
  again = true;
  running ??= rounds().finally(() => (running = null));
  return running;
}

async function rounds() {
  let fault = null;
  while (again) {
    again = false;
    fault = await round();
  }
  return fault;
}

async function round() {
  try {
    for (const before of wanted.before) before();
    const page = await fetchPage(address(), isMissing);
    // Somebody asked in between: what came may be old already.
    if (again) return null;
    for (const prepare of wanted.prepare) prepare(page.next);
    await show(page.next);
    isMissing = page.isMissing;
    for (const after of wanted.after) after();
    return null;
  } catch (fault) {
    if (fault instanceof NoPage) return fault;
    throw fault;
  }
}

function address() {
  const url = new URL(location.href);
  url.hash = "";
  if (wanted.query !== null) url.searchParams.set(wanted.query, "");
  return url;
}
