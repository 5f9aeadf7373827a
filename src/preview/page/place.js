// Where this page stands: of which brand, and under which address.

const below = /^\/_\/([^/]+)(\/.*)$/.exec(location.pathname);

// The brand's id.
export const brand = below ? below[1] : location.hostname.split(".")[0];

// The page's path below the brand.
export const path = below ? below[2] : location.pathname;

// The page of all brands.
export const wall = below ? "/" : `http://localhost${location.port ? `:${location.port}` : ""}/`;

// The day that the page is of, where the address names one.
export const date = new URLSearchParams(location.search).get("date");

// The number of the build that the page in `document` is of.
export function buildOf(document) {
  return Number(document.querySelector("script[data-build]")?.dataset.build ?? 0);
}

// This page's address, as of another day (of today for null).
export function onDay(day) {
  const address = new URL(location.href);
  if (day === null) address.searchParams.delete("date");
  else address.searchParams.set("date", day);
  return address.pathname + address.search;
}

// The address of two pages of this host side by side.
export function beside(left, right) {
  return `/_felles/beside?${new URLSearchParams({ left, right })}`;
}
