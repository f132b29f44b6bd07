// What stands beside the words that are edited: what the gate says, what saving does to signatures, and the sources.

import { by, counted, make, whereabouts } from "./dom.js";
import { upper } from "./posting.js";

export function grades({ grade, grade_before: before }) {
  if (!grade) return "";
  const limit = grade.warning === null ? "" : ` (at most ${grade.warning})`;
  const was = before && before.grade !== grade.grade ? `, was ${before.grade}` : "";
  return `Reading grade ${grade.grade}${was}${limit}.`;
}

export function refusals({ gate, pieces }) {
  const refused = gate.filter((one) => one.refuses).length;
  if (refused) return `The gate refuses ${counted(refused, "thing")}: these words are not saved.`;
  return `The gate lets them pass${pieces.length > 1 ? `; all ${pieces.length} pieces that print them are read when you save` : ""}.`;
}

export function showGate({ gate, mended, pieces, looked_at: read }) {
  const rows = gate.map(({ finding, title, new: isNew, pieces }) => make("li", { class: "finding", "data-severity": finding.severity },
    make("span", { class: "finding__kind", text: `${upper(finding.severity)}${isNew ? "" : ", was there before"}: ${title}` }),
    make("p", { class: "finding__what", text: `${upper(finding.message)}.` }),
    make("p", { class: "finding__help", text: `Mend: ${finding.help}.` }),
    pieces.length ? make("p", { class: "quiet", text: `In ${pieces.join(", ")} · ${finding.code}` }) : make("p", { class: "quiet", text: finding.code })));
  const gone = mended.map(({ title }) => make("li", { class: "finding", "data-severity": "mended" }, make("span", { class: "finding__kind", text: `Mended: ${title}` })));
  by("editing-gate").replaceChildren(make("h3", { text: "What the gate says" }),
    rows.length + gone.length ? make("ul", { class: "editing__list" }, ...rows, ...gone) : make("p", { class: "good", text: `Nothing${read.length < pieces.length ? " in the piece that is looked at" : ""}.` }));
}

export function showVoids({ voids, revives, note }, open, same) {
  const said = [
    ...voids.map((one) => make("p", { class: "warn", text: `This voids the signature of ${one.by} (${one.role}) under ${one.called}.` })),
    ...revives.map((one) => make("p", { class: "good", text: `The signature of ${one.by} (${one.role}) under ${one.called} holds again.` })),
  ];
  if (same) said.push(...signatures(open));
  else if (!said.length) said.push(make("p", { class: "quiet", text: "Saving voids no signature." }));
  if (note) said.push(make("p", { class: "quiet", text: `In the file ${note}.` }));
  by("editing-voids").replaceChildren(...said);
}

// Says who has signed the words as they are.
function signatures(open) {
  if (open.signed.length) return open.signed.map((one) => make("p", { text: `Signed by ${one.by} (${one.role}), until ${one.until}.` }));
  return open.wants ? [make("p", { class: "quiet", text: `Nobody has signed these words yet; ${open.wants} may.` })] : [];
}

export function showSources(open) {
  const rows = open.sources.map((one) => make("li", { class: "editing__source" },
    make("strong", { text: one.title || one.name }),
    one.at ? make("p", { text: `At ${one.at}: ${one.says ? `“${one.says}”` : ""}` }) : null,
    make("p", { class: one.waits ? "warn" : "good", text: one.waits ? `Not verified: ${one.waits}.` : `Read there: ${one.read}.` }),
    make("p", { class: "quiet", text: [one.address, one.verified && `record: ${one.verified}`].filter(Boolean).join(" · ") }),
    whereabouts(one.place)));
  const none = open.kind === "statement" ? "This statement names no source." : "A label rests on no source.";
  by("editing-sources").replaceChildren(make("h3", { text: "Sources" }), rows.length ? make("ul", { class: "editing__list" }, ...rows) : make("p", { class: "quiet", text: none }));
}
