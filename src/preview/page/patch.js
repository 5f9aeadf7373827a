// Fetches a page whole and puts it in the place of the one that is shown, without loading it anew.
import { morph, morphAttributes } from "./morph.js";
import { NO_SITE } from "./state.js";

// How long a stylesheet may take before the page is shown without it, in milliseconds.
const PATIENCE = 3000;

// Why there is no page to put in place: `unreachable`, `missing`, `gone` with the whole site, `moved` (then `address` says where
// to) or `broken`.
export class NoPage extends Error {
  constructor(reason, address) {
    super(reason);
    this.reason = reason;
    this.address = address;
  }
}

// The page at this address, only if all of it has come. `wasMissing`: the page that is shown says that there is none.
export async function fetchPage(address, wasMissing) {
  const response = await fetch(address, { cache: "no-store" }).catch(() => {
    throw new NoPage("unreachable");
  });
  if (response.redirected) throw new NoPage("moved", response.url);
  if (response.status === NO_SITE) throw new NoPage("gone");
  if (response.status === 404 && !wasMissing) throw new NoPage("missing");
  if (!response.ok && response.status !== 404) throw new NoPage("broken");
  const bytes = await response.arrayBuffer().catch(() => {
    throw new NoPage("unreachable");
  });
  const announced = response.headers.get("Content-Length");
  const isPage = response.headers.get("Content-Type")?.startsWith("text/html");
  if (!isPage || (announced !== null && Number(announced) !== bytes.byteLength)) throw new NoPage("broken");
  const next = new DOMParser().parseFromString(new TextDecoder().decode(bytes), "text/html");
  return { next, isMissing: response.status === 404 };
}

// Puts a page in the place of the one that is shown, in one step once its stylesheets are there.
export async function show(next) {
  await loadStylesheets(next);
  const focused = document.activeElement;
  morphAttributes(document.documentElement, next.documentElement);
  morph(document.head, next.head);
  morph(document.body, next.body);
  if (focused?.id && document.activeElement !== focused) {
    document.getElementById(focused.id)?.focus({ preventScroll: true });
  }
}

// New stylesheets are loaded beside the old ones without counting yet; the morph makes them count and takes the old ones away.
async function loadStylesheets(next) {
  const known = new Set([...document.head.querySelectorAll("link[rel=stylesheet]")].map(href));
  const fresh = [...next.head.querySelectorAll("link[rel=stylesheet]")].filter((link) => !known.has(href(link)));
  await Promise.all(fresh.map(load));
}

function href(link) {
  return link.getAttribute("href");
}

function load(link) {
  const early = document.importNode(link, true);
  early.media = "not all";
  return new Promise((done) => {
    early.addEventListener("load", done);
    early.addEventListener("error", done);
    setTimeout(done, PATIENCE);
    document.head.append(early);
  });
}
