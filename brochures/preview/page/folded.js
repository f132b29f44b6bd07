// The folded piece: it stands in space and opens panel by panel, by the folds of its format. What has no folds is leafed through.

import { sheetPath } from "./asking.js";
import { by, make } from "./dom.js";
import { state } from "./state.js";

const CSS_PX = 96 / 72;
const THICK = 0.6;

const opened = { of: "", at: 0 };

const inkPath = (sheet) => sheetPath({ ...state, version: sheet.version }, sheet.number, 144);

// Returns one side of a panel or leaf: the part of a sheet from `x` on, `width` wide.
function face(name, sheet, x, width, scale) {
  const one = make("div", { class: `face face--${name}` });
  if (!sheet) return one;
  one.style.backgroundImage = `url("${inkPath(sheet)}")`;
  one.style.backgroundSize = `${sheet.width * scale}px ${sheet.height * scale}px`;
  one.style.backgroundPosition = `${-x * scale}px 0`;
  one.style.width = `${width * scale}px`;
  return one;
}

// A piece of one sheet: the panel that no fold brings in lies still, its neighbours hang on it, and theirs on them.
function panels(fold, sheets, scale) {
  const inside = sheets.find((sheet) => sheet.name === "inside") || sheets[1];
  const outside = sheets.find((sheet) => sheet !== inside);
  const { turns } = fold;
  const last = Math.max(...turns);
  const stays = turns.length === 1 ? 1 : turns[0] === last ? 1 : turns.lastIndexOf(last);
  const wing = (number) => {
    const [front, back] = [fold.inside[number], fold.outside[number]];
    const one = make("div", { class: "wing" }, face("front", inside, front.x, front.width, scale), face("back", outside, back.x, back.width, scale));
    one.style.width = `${front.width * scale}px`;
    one.style.height = `${inside.height * scale}px`;
    return one;
  };
  const root = wing(stays);
  const hinges = [];
  let from = root;
  for (let number = stays + 1; number < fold.inside.length; number += 1) {
    const one = wing(number);
    one.style.left = `${fold.inside[number - 1].width * scale}px`;
    one.style.transformOrigin = "left center";
    hinges.push({ one, turn: turns[number - 1], shut: -180 });
    from.append(one);
    from = one;
  }
  from = root;
  for (let number = stays - 1; number >= 0; number -= 1) {
    const one = wing(number);
    one.style.left = `${-fold.inside[number].width * scale}px`;
    one.style.transformOrigin = "right center";
    hinges.push({ one, turn: turns[number], shut: 180 });
    from.append(one);
    from = one;
  }
  root.style.left = `${fold.inside.slice(0, stays).reduce((sum, panel) => sum + panel.width, 0) * scale}px`;
  hinges.sort((a, b) => b.turn - a.turn);
  const widest = fold.inside[stays].width * scale;
  return {
    parts: [root], steps: hinges.length + 1, width: inside.width * scale, height: inside.height * scale,
    show(at) {
      hinges.forEach(({ one, turn, shut }, number) => {
        const lift = 2 * THICK * turn * turn; // what comes in later lies above
        const angle = number < at ? 0 : shut * (1 - 0.002 * turn);
        one.style.transform = `translateZ(${number < at ? 0 : lift}px) rotateY(${angle}deg)`;
      });
      const flat = at >= hinges.length;
      const left = parseFloat(root.style.left);
      const shift = flat ? 0 : inside.width * scale / 2 - left - widest / 2 + (at ? widest / 4 : 0);
      return `translateX(${shift}px) rotateX(${flat ? 0 : 6}deg) rotateY(${flat ? 0 : -14}deg)`;
    },
    says: (at) => (at === 0 ? "Shut, as it is handed out" : at >= hinges.length ? "Open: the inside" : `Opened ${at} of ${hinges.length} times`),
  };
}

