// What is looked at. The address keeps it, so that a page that is loaded again shows the same.

export const state = {
  pieces: [], project: [], slug: "", edition: "", view: "sheets", zoom: 0, inks: "", file: null, chosen: -1, version: "",
};

export const OVERLAYS = [
  ["trim", "Trim", "t"], ["safe", "Safe area", "a"], ["folds", "Folds", "d"], ["regions", "Regions", "r"],
  ["baselines", "Baselines", "l"], ["overset", "Overset", "o"], ["findings", "Findings", "i"],
];

const SHOWN = "preview.overlays";

export function shownOverlays() {
  try {
    return new Set(JSON.parse(localStorage.getItem(SHOWN)) || ["trim", "overset", "findings"]);
  } catch {
    return new Set(["trim", "overset", "findings"]);
  }
}

export function keepOverlays(shown) {
  try {
    localStorage.setItem(SHOWN, JSON.stringify([...shown]));
  } catch { /* a browser that keeps nothing shows them as they begin */ }
}

export function fromAddress() {
  const [slug = "", edition = "", view = ""] = decodeURIComponent(location.hash.slice(1)).split("/");
  Object.assign(state, { slug, edition, view: ["sheets", "pairs", "folded"].includes(view) ? view : "sheets" });
}

export function toAddress() {
  history.replaceState(null, "", `#${state.slug}/${state.edition}/${state.view}`);
}

// Tells every part of the page, and what else listens (an editing panel, for one): "preview:piece", "preview:file", "preview:word".
export const tell = (name, detail) => document.dispatchEvent(new CustomEvent(`preview:${name}`, { detail }));
export const hear = (name, heard) => document.addEventListener(`preview:${name}`, (event) => heard(event.detail));
