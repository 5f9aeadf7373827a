// The small views of the front pages: only those near the window are loaded, so that a thousand brands are as light as ten.

// How far outside of the window a view is loaded.
const NEAR = "400px";

const seen = new IntersectionObserver(
  (entries) => entries.forEach(({ target, isIntersecting }) => (isIntersecting ? load(target) : target.replaceChildren())),
  { rootMargin: NEAR },
);
const known = new Set();

// Watches the views that are on the wall by now.
export function watchViews() {
  const views = new Set(document.querySelectorAll("[data-view]"));
  for (const view of known) {
    if (!views.has(view)) {
      seen.unobserve(view);
      known.delete(view);
      if (view.isConnected) view.replaceChildren();
    }
  }
  for (const view of views) {
    if (!known.has(view)) seen.observe(view);
    known.add(view);
  }
}

function load(view) {
  if (view.firstElementChild?.localName === "iframe") return;
  const frame = document.createElement("iframe");
  frame.title = view.dataset.title;
  frame.tabIndex = -1;
  frame.loading = "lazy";
  // The preview makes first what somebody looks at: not everything on the wall.
  frame.src = `${view.dataset.view}?view`;
  view.replaceChildren(frame);
}
