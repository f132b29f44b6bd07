// Editing: the words of one statement or label in a plain form, with what the gate says, grade, room, sources and signatures beside them.

import { asked } from "./asking.js";
import { by, counted, make, whereabouts } from "./dom.js";
import { grades, refusals, showGate, showSources, showVoids } from "./editing-beside.js";
import { listenForKeys } from "./keys.js";
import { later, post, reasons, upper } from "./posting.js";
import { showRoomTrial } from "./room-trial.js";
import { offerSigning } from "./signing.js";
import { hear, state } from "./state.js";

const TYPING = 350;
const SETTING = 900;

const form = crypto.randomUUID(); // what this page's form is known by, so that another tab keeps the words when this one is shut
let open = null; // the text whose form is open: {key, digest, words, …}
let turn = 0;
let asking = null;

const dialog = make("dialog", { class: "editing", id: "editing", "aria-labelledby": "editing-title" });
const part = (id, tag = "div", given = {}) => make(tag, { id: `editing-${id}`, ...given });

function build() {
  dialog.append(
    make("div", { class: "editing__head" },
      make("h2", { id: "editing-title", class: "editing__title", text: "Edit words" }),
      make("form", { class: "editing__search", id: "editing-search", role: "search" },
        make("label", { for: "editing-q", text: "Find words" }),
        make("input", { id: "editing-q", type: "search", autocomplete: "off", spellcheck: "false" })),
      make("button", { class: "choice", type: "button", id: "editing-cancel", text: "Cancel", onclick: cancel })),
    part("found", "ul", { class: "editing__found", "aria-label": "Texts found" }),
    make("div", { class: "editing__body", id: "editing-body", hidden: true },
      make("div", { class: "editing__form" },
        make("p", { class: "editing__called" }, part("called", "strong"), " ", part("where", "span")),
        make("label", { class: "editing__label", for: "editing-words", text: "The words" }),
        make("textarea", { id: "editing-words", class: "editing__words", rows: "7", spellcheck: "true", "aria-describedby": "editing-hint editing-sum" }),
        make("p", { class: "quiet", id: "editing-hint", text: "Words in braces, such as {clinic:phone}, are filled in by the program: leave them as they are." }),
        part("sum", "p", { class: "editing__sum", role: "status", "aria-live": "polite" }),
        part("told", "div", { class: "editing__told", role: "alert" }),
        make("div", { class: "editing__acts" },
          make("button", { class: "choice choice--main", type: "button", id: "editing-save", text: "Save", onclick: save }),
          make("button", { class: "choice", type: "button", id: "editing-back", text: "Put back the last version", onclick: putBack })),
        part("last", "details", { class: "editing__last", hidden: true }),
        part("voids", "section", { class: "editing__voids", "aria-label": "What saving does to signatures" }),
        part("gate", "section", { class: "editing__gate", "aria-label": "What the gate says" })),
      make("div", { class: "editing__beside" },
        part("which", "p", { class: "editing__which" }),
        part("room", "section", { "aria-label": "On the page" }),
        part("sources", "section", { "aria-label": "Sources" }))));
  document.body.append(dialog);
  by("editing-words").addEventListener("input", () => { changed(); });
  by("editing-search").addEventListener("submit", (event) => { event.preventDefault(); find(); });
  by("editing-q").addEventListener("input", later(250, find));
  dialog.addEventListener("keydown", (event) => event.stopPropagation()); // keys of the page behind it rest
  dialog.addEventListener("cancel", (event) => { event.preventDefault(); cancel(); });
  dialog.addEventListener("close", () => { trySoon.never(); setSoon.never(); asking?.abort(); if (open) { open = null; giveUp(); } });
}

export function offerEditing() {
  build();
  const bar = by("help-opens");
  listenForKeys({ c: () => (document.querySelector(".editing__offer button") || by("editing-opens")).click(), y: () => by("signing-opens").click() });
  const edit = make("button", { class: "choice", type: "button", id: "editing-opens", "aria-haspopup": "dialog", "aria-keyshortcuts": "c", text: "Edit words", onclick: () => show() });
  bar.before(edit, ...offerSigning());
  hear("word", ({ about }) => offerWord(about));
}

