// The page: what is looked at is shown, and follows the files while they change.

import { asked, filePath, listen } from "./asking.js";
import { by, counted, make } from "./dom.js";
import { choose, showFindings, step } from "./findings.js";
import { foldBy, showFolded } from "./folded.js";
import { arrows, listenForKeys, offerHelp } from "./keys.js";
import { offerOverlays, toggle } from "./overlays.js";
import { filesOf, here, showEditions, showPieces } from "./pieces.js";
import { showRoom } from "./room.js";
import { offerSearch } from "./searching.js";
import { scale, showSheets, zoomed } from "./sheets.js";
import { fromAddress, hear, OVERLAYS, state, tell, toAddress } from "./state.js";
import { noWord } from "./words.js";

const ZOOMS = [0.25, 0.33, 0.5, 0.67, 0.8, 1, 1.25, 1.5, 2, 3, 4];

function status(kind, words) {
  by("status").dataset.state = kind;
  if (by("status-words").textContent !== words) by("status-words").textContent = words;
}

async function readPieces() {
  const { pieces, findings } = await asked("pieces");
  Object.assign(state, { pieces, project: findings });
  if (!here() && pieces.length) state.slug = pieces[0].slug;
  const editions = filesOf(here());
  const was = state.edition;
  if (editions.length && !editions.includes(state.edition)) state.edition = editions[0];
  showPieces(choosePiece);
  showEditions(chooseEdition);
  showFindings(choose);
  if (here() && (state.edition !== was || (!state.file && state.edition))) await look();
}

async function choosePiece(slug) {
  const editions = filesOf(state.pieces.find((piece) => piece.slug === slug));
  Object.assign(state, { slug, edition: editions.includes(state.edition) ? state.edition : editions[0] || "", file: null, chosen: -1 });
  showPieces(choosePiece);
  showEditions(chooseEdition);
  noWord();
  await look();
}

async function chooseEdition(edition) {
  Object.assign(state, { edition, file: null, chosen: -1 });
  showEditions(chooseEdition);
  noWord();
  await look();
}

// Looks at the chosen edition: it is set now, and again whenever it changes.
async function look() {
  toAddress();
  status("busy", "Looking");
  tell("piece", { slug: state.slug, edition: state.edition });
  await read("?look");
}

let turn = 0;

// Reads the edition again and shows it, unless something newer was asked for meanwhile.
async function read(how = "") {
  const mine = ++turn;
  if (!state.edition) return;
  const file = await asked(filePath(state.slug, state.edition) + how).catch(() => null);
  if (!file || mine !== turn) return;
  state.file = file;
  await show();
  if (how && file.state !== "waiting") status(file.state, file.state === "good" ? "Up to date" : "Not set");
  tell("file", file);
}

async function show() {
  const { file } = state;
  showFindings(choose);
  showRoom();
  inks();
  document.querySelector('[data-view="folded"]').disabled = !file.fold;
  const view = state.view === "folded" && !file.fold ? "sheets" : state.view;
  if (file.page) by("stage").replaceChildren(make("iframe", { class: "web", src: `${filePath(file.slug, file.edition)}/page?v=${file.version}`, title: "The page for the web", sandbox: "" }));
  else if (!file.sheets.length) by("stage").replaceChildren(make("p", { class: "empty", text: file.state === "refused" ? "There is no good state of this edition yet." : "This edition is being set for the first time." }));
  else if (view === "folded") showFolded();
  else await showSheets(choose);
  by("zoom-fit").textContent = state.zoom ? `${Math.round(state.zoom * 100)} %` : "Fit";
  by("stage").dataset.version = file.version;
  by("stage").dataset.state = file.state;
}

function inks() {
  const plates = state.file.plates || [];
  const told = JSON.stringify(plates);
  if (by("inks").dataset.told === told) return;
  by("inks").dataset.told = told;
  const options = [["", "In colour"], ["grey", "In grey"], ...plates.map((plate) => [plate, `Plate ${plate}`])];
  if (!options.some(([value]) => value === state.inks)) state.inks = "";
  by("inks").replaceChildren(...options.map(([value, text]) => make("option", { value, text })));
  by("inks").value = state.inks;
}

const isMine = ({ slug, edition }) => slug === state.slug && edition === state.edition;

const HEARD = {
  hello: async () => { await readPieces(); if (here()) await look(); },
  pieces: readPieces,
  setting: (event) => { if (isMine(event)) status("busy", "Setting"); },
  seen: async (event) => {
    if (!isMine(event)) return;
    await read();
    status("good", `Set in ${event.seconds.toFixed(event.seconds < 10 ? 1 : 0)} s`);
  },
  part: async (event) => {
    if (!isMine(event)) return;
    await read();
    status("busy", `Part set in ${event.seconds.toFixed(1)} s; the rest follows`);
  },
  refused: async (event) => {
    if (!isMine(event)) return;
    await read();
    status("refused", `${counted(event.errors, "finding")}: not set`);
  },
  untouched: async (event) => { if (isMine(event)) { await read(); status("good", "Up to date"); } },
  ended: () => status("away", "Nothing is set any more: start the preview again"),
  judged: async (event) => { if (isMine(event)) await read(); },
};

