// What is drawn over a sheet, in its own pt: trim, safe area, folds, regions, baselines, what is overset, and findings with their numbers.

import { by, draw, make } from "./dom.js";
import { keepOverlays, OVERLAYS, shownOverlays } from "./state.js";

const box = (name, [left, top, right, bottom]) =>
  draw("rect", { class: name, x: left, y: top, width: Math.max(right - left, 0.5), height: Math.max(bottom - top, 0.5) });

const within = (by_, { width, height }) => [by_, by_, width - by_, height - by_];

const layer = (name, shapes) => draw("g", { class: `layer-${name}` }, ...shapes);

function oversets(sheet) {
  return sheet.regions.filter((one) => one.percent > 100).map((one) => {
    const [left, , right, bottom] = one.box;
    const over = (bottom - one.box[1]) * (one.percent - 100) / 100;
    return box("overset", [left, bottom, right, Math.min(bottom + over, sheet.height)]);
  });
}

// Returns the drawing over `sheet`; `found` are the findings that lie on it, each with its number.
export function drawn(sheet, found) {
  const folds = sheet.folds.map((x) => draw("line", { class: "fold", x1: x, x2: x, y1: -8, y2: sheet.height + 8 }));
  const lines = sheet.lines.map((one) => draw("line", { class: "baseline", x1: one.box[0], x2: one.box[2], y1: one.baseline, y2: one.baseline }));
  const boxes = found.flatMap(({ finding, number }) => [
    box("found", finding.area),
    box(`found--line is-${finding.severity}`, finding.area),
  ].map((shape) => { shape.dataset.number = number; return shape; }));
  return draw("svg", { class: "over", viewBox: `0 0 ${sheet.width} ${sheet.height}`, preserveAspectRatio: "none", "aria-hidden": "true" },
    layer("baselines", lines),
    layer("regions", sheet.regions.map((one) => box("region", one.box))),
    layer("safe", [box("safe", within(sheet.safe.wanted, sheet)), box("safe safe--least", within(sheet.safe.least, sheet))]),
    layer("folds", folds),
    layer("trim", [box("trim", [0, 0, sheet.width, sheet.height])]),
    layer("overset", oversets(sheet)),
    layer("findings", boxes));
}

export function marks(sheet, found, choose) {
  return found.map(({ finding, number }) => make("button", {
    class: `mark is-${finding.severity}`, type: "button", tabindex: "-1", "aria-hidden": "true", text: number,
    title: finding.message, onclick: () => choose(number),
    style: { left: `${100 * finding.area[0] / sheet.width}%`, top: `${100 * finding.area[1] / sheet.height}%` },
  }));
}

const COLOURS = { trim: "--trim", safe: "--safe", folds: "--fold", regions: "--region", baselines: "--baseline", overset: "--error", findings: "--warning" };
const shown = shownOverlays();

function apply() {
  OVERLAYS.forEach(([name]) => by("stage").toggleAttribute(`data-${name}`, shown.has(name)));
}

export function toggle(name) {
  const tick = document.querySelector(`#overlays input[value="${name}"]`);
  tick.checked = !tick.checked;
  tick.dispatchEvent(new Event("change"));
}

export function offerOverlays() {
  for (const [name, words, key] of OVERLAYS) {
    const tick = make("input", { type: "checkbox", value: name, "aria-keyshortcuts": key });
    tick.checked = shown.has(name);
    tick.addEventListener("change", () => {
      if (tick.checked) shown.add(name); else shown.delete(name);
      keepOverlays(shown);
      apply();
    });
    const sample = make("span", { class: "overlay__sample", "aria-hidden": "true", style: { "border-color": `var(${COLOURS[name]})` } });
    by("overlays").append(make("label", { class: "overlay" }, tick, sample, words));
  }
  apply();
}
