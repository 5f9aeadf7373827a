// Makes one tree of nodes like another and touches only what differs, so that what the reader has done to a page stays:
// where she is in it, what she has opened, marked and focused.

// The inside of an element with this attribute belongs to a script and is left alone.
const KEPT = "data-felles-keep";

export function morph(now, next) {
  morphAttributes(now, next);
  if (!now.hasAttribute(KEPT)) morphChildren(now, next);
}

export function morphAttributes(now, next) {
  for (const { name, value } of next.attributes) {
    if (!isTheReaders(now, name) && now.getAttribute(name) !== value) now.setAttribute(name, value);
  }
  for (const { name } of [...now.attributes]) {
    if (!isTheReaders(now, name) && !next.hasAttribute(name)) now.removeAttribute(name);
  }
}

// What is open is for the reader to say.
function isTheReaders(element, name) {
  return name === "open" && element.localName === "details";
}

export function morphChildren(now, next) {
  const wanted = [...next.childNodes];
  let first = now.firstChild;
  // What is the same at the start and at the end stays as it is: most edits are in one place.
  while (wanted.length > 0 && first?.isEqualNode(wanted[0])) {
    wanted.shift();
    first = first.nextSibling;
  }
  let end = null;
  const last = () => (end === null ? now.lastChild : end.previousSibling);
  while (wanted.length > 0 && first !== end && last().isEqualNode(wanted.at(-1))) {
    wanted.pop();
    end = last();
  }
  for (const node of wanted) {
    const found = partner(first, end, node);
    if (found === null) {
      now.insertBefore(document.importNode(node, true), first);
    } else {
      if (found === first) first = first.nextSibling;
      else move(now, found, first);
      morphNode(found, node);
    }
  }
  while (first !== end) {
    const gone = first;
    first = first.nextSibling;
    gone.remove();
  }
}

function morphNode(now, next) {
  if (now.nodeType === Node.ELEMENT_NODE) morph(now, next);
  else if (now.data !== next.data) morphText(now, next.data);
}

// Only the changed part, so that a selection beside it stays.
function morphText(now, text) {
  const old = now.data;
  const most = Math.min(old.length, text.length);
  let start = 0;
  while (start < most && old[start] === text[start]) start += 1;
  let end = 0;
  while (end < most - start && old.at(-1 - end) === text.at(-1 - end)) end += 1;
  now.replaceData(start, old.length - start - end, text.slice(start, text.length - end));
}

// The node from `first` up to `end` that is to become `wanted`: that of the same name, else the first nameless one of its kind.
function partner(first, end, wanted) {
  const name = nameOf(wanted);
  for (let node = first; node !== end; node = node.nextSibling) {
    if (node.nodeName === wanted.nodeName && nameOf(node) === name) return node;
  }
  return null;
}

// What tells an element from others of its kind; nothing for most.
function nameOf(node) {
  if (node.nodeType !== Node.ELEMENT_NODE) return null;
  const named = ["id", "data-key", "href", "src", "name", "property"];
  const has = node.parentNode?.localName === "head" ? named : named.slice(0, 2);
  const attribute = has.find((attribute) => node.hasAttribute(attribute));
  return attribute === undefined ? null : node.getAttribute(attribute);
}

// `moveBefore`, where there is one, keeps the focus and the state of frames.
function move(parent, node, before) {
  if (parent.moveBefore) parent.moveBefore(node, before);
  else parent.insertBefore(node, before);
}
