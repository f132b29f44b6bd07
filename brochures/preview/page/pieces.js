// The list of pieces, each with a thumbnail and how things stand with it; and the tabs of editions.

import { by, counted, make } from "./dom.js";
import { state } from "./state.js";

const NAMES = { screen: "Screen", desk: "Desk", press: "Press", web: "Web", large: "Large print", fax: "Fax", "desk-instructions": "How to fold", "press-imposed": "Sheet of copies" };

function standing(piece) {
  if (piece.state === "errors") return counted(piece.errors, "error");
  if (piece.state === "signed") return "signed";
  if (piece.state === "proof") return piece.unsigned ? `proof · ${piece.unsigned} unsigned` : "proof";
  return "…";
}

function entry(piece, choose) {
  const thumbnail = piece.thumbnail
    ? make("img", { src: `pieces/${piece.slug}.png?v=${piece.thumbnail}`, alt: "", decoding: "async" })
    : make("span", { class: "piece__blank" });
  return make("button", { class: "piece", type: "button", "data-slug": piece.slug, onclick: () => choose(piece.slug) },
    make("span", { class: "piece__picture" }, thumbnail),
    make("span", {},
      make("span", { class: "piece__name", text: piece.title }),
      make("span", { class: "piece__state", "data-state": piece.state, text: standing(piece) })));
}

export function showPieces(choose) {
  const list = by("pieces");
  const had = new Map([...list.children].map((item) => [item.firstChild.dataset.slug, item]));
  state.pieces.forEach((piece, number) => {
    const told = JSON.stringify(piece);
    let item = had.get(piece.slug);
    if (!item || item.dataset.told !== told) {
      const fresh = make("li", { "data-told": told }, entry(piece, choose));
      const focused = item && item.contains(document.activeElement);
      if (item) item.replaceWith(fresh);
      item = fresh;
      if (focused) { list.insertBefore(item, list.children[number] || null); item.firstChild.focus(); }
    }
    if (list.children[number] !== item) list.insertBefore(item, list.children[number] || null);
    had.delete(piece.slug);
    if (piece.slug === state.slug) item.firstChild.setAttribute("aria-current", "true");
    else item.firstChild.removeAttribute("aria-current");
  });
  had.forEach((item) => item.remove());
}

export const here = () => state.pieces.find((piece) => piece.slug === state.slug);

// Returns everything of a piece that can be looked at: its editions, and the sheets beside them.
export const filesOf = (piece) => (piece ? [...piece.editions, ...piece.beside] : []);

export function showEditions(choose) {
  const editions = filesOf(here());
  const bar = by("editions");
  by("title").textContent = here() ? here().title : "Preview";
  document.title = here() ? `${here().title}, ${state.edition} – preview` : "Preview";
  const told = JSON.stringify([editions, state.edition]);
  if (bar.dataset.told === told) return;
  bar.dataset.told = told;
  const had = bar.contains(document.activeElement);
  bar.replaceChildren(...editions.map((edition) => make("button", {
    class: "tab", role: "tab", type: "button", "data-edition": edition, "aria-selected": String(edition === state.edition),
    tabindex: edition === state.edition ? "0" : "-1", "aria-controls": "stage", text: NAMES[edition] || edition, onclick: () => choose(edition),
  })));
  if (had) bar.querySelector('[aria-selected="true"]')?.focus();
}