// Puts a button behind what is told of a chosen word.
async function offerWord(about) {
  if (!about?.start) return;
  const place = about.start;
  const query = new URLSearchParams({ file: place.file, line: place.line, column: place.column });
  const found = await asked(`words/at?${query}`).catch(() => null);
  if (!found || by("panel-words").querySelector(".editing__offer")) return;
  const offer = found.key
    ? make("button", { class: "choice choice--main", type: "button", text: "Edit these words", onclick: () => show(found.key) })
    : make("p", { class: "quiet", text: `These words are edited in their file: ${place.text}.` });
  by("panel-words").prepend(make("div", { class: "editing__offer" }, offer));
}

async function show(key = "") {
  by("editing-body").hidden = true;
  by("editing-found").replaceChildren();
  by("editing-q").value = "";
  if (!dialog.open) dialog.showModal();
  if (key) await openText(key);
  else by("editing-q").focus();
}

async function find() {
  const words = by("editing-q").value.trim();
  if (!words) { by("editing-found").replaceChildren(); return; }
  const { texts, more } = await asked(`words?${new URLSearchParams({ q: words })}`);
  const rows = texts.map((text) => make("li", {}, make("button", { class: "hit", type: "button", onclick: () => openText(text.key) },
    make("strong", { text: text.called }), make("br"), text.words)));
  if (more) rows.push(make("li", { class: "quiet", text: `and ${counted(more, "text")} more: type another word` }));
  if (!rows.length) rows.push(make("li", { class: "quiet", text: "No statement and no label has these words. Other words are edited in their files." }));
  by("editing-found").replaceChildren(...rows);
}

async function openText(key) {
  const answer = await post("words/open", { key, form });
  if (!answer.ok) { tell("bad", reasons(answer)); return; }
  if (open && by("editing-words").value.trim() !== open.words && !confirm("Leave the words that you typed unsaved?")) return;
  open = answer;
  by("editing-found").replaceChildren();
  by("editing-body").hidden = false;
  by("editing-called").textContent = open.called;
  by("editing-where").replaceChildren(whereabouts(open.place));
  by("editing-words").value = open.words;
  tell("", []);
  if (open.held) tell("bad", [`${upper(open.held)}. You can read and try words; saving waits for that.`]);
  showSources(open);
  showBack();
  showWhich();
  by("editing-words").focus();
  tryNow();
  setNow();
}

// Offers the pieces that print the words: the one that is looked at first, where it does.
function showWhich() {
  const here = open.pieces.includes(state.slug) ? state.slug : open.pieces[0] || "";
  const title = (slug) => state.pieces.find((piece) => piece.slug === slug)?.title || slug;
  by("editing-which").replaceChildren(
    make("label", { for: "editing-piece", text: "Looked at in" }), " ",
    make("select", { id: "editing-piece", class: "choice", onchange: () => { tryNow(); setNow(); } }, ...open.pieces.map((slug) => make("option", { value: slug, text: title(slug) }))));
  by("editing-which").hidden = !here;
  by("editing-piece").value = here;
  by("editing-room").replaceChildren(make("h3", { text: "On the page" }), make("p", { class: "quiet", text: here ? "Setting the page…" : "No piece prints these words yet." }));
}

// Returns the piece that is looked at, and its edition: the one on the screen behind, where it has that.
function looked() {
  const piece = by("editing-piece").value;
  const editions = state.pieces.find((one) => one.slug === piece)?.editions || [];
  return { piece, edition: editions.includes(state.edition) && state.edition !== "web" ? state.edition : editions[0] || "" };
}

const typed = () => by("editing-words").value;

function changed() {
  read = room = "";
  sum("Reading…");
  by("editing-save").disabled = true;
  trySoon();
  setSoon();
}

const trySoon = later(TYPING, () => tryNow());
const setSoon = later(SETTING, () => setNow());

// Asks the gate about the words as they are typed, unless newer ones were typed meanwhile.
async function tryNow() {
  if (!open) return;
  const mine = ++turn;
  asking?.abort();
  asking = new AbortController();
  const answer = await post("words/try", { key: open.key, words: typed(), piece: looked().piece }, { signal: asking.signal }).catch(() => null);
  if (!answer || mine !== turn || !open) return;
  const same = typed().trim() === open.words;
  by("editing-save").disabled = same || !answer.ok || answer.refused;
  if (!answer.ok) { sum(reasons(answer).join(" ")); by("editing-gate").replaceChildren(); by("editing-voids").replaceChildren(); return; }
  showGate(answer);
  showVoids(answer, open, same);
  read = [grades(answer), refusals(answer), same ? "Nothing is changed yet." : ""].filter(Boolean).join(" ");
  summed();
}