// Pages that are leafed through: each leaf has two of them and turns about its left edge.
function leaves(sheets, scale) {
  const wide = Math.max(...sheets.map((sheet) => sheet.width)) * scale;
  const high = Math.max(...sheets.map((sheet) => sheet.height)) * scale;
  const card = sheets.length === 2;
  const all = [];
  for (let number = 0; number < sheets.length; number += 2) {
    const [front, back] = [sheets[number], sheets[number + 1]];
    const one = make("div", { class: "leaf" }, face("front", front, 0, front.width, scale), face("back", back, 0, (back || front).width, scale));
    one.style.left = card ? "0px" : `${wide}px`;
    one.style.width = `${wide}px`;
    one.style.height = `${high}px`;
    one.style.transformOrigin = card ? "center" : "left center";
    all.push(one);
  }
  return {
    parts: all, steps: all.length + 1, width: card ? wide : wide * 2, height: high,
    show(at) {
      all.forEach((one, number) => {
        const turned = number < at;
        one.style.transform = `translateZ(${THICK * (turned ? number + 1 : all.length - number)}px) rotateY(${turned ? -180 : 0}deg)`;
        one.style.visibility = Math.abs(number + (turned ? 1 : 0) - at) > 2 ? "hidden" : "visible";
      });
      if (card) return "rotateX(4deg)";
      return `translateX(${at === 0 ? -wide / 2 : at === all.length ? wide / 2 : 0}px) rotateX(4deg)`;
    },
    says(at) {
      if (card) return at ? "The back" : "The front";
      const pages = [sheets[2 * at - 1], sheets[2 * at]].filter(Boolean).map((sheet) => sheet.number);
      return pages.length > 1 ? `Pages ${pages.join(" and ")}` : `Page ${pages[0]}`;
    },
  };
}

export function showFolded() {
  const { file } = state;
  const stage = by("stage");
  const of = `${file.slug}/${file.edition}`;
  if (opened.of !== of) Object.assign(opened, { of, at: 0 });
  const sheets = file.sheets;
  const flat = Math.max(...sheets.map((sheet) => sheet.width)) * (file.fold.kind === "leaves" && sheets.length > 2 ? 2 : 1);
  const high = Math.max(...sheets.map((sheet) => sheet.height));
  const scale = Math.min((stage.clientWidth - 90) / flat, (stage.clientHeight - 150) / high, 2.4 * CSS_PX);
  const piece = file.fold.kind === "panels" ? panels(file.fold, sheets, scale) : leaves(sheets, scale);
  const body = make("div", { class: "folded__piece" }, ...piece.parts);
  body.style.width = `${piece.width}px`;
  body.style.height = `${piece.height}px`;
  const says = make("p", { class: "folded__says", "aria-live": "polite" });
  const slider = make("input", { type: "range", min: 0, max: piece.steps - 1, step: 1, "aria-label": "How far it is open" });
  const shut = make("button", { class: "choice", type: "button", text: "Shut", "aria-label": "Shut one more" });
  const open = make("button", { class: "choice", type: "button", text: "Open", "aria-label": "Open one more" });
  const to = (at) => {
    opened.at = Math.max(0, Math.min(at, piece.steps - 1));
    body.style.transform = piece.show(opened.at);
    slider.value = opened.at;
    says.textContent = piece.says(opened.at);
    stage.dataset.opened = opened.at;
    shut.disabled = opened.at === 0;
    open.disabled = opened.at === piece.steps - 1;
  };
  slider.addEventListener("input", () => to(Number(slider.value)));
  shut.addEventListener("click", () => to(opened.at - 1));
  open.addEventListener("click", () => to(opened.at + 1));
  const room = make("div", { class: "folded__room", onclick: () => to(opened.at + 1 >= piece.steps ? 0 : opened.at + 1) }, body);
  swiped(room, (by_) => to(opened.at + by_));
  const focused = document.activeElement?.closest?.(".folded__tools") ? document.activeElement.getAttribute("aria-label") : "";
  stage.replaceChildren(make("div", { class: "folded" }, room, make("div", { class: "folded__tools" }, shut, slider, open, says)));
  to(opened.at);
  if (focused) stage.querySelector(`[aria-label="${focused}"]`)?.focus();
  fold = (by_) => to(opened.at + by_);
}

let fold = null;

// Opens or shuts one more, where the folded piece is shown.
export const foldBy = (by_) => (by("stage").querySelector(".folded") ? fold?.(by_) : undefined);

function swiped(room, moved) {
  let began = null;
  room.addEventListener("pointerdown", (event) => { began = event.clientX; });
  room.addEventListener("pointerup", (event) => {
    const far = event.clientX - (began ?? event.clientX);
    if (Math.abs(far) > 40) { moved(far < 0 ? 1 : -1); room.addEventListener("click", (click) => click.stopImmediatePropagation(), { capture: true, once: true }); }
  });
}
