// What a part of a page can be from, as `data-felles-layer` says it: a kind, and for profiles and clinics the id behind it.
import { make, say } from "./dom.js";
import { brand } from "./place.js";

const KINDS = ["group", "profile", "clinic", "brand", "theme"];

// Every kind with its mark. It is told apart by its line in `page.css`, and here in `bar.css`.
export function legend() {
  return make("ul", { class: "legend" }, ...KINDS.map((kind) => make("li", { class: kind }, say(`from_${kind}`))));
}

// What it is from, in words: the clinic havna.
export function inWords(layer) {
  const [kind, id] = layer.split(" ");
  return KINDS.includes(kind) ? say(`layer_${kind}`, { id: id ?? brand }) : layer;
}
