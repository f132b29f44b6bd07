// Fills in fields of a PDF file with pdf.js, as a program does, and saves it; then reads the saved file once more.
//
//     node fill-in-node.mjs < job.json        {"file", "typed": {field: words}, "checked": {field: state}, "saved"}

import { readFileSync, writeFileSync } from "node:fs";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";

const job = JSON.parse(readFileSync(0, "utf8"));
const opened = (file) => getDocument({ data: new Uint8Array(readFileSync(file)), verbosity: 0, isEvalSupported: false }).promise;

const pdf = await opened(job.file);
const fields = await pdf.getFieldObjects();
for (const [name, words] of Object.entries(job.typed)) {
  for (const widget of fields[name]) if (widget.id) pdf.annotationStorage.setValue(widget.id, { value: words });
}
for (const [name, state] of Object.entries(job.checked)) {
  for (const widget of fields[name]) {
    if (widget.exportValues === state || widget.exportValues?.includes?.(state)) pdf.annotationStorage.setValue(widget.id, { value: true });
  }
}
writeFileSync(job.saved, await pdf.saveDocument());

const again = await opened(job.saved);
const read = await again.getFieldObjects();
const wanted = [...Object.keys(job.typed), ...Object.keys(job.checked)];
const scripts = await again.getJSActions();
process.stdout.write(JSON.stringify({
  values: Object.fromEntries(wanted.map((name) => [name, read[name].map((widget) => widget.value)])),
  fields: Object.keys(read).length,
  scripts: scripts === null ? 0 : Object.keys(scripts).length,
}));
process.exit(0);
