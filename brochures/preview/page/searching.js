// Search in the words of all pieces; a hit leads to the piece, and to the line on its sheet.

import { asked, filePath } from "./asking.js";
import { by, counted, make } from "./dom.js";
import { hear, state } from "./state.js";
import { chooseLine } from "./words.js";

let wanted = null;

function hit(one, go) {
  const text = make("span", {}, one.text.slice(Math.max(0, one.start - 60), one.start), make("mark", { text: one.text.slice(one.start, one.end) }), one.text.slice(one.end, one.end + 90));
  return make("li", {}, make("button", { class: "hit", type: "button", onclick: () => go(one) },
    make("strong", { text: one.title }), one.part ? make("span", { class: "quiet", text: ` ${one.part.replaceAll("-", " ")}` }) : null, make("br"), text,
    make("br"), make("span", { class: "where", text: one.place?.text || "" })));
}

async function lead() {
  if (!wanted || wanted.slug !== state.slug || !state.file?.sheets.length) return;
  const { file, line, column } = wanted.place;
  const query = new URLSearchParams({ file, line, column });
  const { passage } = await asked(`${filePath(state.slug, state.edition)}/passage?${query}`);
  if (passage >= 0 && chooseLine(passage)) wanted = null;
}

// Lets words be searched; `choosePiece` shows the piece of a hit, `choosePanel` the hits.
export function offerSearch(choosePiece, choosePanel) {
  const field = by("search-words");
  const show = async () => {
    const words = field.value.trim();
    const { hits } = words.length > 1 ? await asked(`search?${new URLSearchParams({ q: words })}`) : { hits: [] };
    if (words !== field.value.trim()) return;
    const go = async (one) => {
      wanted = one;
      if (one.slug !== state.slug) await choosePiece(one);
      await lead();
    };
    by("panel-words").replaceChildren(
      make("h2", { text: words.length > 1 ? `${counted(hits.length, "place")} with “${words}”` : "Search" }),
      make("ul", {}, ...hits.map((one) => hit(one, go))));
    choosePanel("words");
  };
  let pause = 0;
  field.addEventListener("input", () => { clearTimeout(pause); pause = setTimeout(show, 150); });
  by("search").addEventListener("submit", async (event) => {
    event.preventDefault();
    await show();
    by("panel-words").querySelector(".hit")?.focus();
  });
  hear("file", lead);
}
