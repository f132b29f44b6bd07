// Keys: every thing that can be done has one. Keys of a single letter can be turned off, for who speaks to the machine (WCAG 2.2, 2.1.4).

import { by, make } from "./dom.js";
import { OVERLAYS } from "./state.js";

const OFF = "preview.keys-off";

function off() {
  try { return localStorage.getItem(OFF) === "yes"; } catch { return false; }
}

export const KEYS = [
  ["Pieces and editions", [["[ ]", "piece before, piece after"], [", .", "edition before, edition after"], ["/", "search in the words"]]],
  ["View", [["s", "sheets below each other"], ["b", "sheets side by side"], ["f", "folded; then ← and → open and shut it"], ["+ −", "larger, smaller"], ["0", "fit into the window"], ["1", "as large as on paper"], ["g", "the next of colour, grey and plates"]]],
  ["Over the sheets", OVERLAYS.map(([, words, key]) => [key, words.toLowerCase()])],
  ["Findings and words", [["n p", "next, last finding"], ["e", "open what is chosen in the editor"], ["Tab", "to a sheet; then arrow keys go from line to line"], ["w", "to the words of the chosen line"], ["m", "to the room that each panel has"], ["c", "change the chosen words, or find some"], ["y", "review and sign"]]],
];

export function offerHelp() {
  const help = by("help");
  const tick = make("input", { type: "checkbox" });
  tick.checked = !off();
  tick.addEventListener("change", () => { try { localStorage.setItem(OFF, tick.checked ? "no" : "yes"); } catch { /* it is kept for this page alone */ } });
  help.append(
    make("h2", { id: "help-title", text: "Keys" }),
    make("div", { class: "help__columns" }, ...KEYS.map(([title, rows]) => make("section", {}, make("h3", { text: title }),
      make("table", {}, make("tbody", {}, ...rows.map(([keys, words]) => make("tr", {},
        make("th", { scope: "row" }, ...keys.split(" ").map((key) => make("kbd", { text: key }))), make("td", { text: words })))))))),
    make("div", { class: "help__foot" },
      make("label", { class: "overlay" }, tick, "Keys of one letter work"),
      make("button", { class: "choice", type: "button", text: "Close", onclick: () => help.close() })));
  by("help-opens").addEventListener("click", () => help.showModal());
}

// Listens for keys; `acts` are what each does.
export function listenForKeys(acts) {
  addEventListener("keydown", (event) => {
    const typing = event.target.closest("input:not([type=checkbox]), textarea, select, [contenteditable]");
    if (event.key === "Escape" && typing) { typing.blur(); return; }
    if (typing || event.ctrlKey || event.metaKey || event.altKey || by("help").open || off()) return;
    const act = acts[event.key];
    if (act && !(event.key.startsWith("Arrow") && event.target.closest("[role=tablist], [role=radiogroup], [role=listbox], input"))) act(event);
    if (act && !event.key.startsWith("Arrow")) event.preventDefault();
  });
}

// Lets the arrow keys go through a row of tabs or choices (ARIA Authoring Practices, Tabs).
export function arrows(row) {
  row.addEventListener("keydown", (event) => {
    const all = [...row.querySelectorAll('[role="tab"], [role="radio"]')];
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    const at = all.indexOf(document.activeElement);
    if (!step || at < 0) return;
    event.preventDefault();
    const to = all[(at + step + all.length) % all.length];
    to.focus();
    to.click();
  });
}
