// Elements, made in one call: make("a", {class: "where", href, text}, child, ...). Nothing is ever read as HTML.

const SVG = "http://www.w3.org/2000/svg";

function filled(element, given, children) {
  for (const [name, value] of Object.entries(given || {})) {
    if (value === undefined || value === null || value === false) continue;
    if (name === "text") element.textContent = value;
    else if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name === "style") Object.entries(value).forEach(([key, part]) => element.style.setProperty(key, part));
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

export const make = (tag, given, ...children) => filled(document.createElement(tag), given, children);
export const draw = (tag, given, ...children) => filled(document.createElementNS(SVG, tag), given, children);
export const by = (id) => document.getElementById(id);

// Returns how much of a thing there is: "1 word", "2 words".
export const counted = (number, word) => `${number} ${word}${number === 1 ? "" : "s"}`;

// Returns a link to a place in a file, with a button that copies it.
export function whereabouts(place) {
  if (!place) return null;
  const copy = make("button", { class: "small", type: "button", text: "Copy", "aria-label": `Copy ${place.text}` });
  copy.addEventListener("click", async () => {
    await navigator.clipboard.writeText(place.text).catch(() => {});
    copy.textContent = "Copied";
  });
  const link = make("a", { class: "where", href: place.link, text: place.text, title: "Open in the editor" });
  return make("span", { class: "finding__ways" }, link, copy);
}
