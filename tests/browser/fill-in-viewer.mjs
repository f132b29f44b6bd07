// Fills in fields of a PDF file in the viewer of pdf.js in a real browser, with keys and clicks, saves it, and takes a picture.
//
//     node fill-in-viewer.mjs < job.json        {"file", "page", "typed": {field: words}, "clicked": [field], "saved", "picture"}
//
// The viewer is made of modules, which a browser takes from a server only: one on the loopback, for as long as this runs.

import { createServer } from "node:http";
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import puppeteer from "puppeteer-core";

const here = dirname(fileURLToPath(import.meta.url));
const job = JSON.parse(readFileSync(0, "utf8"));
const TYPES = { ".mjs": "text/javascript", ".css": "text/css", ".html": "text/html", ".pdf": "application/pdf" };

const PAGE = `<!doctype html><html lang="en"><title>A form</title>
<link rel="stylesheet" href="/node_modules/pdfjs-dist/web/pdf_viewer.css">
<style>#container { position: absolute; inset: 0; overflow: auto }</style>
<div id="container"><div id="viewer" class="pdfViewer"></div></div>
<script type="module">
import * as pdfjs from "/node_modules/pdfjs-dist/build/pdf.mjs";
globalThis.pdfjsLib = pdfjs;
const { EventBus, PDFLinkService, PDFViewer } = await import("/node_modules/pdfjs-dist/web/pdf_viewer.mjs");
pdfjs.GlobalWorkerOptions.workerSrc = "/node_modules/pdfjs-dist/build/pdf.worker.mjs";
const eventBus = new EventBus();
const linkService = new PDFLinkService({ eventBus });
const container = document.getElementById("container");
const viewer = new PDFViewer({ container, eventBus, linkService, annotationMode: pdfjs.AnnotationMode.ENABLE_FORMS });
const pdf = await pdfjs.getDocument({ url: "/form.pdf", isEvalSupported: false }).promise;
eventBus.on("annotationlayerrendered", ({ pageNumber }) => { (globalThis.rendered ??= []).push(pageNumber); });
viewer.setDocument(pdf);
linkService.setDocument(pdf);
await viewer.pagesPromise;
viewer.currentScaleValue = "1.5";
globalThis.show = (page) => viewer.scrollPageIntoView({ pageNumber: page });
globalThis.save = async () => { let text = ""; for (const byte of await pdf.saveDocument()) text += String.fromCharCode(byte); return btoa(text); };
globalThis.ready = true;
</script></html>`;

const server = createServer((request, answer) => {
  const path = normalize(decodeURI(new URL(request.url, "http://localhost").pathname));
  const file = path === "/form.pdf" ? job.file : join(here, path);
  try {
    const body = path === "/" ? PAGE : readFileSync(path === "/form.pdf" || file.startsWith(join(here, "node_modules")) ? file : "");
    answer.writeHead(200, { "content-type": path === "/" ? "text/html" : TYPES[extname(path)] || "application/octet-stream" });
    answer.end(body);
  } catch {
    answer.writeHead(404).end();
  }
});
await new Promise((listening) => { server.listen(0, "127.0.0.1", listening); });

const browser = await puppeteer.launch({
  executablePath: process.env.BROWSER_FOR_TESTS || "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync", "--no-first-run"],
  pipe: true,
});
const page = await browser.newPage();
const said = [];
page.on("pageerror", (wrong) => said.push(String(wrong)));
await page.setViewport({ width: 1280, height: 1700 });
await page.goto(`http://127.0.0.1:${server.address().port}/`, { waitUntil: "load" });
await page.waitForFunction(() => globalThis.ready === true, { timeout: 60000 });
await page.evaluate((number) => globalThis.show(number), job.page);
await page.waitForFunction((number) => (globalThis.rendered || []).includes(number), { timeout: 60000 }, job.page);
for (const [name, words] of Object.entries(job.typed)) {
  await page.click(`[name="${name}"]`);
  await page.keyboard.type(words);
  await page.keyboard.press("Tab");
}
for (const name of job.clicked) await page.click(`input[name="${name}"]`);
const shown = await page.evaluate((names) => names.map((name) => document.querySelector(`[name="${name}"]`).value), Object.keys(job.typed));
const labels = await page.evaluate((names) => names.map((name) => {
  const field = document.querySelector(`[name="${name}"]`);
  return field.title || field.closest("section").title || field.getAttribute("aria-label") || "";
}), Object.keys(job.typed));
writeFileSync(job.saved, Buffer.from(await page.evaluate(() => globalThis.save()), "base64"));
if (job.picture) await page.screenshot({ path: job.picture });
await browser.close();
server.close();
process.stdout.write(JSON.stringify({ shown, labels, said }));
process.exit(0);
