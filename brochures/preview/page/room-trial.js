// The room that new words take: each panel that holds them in words, and the place on the page as a picture.

import { counted, make } from "./dom.js";

const BESIDE = 10, ABOVE = 54, BELOW = 90; // pt that are shown around the words

const said = (room) => {
  const where = room.kind === "panel" ? `the panel ‘${room.name}’` : `page ${room.page}`;
  const steps = room.steps ? ` It is set ${counted(room.steps, "step")} of ${room.most_steps} tighter than designed.` : "";
  if (room.fits) return `The words fit into ${where}: ${Math.round(room.percent)} % of its height is used.${steps}`;
  return `${room.lines_over ? `${counted(room.lines_over, "line")} too many` : `${room.over} pt too much`} in ${where}${room.words_over ? `: cut about ${counted(room.words_over, "word")}` : ""}.${steps}`;
};

export function showRoomTrial(into, trial) {
  const shown = [make("h3", { text: "On the page" })];
  if (trial.refused.length) shown.push(...trial.refused.map((one) => make("p", { class: "warn", text: `The page cannot be set: ${one.message}.` })));
  else if (!trial.rooms.length) shown.push(make("p", { class: "quiet", text: `The ${trial.edition} edition of ${trial.piece} does not print these words on a panel or page.` }));
  for (const room of trial.rooms) {
    shown.push(make("p", { class: room.fits ? "good" : "bad", text: said(room) }), meter(room), picture(trial, room));
  }
  into.replaceChildren(...shown);
}

function meter(room) {
  const bar = make("meter", { class: "editing__meter", min: "0", max: "130", high: "100", value: String(Math.min(room.percent, 130)), "aria-label": `Height of ${room.name} used, in per cent` });
  bar.textContent = `${Math.round(room.percent)} %`;
  return bar;
}

// The place of the words with a little around it, cut out of the picture of its page: down to the end of what does not fit. Their lines are marked.
function picture(trial, room) {
  const [width, height] = room.size;
  const first = Math.min(...room.lines.map((line) => line[1])), last = Math.max(...room.lines.map((line) => line[3]));
  const left = Math.max(0, room.box[0] - BESIDE), right = Math.min(width, room.box[2] + BESIDE);
  const top = Math.max(0, first - ABOVE), bottom = Math.min(height, room.fits ? last + BELOW : Math.max(last, room.box[3]) + BELOW);
  const wide = right - left, high = bottom - top;
  const image = make("img", { src: trial.pictures[room.page], alt: `The words as they look on page ${room.page}`, style: {
    width: `${100 * width / wide}%`, left: `${-100 * left / wide}%`, top: `${-100 * top / high}%`,
  } });
  const marks = room.lines.map(([x, y, x2, y2]) => make("span", { class: "editing__line", "aria-hidden": "true", style: {
    left: `${100 * (x - left) / wide}%`, top: `${100 * (y - top) / high}%`, width: `${100 * (x2 - x) / wide}%`, height: `${100 * (y2 - y) / high}%`,
  } }));
  const edge = room.box[3];
  if (!room.fits && edge > top && edge < bottom) marks.push(make("span", { class: "editing__edge", "aria-hidden": "true", style: { top: `${100 * (edge - top) / high}%` } }));
  return make("div", { class: "editing__picture", style: { "aspect-ratio": `${wide} / ${high}` } }, image, ...marks);
}
