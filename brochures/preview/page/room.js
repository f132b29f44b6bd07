// The room: how many words each panel or page holds, and how much of its height they use.

import { by, counted, draw, make } from "./dom.js";
import { state } from "./state.js";

const WIDE = 300;

function bar(percent) {
  const used = Math.min(percent, 100) * WIDE / 100;
  return draw("svg", { class: "meter__bar", viewBox: `0 0 ${WIDE} 10`, preserveAspectRatio: "none", "aria-hidden": "true" },
    draw("rect", { class: "room", x: 0.5, y: 0.5, width: WIDE - 1, height: 9 }),
    draw("rect", { class: percent > 100 ? "over" : "used", x: 0.5, y: 0.5, width: Math.max(used - 1, 0), height: 9 }));
}

function meter(sheet, region) {
  const over = region.percent > 100;
  const says = `${counted(region.words, "word")} · ${region.percent} % of its height${over ? ", overset" : ""}`;
  return make("li", {}, make("button", {
    class: "meter", type: "button", "data-over": over,
    onclick: () => document.querySelector(`.sheet[data-number="${sheet.number}"]`)?.scrollIntoView({ block: "nearest" }),
  }, make("span", { text: region.kind === "panel" ? region.name.replaceAll("-", " ") : `page ${sheet.number}` }), make("span", { class: "meter__words", text: says }), bar(region.percent)));
}

export function showRoom() {
  const sheets = state.file?.sheets || [];
  const parts = sheets.map((sheet) => [sheet, sheet.regions.filter((one) => one.words !== undefined)]).filter(([, regions]) => regions.length);
  const words = parts.flatMap(([, regions]) => regions).reduce((sum, one) => sum + one.words, 0);
  by("panel-room").replaceChildren(
    make("p", { text: parts.length ? `${counted(words, "word")} in all.` : "Nothing was measured." }),
    ...parts.flatMap(([sheet, regions]) => [
      regions[0].kind === "panel" && sheet.name ? make("h2", { text: `Sheet ${sheet.number}, ${sheet.name}` }) : null,
      make("ul", {}, ...regions.map((region) => meter(sheet, region))),
    ]).filter(Boolean));
}
