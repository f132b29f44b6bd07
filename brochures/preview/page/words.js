// The words of a sheet: each printed line can be chosen, by a finger or by keys, and says where it is written and what it belongs to.

import { asked, filePath } from "./asking.js";
import { by, counted, make, whereabouts } from "./dom.js";
import { state, tell } from "./state.js";

const measure = document.createElement("canvas").getContext("2d");
measure.font = "16px sans-serif";

const isLetter = (sign) => /[\p{L}\p{N}]/u.test(sign);
const letters = (text) => [...text].filter(isLetter).length;

// Returns the word of `text` at the share `across` of its width: where it begins and ends.
function wordAt(text, across) {
  const whole = measure.measureText(text).width * across;
  let at = 0;
  while (at < text.length - 1 && measure.measureText(text.slice(0, at + 1)).width < whole) at += 1;
  const begin = text.slice(0, at + 1).search(/\S+$/u);
  const start = begin < 0 ? at : begin;
  const rest = text.slice(start).search(/\s/u);
  return { start, end: rest < 0 ? text.length : start + rest };
}

// Returns the passage that the letters of `line` before `start` lead to: its number and the letter in it.
function origin(line, start) {
  const at = letters(line.text.slice(0, start));
  let found = null;
  for (const [begins, passage, offset, fixed] of line.parts) if (begins <= at) found = { passage, letter: offset + (fixed ? 0 : at - begins) };
  return found && found.passage >= 0 ? found : null;
}

export function lines(sheet) {
  const group = make("div", {
    class: "words", role: "listbox", tabindex: "0", "aria-label": `Lines of sheet ${sheet.number}${sheet.name ? `, ${sheet.name}` : ""}`,
  });
  const all = sheet.lines.map((line, number) => make("div", {
    class: "line", role: "option", id: `line-${sheet.number}-${number}`, "aria-selected": "false", text: line.text,
    style: {
      left: `${100 * line.box[0] / sheet.width}%`, top: `${100 * line.box[1] / sheet.height}%`,
      width: `${100 * (line.box[2] - line.box[0]) / sheet.width}%`, height: `${100 * (line.box[3] - line.box[1]) / sheet.height}%`,
    },
  }));
  group.append(...all);
  group.addEventListener("click", (event) => {
    const number = all.indexOf(event.target);
    if (number < 0) return;
    const place = event.target.getBoundingClientRect();
    choose(group, all, sheet, number, wordAt(sheet.lines[number].text, (event.clientX - place.left) / place.width));
  });
  group.addEventListener("keydown", (event) => moved(event, group, all, sheet));
  return group;
}

function moved(event, group, all, sheet) {
  const now = Number(group.dataset.at ?? -1);
  const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1, Home: -all.length, End: all.length }[event.key];
  if (step && all.length) {
    event.preventDefault();
    event.stopPropagation();
    const to = Math.min(Math.max(now + step, 0), all.length - 1);
    choose(group, all, sheet, to, null);
    all[to].scrollIntoView({ block: "nearest", inline: "nearest" });
  }
}

function choose(group, all, sheet, number, word) {
  for (const other of document.querySelectorAll('.line[aria-selected="true"]')) other.setAttribute("aria-selected", "false");
  all[number].setAttribute("aria-selected", "true");
  group.dataset.at = number;
  group.setAttribute("aria-activedescendant", all[number].id);
  const line = sheet.lines[number];
  const spot = word || { start: Math.max(line.text.search(/\S/u), 0), end: line.text.length };
  tellWord({ sheet: sheet.number, line, ...spot, origin: origin(line, spot.start) });
}

// Chooses the first printed line whose words come from the passage `number`; returns whether there is one.
export function chooseLine(number) {
  for (const sheet of state.file.sheets) {
    const at = sheet.lines.findIndex((line) => line.parts.some((part) => part[1] === number));
    const group = document.querySelector(`.sheet[data-number="${sheet.number}"] .words`);
    if (at >= 0 && group) {
      const all = [...group.children];
      all[at].scrollIntoView({ block: "center", inline: "center" });
      choose(group, all, sheet, at, null);
      return true;
    }
  }
  return false;
}

async function tellWord(word) {
  const { slug, edition } = state;
  const about = word.origin
    ? await asked(`${filePath(slug, edition)}/passages/${word.origin.passage}?letter=${word.origin.letter}`).catch(() => null)
    : null;
  if (slug !== state.slug || edition !== state.edition) return;
  showWord(word, about);
  tell("word", { slug, edition, ...word, about });
}

const SIGNED = ({ called, signer, role, until }) => (signer ? `${called}: ${signer} (${role}), until ${until}` : `${called}: nobody has signed`);

function list(title, rows) {
  return rows.length ? [make("h2", { text: title }), make("ul", { class: "rows" }, ...rows.map((row) => make("li", {}, ...row)))] : [];
}

function showWord(word, about) {
  const panel = by("panel-words");
  const said = make("blockquote", { class: "quote" }, word.line.text.slice(0, word.start), make("mark", { text: word.line.text.slice(word.start, word.end) }), word.line.text.slice(word.end));
  if (!about) {
    panel.replaceChildren(make("h2", { text: `On sheet ${word.sheet}` }), said, make("p", { class: "quiet", text: "These words are the template's own, or were put there by a style." }));
    return;
  }
  const thing = about.about;
  panel.replaceChildren(
    make("h2", { text: `On sheet ${word.sheet}` }), said,
    make("h2", { text: "Written at" }), whereabouts(about.at),
    make("p", { class: "quote", text: about.text }),
    make("h2", { text: "Belongs to" }),
    thing ? make("p", {}, `${thing.kind} `, make("strong", { text: thing.name })) : make("p", { class: "quiet", text: about.thing ? `${about.kind} ${about.thing}` : "the piece itself" }),
    ...(thing ? [whereabouts(thing.place)] : []),
    ...(thing ? [
      ...list("Sources", thing.sources.map((one) => [`${one.short} `, whereabouts(one.place)])),
      ...list("Signatures", thing.signatures.map((one) => [SIGNED(one)])),
      ...list(`Printed in ${counted(thing.printed_in.length, "place")}`, thing.printed_in.map((one) => [`${one.piece}, ${one.called}`])),
    ] : []));
}

export function noWord() {
  by("panel-words").replaceChildren(
    make("p", { class: "quiet", text: "Choose a word on a sheet, or go to a sheet with Tab and to a line with the arrow keys: here it says where the words are written, which statement they are of, what that rests on, and who signed it." }));
}
