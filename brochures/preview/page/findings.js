// The findings: listed by weight, each with its place and the smallest mend, and shown on the sheet. And what keeps a sheet from being set.

import { by, counted, make, whereabouts } from "./dom.js";
import { state } from "./state.js";

const KINDS = { error: "Error", warning: "Warning", note: "Note" };

function one(finding, number, choose) {
  const shows = finding.page && finding.area
    ? make("button", { class: "small", type: "button", text: `Show on sheet ${finding.page}`, onclick: () => choose(number) })
    : null;
  return make("li", { class: "finding", "data-severity": finding.severity, "data-number": number },
    make("span", { class: "finding__number", text: number }),
    make("div", {},
      make("span", { class: "finding__kind", text: `${KINDS[finding.severity]} ${finding.code}` }),
      make("p", { class: "finding__what", text: finding.message })),
    finding.help ? make("p", { class: "finding__help", text: finding.help }) : null,
    make("div", { class: "finding__ways" }, whereabouts(finding.place), shows));
}

function badge(findings) {
  const count = by("count-findings");
  count.textContent = findings.length || "";
  count.dataset.worst = findings.length ? findings[0].severity : "";
  count.title = Object.keys(KINDS).map((kind) => counted(findings.filter((each) => each.severity === kind).length, kind)).join(", ");
}

// Returns the findings in the order in which they are listed and numbered: what can be mended here, then what waits for people.
export const inOrder = (findings) => [...findings.filter((each) => !each.waits), ...findings.filter((each) => each.waits)];

const opened = new Set();

function group(title, findings, from, choose) {
  if (!findings.length) return null;
  const part = make("details", { class: "group", open: opened.has(title) },
    make("summary", { text: `${title} (${findings.length})` }),
    make("ol", {}, ...findings.map((each, place) => one(each, from + place, choose))));
  part.addEventListener("toggle", () => (part.open ? opened.add(title) : opened.delete(title)));
  return part;
}

export function showFindings(choose) {
  const panel = by("panel-findings");
  const findings = state.file && state.file.state !== "refused" ? state.file.findings : [];
  const mine = findings.filter((each) => !each.waits);
  const waiting = findings.filter((each) => each.waits);
  const elsewhere = state.project.filter((each) => !findings.some((other) => other.code === each.code && other.place?.text === each.place?.text));
  badge(mine.length ? mine : waiting);
  by("count-findings").textContent = mine.length || "";
  const scrolled = panel.scrollTop;
  const none = state.file?.judged ? "Nothing that could be mended here." : "Nothing yet; the finished bytes are still being looked at.";
  panel.replaceChildren(...[
    make("h2", { text: "In this edition" }),
    mine.length ? make("ol", {}, ...mine.map((each, place) => one(each, place + 1, choose))) : make("p", { class: "quiet", text: none }),
    mine.length && !state.file.judged ? make("p", { class: "quiet", text: "The finished bytes are still being looked at." }) : null,
    group("Waits for people", waiting, mine.length + 1, choose),
    group("In content and styles as a whole", elsewhere, findings.length + 1, choose),
  ].filter(Boolean));
  panel.scrollTop = scrolled;
  showAlarm();
}

function showAlarm() {
  const alarm = by("alarm");
  const refused = state.file?.state === "refused" ? state.file.findings : [];
  alarm.hidden = !refused.length;
  if (!refused.length) { alarm.replaceChildren(); return; }
  const shows = state.file.sheets.length ? "Below is the last good state." : "It has not been set yet.";
  alarm.replaceChildren(
    make("h2", { text: `${counted(refused.length, "finding")} keep this from being set. ${shows}` }),
    make("ul", {}, ...refused.slice(0, 12).map((finding) => make("li", {},
      make("strong", { text: `${KINDS[finding.severity]} ${finding.code}: ` }), finding.message, " ",
      finding.help ? make("span", { class: "quiet", text: `${finding.help} ` }) : null, whereabouts(finding.place)))));
}

// Chooses the finding `number`, in the list and on its sheet.
export function choose(number) {
  state.chosen = number;
  for (const shape of document.querySelectorAll(".found--line, .finding")) shape.classList.toggle("is-chosen", Number(shape.dataset.number) === number);
  const entry = document.querySelector(`.finding[data-number="${number}"]`);
  entry?.closest("details")?.setAttribute("open", "");
  entry?.scrollIntoView({ block: "nearest" });
  document.querySelector(`.found--line[data-number="${number}"]`)?.scrollIntoView({ block: "center", inline: "center" });
  return entry;
}

export function step(by_) {
  const all = [...document.querySelectorAll(".finding")].filter((entry) => !entry.closest("details:not([open])"))
    .map((entry) => Number(entry.dataset.number));
  if (!all.length) return;
  const now = all.indexOf(state.chosen);
  const entry = choose(all[(now + by_ + all.length) % all.length] ?? all[0]);
  entry?.querySelector("a, button")?.focus({ preventScroll: true });
}
