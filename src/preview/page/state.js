// What the preview knows of a brand.

// The state of this brand, or nothing where the preview does not answer.
export async function fetchState(brand) {
  return fetchJson(`state?${new URLSearchParams({ brand })}`);
}

// All brands' ids and domains.
export async function fetchBrands() {
  return (await fetchJson("brands.json")) ?? [];
}

async function fetchJson(name) {
  try {
    const response = await fetch(`/_felles/${name}`, { cache: "no-store" });
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
