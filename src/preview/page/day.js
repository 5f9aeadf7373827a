// The day that a page is of, as its address names it.

// The days that the preview can show: holidays are computed for no others.
export const FIRST = "1900-01-01";
export const LAST = "2199-12-31";

// What the query of an address has as its day, letter by letter as the preview reads it; nothing where it names none.
export function dayOf(search) {
  return /[?&]date=([^&]*)/.exec(search)?.[1] ?? null;
}

// Whether there is such a day to show; for any other the preview gives the page of today.
export function isShown(day) {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || day < FIRST || day > LAST) return false;
  const date = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day);
}

// Has the links within the site lead to pages of this day.
export function keepDay(day) {
  for (const kind of ["pointerdown", "focusin", "click"]) addEventListener(kind, ({ target }) => keep(target, day), true);
}

function keep(target, day) {
  const link = target instanceof Element ? target.closest("a[href]") : null;
  if (!link || link.origin !== location.origin || link.getRootNode() !== document) return;
  const address = new URL(link.href);
  const isOnPage = address.pathname === location.pathname && address.hash !== "";
  if (isOnPage && !address.search) address.search = location.search;
  else if (!address.searchParams.has("date")) address.searchParams.set("date", day);
  if (address.href !== link.href) link.href = address.href;
}
