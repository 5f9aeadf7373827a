// What the preview knows of a brand.

// The status of every answer for a host whose brand is not there.
export const NO_SITE = 421;

// The state of this brand, or nothing where the preview does not answer.
export async function fetchState(brand) {
  return fetchJson(`state?${new URLSearchParams({ brand })}`, { brands: [], findings: [], changes: [], unreadable: [] });
}

// Whether there is no such brand any more.
export function isGone(state) {
  return state.brands.length === 0;
}

// All brands' ids and domains.
export async function fetchBrands() {
  return (await fetchJson("brands.json", [])) ?? [];
}

async function fetchJson(name, ofNoSite) {
  try {
    const response = await fetch(`/_felles/${name}`, { cache: "no-store" });
    if (response.status === NO_SITE) return ofNoSite;
    return response.ok ? await response.json() : null;
  } catch {
    return null;
  }
}

// The address that opens a place, `path:line:column`, in the editor of this pattern.
export function opening(pattern, place) {
  const [, path, line, column] = /^(.*?)(?::(\d+))?(?::(\d+))?$/.exec(place);
  const filled = { path: path.split("/").map(encodeURIComponent).join("/"), line: line ?? "1", column: column ?? "1" };
  return pattern.replace(/\{(path|line|column)\}/g, (_, part) => filled[part]);
}