function chooseView(view) {
  state.view = view;
  for (const button of document.querySelectorAll("[data-view]")) {
    button.setAttribute("aria-checked", String(button.dataset.view === view));
    button.tabIndex = button.dataset.view === view ? 0 : -1;
  }
  toAddress();
  if (state.file) { by("stage").replaceChildren(); show(); }
}

function zoom(to) {
  state.zoom = to;
  by("zoom-fit").textContent = to ? `${Math.round(to * 100)} %` : "Fit";
  if (state.file?.sheets.length && state.view !== "folded") zoomed();
}

const larger = () => zoom(ZOOMS.find((one) => one > scale() * 1.02) || ZOOMS.at(-1));
const smaller = () => zoom([...ZOOMS].reverse().find((one) => one < scale() * 0.98) || ZOOMS[0]);

export function choosePanel(name) {
  for (const tab of document.querySelectorAll("#panels [role=tab]")) {
    const chosen = tab.id === `tab-${name}`;
    tab.setAttribute("aria-selected", String(chosen));
    tab.tabIndex = chosen ? 0 : -1;
    by(tab.getAttribute("aria-controls")).hidden = !chosen;
  }
}

function stepThrough(all, now, by_, chosen) {
  if (all.length) chosen(all[(all.indexOf(now) + by_ + all.length) % all.length]);
}

const stepPiece = (by_) => stepThrough(state.pieces.map((piece) => piece.slug), state.slug, by_, choosePiece);
const stepEdition = (by_) => stepThrough(filesOf(here()), state.edition, by_, chooseEdition);

function nextInks() {
  const options = [...by("inks").options].map((option) => option.value);
  by("inks").value = options[(options.indexOf(state.inks) + 1) % options.length];
  by("inks").dispatchEvent(new Event("change"));
}

function openInEditor() {
  const open = document.querySelector("[role=tabpanel]:not([hidden]) .is-chosen .where, #panel-words:not([hidden]) .where, .finding .where");
  open?.click();
}

function begin() {
  fromAddress();
  offerOverlays();
  offerHelp();
  offerSearch(({ slug }) => choosePiece(slug), choosePanel);
  noWord();
  chooseView(state.view);
  for (const button of document.querySelectorAll("[data-view]")) button.addEventListener("click", () => chooseView(button.dataset.view));
  for (const tab of document.querySelectorAll("#panels [role=tab]")) tab.addEventListener("click", () => choosePanel(tab.id.replace("tab-", "")));
  for (const row of document.querySelectorAll("[role=tablist], [role=radiogroup]")) arrows(row);
  by("zoom-in").addEventListener("click", larger);
  by("zoom-out").addEventListener("click", smaller);
  by("zoom-fit").addEventListener("click", () => zoom(0));
  by("zoom-true").addEventListener("click", () => zoom(1));
  by("inks").addEventListener("change", () => { state.inks = by("inks").value; if (state.file?.sheets.length) show(); });
  by("stage").addEventListener("wheel", (event) => { if (event.ctrlKey) { event.preventDefault(); (event.deltaY < 0 ? larger : smaller)(); } }, { passive: false });
  addEventListener("resize", () => { if (!state.zoom) zoom(0); });
  hear("word", () => choosePanel("words"));
  listenForKeys({
    "[": () => stepPiece(-1), "]": () => stepPiece(1), ",": () => stepEdition(-1), ".": () => stepEdition(1), "/": () => by("search-words").focus(),
    s: () => chooseView("sheets"), b: () => chooseView("pairs"), f: () => chooseView("folded"),
    "+": larger, "=": larger, "-": smaller, 0: () => zoom(0), 1: () => zoom(1), g: nextInks, "?": () => by("help").showModal(),
    ArrowRight: () => foldBy(1), ArrowLeft: () => foldBy(-1),
    n: () => { choosePanel("findings"); step(1); }, p: () => { choosePanel("findings"); step(-1); }, e: openInEditor,
    w: () => { choosePanel("words"); by("panel-words").focus(); }, m: () => { choosePanel("room"); by("panel-room").focus(); },
    ...Object.fromEntries(OVERLAYS.map(([name, , key]) => [key, () => toggle(name)])),
  });
  listen((event) => HEARD[event.event]?.(event), () => status("away", "The preview ended"));
}

begin();
