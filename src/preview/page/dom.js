// Small pieces of a page. What comes from elsewhere is text here and never markup.
import words from "./words.js";

// An element with these properties (`class`, `aria-…` and `data-…` are attributes) and these children.
export function make(name, properties = {}, ...children) {
  const element = document.createElement(name);
  for (const [property, value] of Object.entries(properties)) {
    if (value === null || value === undefined) continue;
    if (property in element && !property.includes("-")) element[property] = value;
    else element.setAttribute(property, value);
  }
  element.append(...children.filter((child) => child !== null));
  return element;
}

// A sentence of the catalogue, with `{name}` filled in.
export function say(name, values = {}) {
  return words[name].replace(/\{(\w+)\}/g, (whole, key) => values[key] ?? whole);
}

// A day as people write it: 13. juli 2027.
export function written(day) {
  const date = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(date.getTime())) return day;
  const language = words.language === "en" ? "en-GB" : words.language;
  return new Intl.DateTimeFormat(language, { dateStyle: "long", timeZone: "UTC" }).format(date);
}

// Has these stylesheets count in a page or a shadow tree. Built by script, they are no inline style to the page's policy.
export async function adopt(root, name) {
  const response = await fetch(`/_felles/${name}`);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(await response.text());
  root.adoptedStyleSheets.push(sheet);
}