let roomTurn = 0;
let read = ""; // what the gate and the grade are
let room = ""; // what the room is

// Says in one place, which is read aloud, how things stand with the words as they are typed.
function summed() {
  sum([read, room].filter(Boolean).join(" "));
}

async function setNow() {
  if (!open || !looked().piece) return;
  const mine = ++roomTurn;
  by("editing-room").setAttribute("aria-busy", "true");
  const answer = await post("words/room", { key: open.key, words: typed(), ...looked() }).catch(() => null);
  if (!answer || mine !== roomTurn || !open) return;
  if (answer.overtaken) { setSoon(); return; }
  by("editing-room").removeAttribute("aria-busy");
  if (!answer.ok) { by("editing-room").replaceChildren(make("h3", { text: "On the page" }), ...reasons(answer).map((text) => make("p", { class: "quiet", text }))); return; }
  showRoomTrial(by("editing-room"), answer);
  const short = answer.rooms.filter((one) => !one.fits);
  room = short.length ? `They do not fit: ${short.map((one) => `${counted(one.lines_over, "line")} too many in ${one.name}`).join(", ")}.` : answer.rooms.length ? "They fit." : "";
  if (read) summed();
}

function showBack() {
  const back = by("editing-back");
  back.disabled = !open.last;
  by("editing-last").hidden = !open.last;
  if (open.last) by("editing-last").replaceChildren(make("summary", { text: `The last version, until ${open.last.saved}` }), make("p", { class: "quote", text: open.last.words }));
}

function sum(words) {
  by("editing-sum").textContent = words;
}

function tell(kind, lines, ...more) {
  by("editing-told").replaceChildren(...(lines.length ? [make("div", { class: `editing__box editing__box--${kind}` }, ...lines.map((line) => make("p", { text: line })), ...more)] : []));
}

async function save() {
  by("editing-save").disabled = true;
  sum("All pieces that print these words are read, then they are saved…");
  await done(await post("words/save", { key: open.key, words: typed(), digest: open.digest }));
}

async function putBack() {
  await done(await post("words/back", { key: open.key, digest: open.digest }));
}

// Says what came of saving or putting back.
async function done(answer) {
  if (answer.ok) {
    const key = open.key;
    open = { ...open, words: answer.text.words, digest: answer.text.digest };
    await openText(key);
    tell("good", [answer.said]);
    return;
  }
  if (answer.theirs) {
    const { theirs } = answer;
    sum("Nothing was saved.");
    tell("bad", ["Somebody changed these words after you began. Nothing was saved; compare the two."],
      make("div", { class: "editing__two" },
        make("div", {}, make("h3", { text: "There stands now" }), make("p", { class: "quote", text: theirs.words }),
          make("button", { class: "choice", type: "button", text: "Take what stands there", onclick: () => { open = { ...open, ...theirs }; by("editing-words").value = theirs.words; tell("", []); tryNow(); setNow(); } })),
        make("div", {}, make("h3", { text: "You wrote" }), make("p", { class: "quote", text: typed() }),
          make("button", { class: "choice", type: "button", text: "Keep mine, to save over it", onclick: () => { open = { ...open, ...theirs }; tell("", []); tryNow(); } }))));
    return;
  }
  sum("Nothing was saved.");
  if (answer.trial) { showGate(answer.trial); sum(refusals(answer.trial)); tell("bad", ["The gate refuses these words; nothing was saved."]); return; }
  tell("bad", reasons(answer));
  by("editing-save").disabled = false;
}

// Lets others edit, even while this page is shut.
function giveUp() {
  post("words/close", { form }, { keepalive: true }).catch(() => {});
}

function cancel() {
  if (open && typed().trim() !== open.words && !confirm("Leave the words that you typed unsaved?")) return;
  dialog.close();
}

addEventListener("beforeunload", (event) => { if (open && typed().trim() !== open.words) event.preventDefault(); });
addEventListener("pagehide", () => { if (open) giveUp(); });
addEventListener("pageshow", (event) => { if (open && event.persisted) post("words/open", { key: open.key, form }).catch(() => {}); });
offerEditing();
