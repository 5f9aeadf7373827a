// This page beside that of another brand, or beside the group's own text.
import { make, say } from "./dom.js";
import { brand, path } from "./place.js";
import { fetchBrands } from "./state.js";

export function compareDrawer(button) {
  const select = make("select", {}, make("option", { value: "_group" }, say("the_group")));
  const content = make("form", { class: "drawer compare" });
  content.append(
    make("label", {}, say("compare_with"), " ", select),
    make("button", { type: "submit" }, say("show")),
  );
  content.addEventListener("submit", (event) => {
    event.preventDefault();
    location.assign(`/_felles/compare?${new URLSearchParams({ left: brand, right: select.value, page: path })}`);
  });
  // The brands are many on some sites, so they are asked for when somebody wants them.
  const opened = async (isOpen) => {
    if (!isOpen || select.length > 1) return;
    const others = (await fetchBrands()).filter(({ id }) => id !== brand);
    if (select.length === 1) select.append(...others.map(({ id, domain }) => make("option", { value: id }, domain ?? id)));
  };
  return { button, content, opened };
}
