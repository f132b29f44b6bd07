// The sheets at true proportions. A new version is loaded first and then put in the place of the old one, so that nothing moves.

import { picture, sheetPath } from "./asking.js";
import { by, make } from "./dom.js";
import { inOrder } from "./findings.js";
import { drawn, marks } from "./overlays.js";
import { state } from "./state.js";
import { lines } from "./words.js";

const CSS_PX = 96 / 72;
const FINENESS = [48, 72, 96, 110, 144, 192, 240, 288, 400];
const MARGIN = 56;

// Returns how many times its true size a sheet is shown.
export function scale() {
  if (state.zoom) return state.zoom;
  const sheets = state.file?.sheets || [];
  if (!sheets.length) return 1;
  const stage = by("stage");
  const wide = Math.max(...sheets.map((sheet) => sheet.width)) * CSS_PX;
  const high = Math.max(...sheets.map((sheet) => sheet.height)) * CSS_PX;
  const columns = state.view === "pairs" && sheets.length > 1 ? 2 : 1;
  const across = (stage.clientWidth - MARGIN - (columns - 1) * 26) / columns / wide;
  const down = (stage.clientHeight - 90) / high;
  return Math.max(0.05, Math.min(across, columns > 1 || wide < high ? Math.max(down, across * 0.9) : across, 4));
}

function fineness() {
  const wanted = 96 * scale() * Math.min(devicePixelRatio || 1, 2);
  return FINENESS.find((ppi) => ppi >= wanted) || FINENESS.at(-1);
}

const foundOn = (number) => inOrder(state.file.findings)
  .map((finding, place) => ({ finding, number: place + 1 }))
  .filter(({ finding }) => finding.page === number && finding.area);

function title(sheet) {
  const size = `${inches(sheet.width)} × ${inches(sheet.height)} in`;
  return make("figcaption", { class: "sheet__name" }, sheet.name ? sheet.name.replaceAll("-", " ") : `page ${sheet.number}`, make("span", { text: sheet.alone ? `${size}, set alone; the page numbers follow` : size }));
}

const inches = (pt) => String(Math.round(pt / 72 * 100) / 100);

function over(sheet, choose) {
  const found = foundOn(sheet.number);
  return [drawn(sheet, found), lines(sheet), ...marks(sheet, found, choose)];
}

function sized(paper, sheet, by_) {
  paper.style.width = `${sheet.width * CSS_PX * by_}px`;
  paper.style.height = `${sheet.height * CSS_PX * by_}px`;
}

function figure(sheet, choose) {
  const image = make("img", { alt: `Sheet ${sheet.number}${sheet.name ? `, ${sheet.name}` : ""}`, draggable: "false" });
  const paper = make("div", { class: "sheet__paper" }, image, ...over(sheet, choose));
  sized(paper, sheet, scale());
  return make("figure", { class: "sheet", "data-number": sheet.number, "data-key": JSON.stringify([sheet.number, sheet.name]) }, title(sheet), paper);
}

// Shows the sheets of `state.file`: those that stay keep their place and their picture until the new one is there.
export async function showSheets(choose) {
  const stage = by("stage");
  let room = stage.querySelector(".sheets");
  const { file } = state;
  if (!room || room.dataset.of !== `${state.slug}/${state.edition}`) {
    room = make("div", { class: "sheets", "data-of": `${state.slug}/${state.edition}` });
    stage.replaceChildren(room);
    stage.scrollTo(0, 0);
  }
  room.dataset.view = state.view;
  const had = new Map([...room.children].map((one) => [one.dataset.key, one]));
  const figures = file.sheets.map((sheet) => {
    const key = JSON.stringify([sheet.number, sheet.name]);
    const one = had.get(key) || figure(sheet, choose);
    if (had.delete(key)) refreshed(one, sheet, choose);
    return one;
  });
  had.forEach((one) => one.remove());
  figures.forEach((one, number) => { if (room.children[number] !== one) room.insertBefore(one, room.children[number] || null); });
  await Promise.all(figures.filter(near).map(loaded));
  figures.filter((one) => !near(one)).forEach((one) => seen.observe(one));
}

function refreshed(one, sheet, choose) {
  const paper = one.querySelector(".sheet__paper");
  one.querySelector("figcaption").replaceWith(title(sheet));
  const focused = paper.contains(document.activeElement) ? document.activeElement.id || document.activeElement.className : "";
  [...paper.children].slice(1).forEach((child) => child.remove());
  paper.append(...over(sheet, choose));
  sized(paper, sheet, scale());
  if (focused) paper.querySelector(".words")?.focus({ preventScroll: true });
}

const seen = new IntersectionObserver((entries) => {
  for (const entry of entries.filter((one) => one.isIntersecting)) {
    seen.unobserve(entry.target);
    loaded(entry.target);
  }
}, { root: by("stage"), rootMargin: "600px" });

function near(one) {
  const stage = by("stage").getBoundingClientRect();
  const place = one.getBoundingClientRect();
  return place.bottom > stage.top - 200 && place.top < stage.bottom + 200;
}

async function loaded(one) {
  const sheet = state.file.sheets.find((each) => each.number === Number(one.dataset.number));
  if (!sheet) return;
  const path = sheetPath({ ...state, version: sheet.version }, sheet.number, fineness());
  const image = one.querySelector("img");
  if (image.dataset.path === path) return;
  image.dataset.path = path;
  const fresh = await picture(path).catch(() => null);
  if (!fresh || image.dataset.path !== path) return;
  const wasShown = Boolean(image.getAttribute("src"));
  image.src = path;
  await image.decode().catch(() => {});
  one.dataset.version = sheet.version;
  one.classList.remove("sheet--new");
  if (wasShown) requestAnimationFrame(() => one.classList.add("sheet--new"));
}

// Shows the sheets at another zoom; the middle of what is looked at stays in the middle.
export function zoomed() {
  const stage = by("stage");
  const middle = (stage.scrollTop + stage.clientHeight / 2) / Math.max(stage.scrollHeight, 1);
  const across = (stage.scrollLeft + stage.clientWidth / 2) / Math.max(stage.scrollWidth, 1);
  const now = scale();
  for (const one of stage.querySelectorAll(".sheet")) {
    const sheet = state.file.sheets.find((each) => each.number === Number(one.dataset.number));
    if (sheet) sized(one.querySelector(".sheet__paper"), sheet, now);
    if (near(one)) loaded(one); else seen.observe(one);
  }
  stage.scrollTo(across * stage.scrollWidth - stage.clientWidth / 2, middle * stage.scrollHeight - stage.clientHeight / 2);
}
