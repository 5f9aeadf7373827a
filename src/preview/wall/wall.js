// The wall of all brands: keeps itself up to date, finds brands, and goes from one to the next by keyboard.
import { say, written } from "./dom.js";
import { listen } from "./events.js";
import { list } from "./listed.js";
import { renew, wanted } from "./renew.js";
import { watchViews } from "./views.js";

const search = document.getElementById("search");
const onlyErrors = document.getElementById("only-errors");
let isOnlyErrors = false;
// The brand whose findings alone are listed.
let onlyBrand = null;

// Shows what is searched for, in the page that is shown or in one that is to be.
function filter(page) {
  const asked = search.value.trim().toLowerCase().split(/\s+/);
  const isAskedFor = (text) => asked.every((word) => text.toLowerCase().includes(word));
  const shown = new Set();
  const brands = [...page.querySelectorAll(".brand")];
  for (const brand of brands) {
    const { search: text, state } = brand.dataset;
    brand.hidden = !isAskedFor(text) || (isOnlyErrors && state !== "errors");
    if (!brand.hidden) shown.add(brand.dataset.brand);
  }
  const isFiltered = shown.size < brands.length;
  if (!brands.some(({ dataset }) => dataset.brand === onlyBrand)) onlyBrand = null;
  const only = page.getElementById("only");
  only.hidden = onlyBrand === null;
  only.querySelector("span").textContent = onlyBrand === null ? "" : say("only_of", { brand: onlyBrand });
  const isWanted = (brand) => (onlyBrand === null ? shown.has(brand) : brand === onlyBrand);
  // What concerns no site is found by what it says itself.
  const isOfItsOwn = (path, message) => onlyBrand === null && isAskedFor(`${path} ${message}`);
  list(page, ({ severity, all, brands, path, message }) => {
    const isMeant = all || (brands.length > 0 ? brands.some(isWanted) : isOfItsOwn(path, message));
    return isMeant && (!isOnlyErrors || severity === "error");
  });
  if (brands.length > 0) page.getElementById("no-match").hidden = shown.size > 0;
  page.getElementById("only-errors").setAttribute("aria-pressed", String(isOnlyErrors));
  page.getElementById("matches").textContent = isFiltered ? `${shown.size} / ${brands.length}` : "";
}

function writeDays(page) {
  for (const time of page.querySelectorAll("time")) time.textContent = written(time.dateTime);
}

// What was told of the build since the wall was asked for: what comes was written before.
let heard = null;

wanted.before.push(() => (heard = null));
wanted.prepare.push(filter, writeDays, (page) => heard !== null && writeMade(page, heard));

async function update() {
  const fault = await renew();
  watchViews();
  tellLost(fault);
}

function tellLost(fault) {
  const lost = document.getElementById("lost");
  lost.hidden = fault === null;
  if (fault !== null) lost.textContent = say("lost");
}

// How far the build is; the wall itself is fetched anew when brands are shown.
function tellMade(progress) {
  heard = progress;
  writeMade(document, progress);
}

function writeMade(page, { made, all }) {
  const line = page.getElementById("made");
  line.hidden = made === all;
  line.textContent = say("sites_made", { made, all });
}

listen(({ kind }) => (kind === "lost" ? tellLost(kind) : update()), tellMade);

function toggleErrors() {
  isOnlyErrors = !isOnlyErrors;
  filter(document);
}

search.addEventListener("input", () => filter(document));
search.form.addEventListener("submit", (event) => event.preventDefault());
onlyErrors.addEventListener("click", toggleErrors);

// Lists the findings of one brand alone, or of all that are searched for.
function listOf(brand) {
  onlyBrand = brand;
  filter(document);
}

// To the findings, past all brands.
function toFindings() {
  const heading = document.getElementById("found");
  heading.focus({ preventScroll: true });
  heading.scrollIntoView({ block: "start" });
}

addEventListener("click", (event) => {
  const link = event.target.closest("a[data-of]");
  if (link !== null) {
    listOf(link.dataset.of);
    toFindings();
    event.preventDefault();
  } else if (event.target.closest("#show-all")) {
    listOf(null);
    toFindings();
  }
});

// The links of the brands that are shown, in order.
function links() {
  return [...document.querySelectorAll(".brand:not([hidden]) .open")];
}

function focus(link) {
  if (!link) return;
  link.focus({ preventScroll: true });
  link.closest(".brand").scrollIntoView({ block: "nearest" });
}

function step(by) {
  const all = links();
  const at = all.indexOf(document.activeElement);
  focus(all[at === -1 ? 0 : Math.min(Math.max(at + by, 0), all.length - 1)]);
}

// To the next row, into the same column.
function row(by) {
  const all = links();
  const at = all.indexOf(document.activeElement);
  if (at === -1) return focus(all[0]);
  const box = (link) => link.closest(".brand").getBoundingClientRect();
  const here = box(all[at]);
  const column = (link) => Math.abs(box(link).left - here.left) < 2 && (box(link).top - here.top) * by > 1;
  const below = by > 0 ? all.slice(at + 1) : all.slice(0, at).reverse();
  focus(below.find(column) ?? all.at(by > 0 ? -1 : 0));
}

const KEYS = {
  j: () => step(1),
  k: () => step(-1),
  ArrowRight: () => step(1),
  ArrowLeft: () => step(-1),
  ArrowDown: () => row(1),
  ArrowUp: () => row(-1),
  e: toggleErrors,
  f: toFindings,
  "/": () => search.focus(),
};

addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
  const { key, target } = event;
  if (key === "Escape") {
    search.value = "";
    onlyBrand = null;
    if (isOnlyErrors) toggleErrors();
    else filter(document);
    if (target === search) focus(links()[0]);
  } else if (target === search) {
    if (key !== "ArrowDown" && key !== "Enter") return;
    focus(links()[0]);
  } else {
    // In a frame of source lines, the arrows scroll.
    if (!KEYS[key] || target.closest("pre")) return;
    KEYS[key]();
  }
  event.preventDefault();
});

filter(document);
writeDays(document);
watchViews();
