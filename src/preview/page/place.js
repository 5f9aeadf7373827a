// Where this page stands: of which brand, and under which address.
import { dayOf } from "./day.js";

// The brand of an address, the page's path below it, and the address of its front page.
export function placeOf({ pathname, hostname }) {
  const below = /^\/_\/([^/]+)(\/.*)$/.exec(pathname);
  if (below) return { brand: below[1], path: below[2], front: `/_/${below[1]}/`, isBelow: true };
  return { brand: hostname.split(".")[0], path: pathname, front: "/", isBelow: false };
}

export const { brand, path, front, isBelow } = placeOf(location);

// The page of all brands.
export const wall = isBelow ? "/" : `http://localhost${location.port ? `:${location.port}` : ""}/`;

// The address of a brand's site, without the path of a page: of the same kind as this one.
export function siteOf(brand) {
  return isBelow ? `/_/${brand}` : `http://${brand}.localhost${location.port ? `:${location.port}` : ""}`;
}

// The day that the page is of, where the address names one.
export const date = dayOf(location.search);

// The number of the build that the page in `document` is of.
export function buildOf(document) {
  return Number(document.querySelector("script[data-build]")?.dataset.build ?? 0);
}

// The address of this page, or of that at another, as of another day (of today for null).
export function onDay(day, of = location) {
  const address = new URL(of.href);
  if (day === null) address.searchParams.delete("date");
  else address.searchParams.set("date", day);
  return address.pathname + address.search;
}

// The address of two pages of this host side by side.
export function beside(left, right) {
  return `/_felles/beside?${new URLSearchParams({ left, right })}`;
}
