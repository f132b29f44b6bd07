// Opens the live preview at an address, changes files of its project, and tells as JSON what it sees.
//
//     node preview.mjs ADDRESS ROOT

import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import puppeteer from "puppeteer-core";

const [address, root] = process.argv.slice(2);
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const browser = await puppeteer.launch({
  executablePath: process.env.BROWSER_FOR_TESTS || "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync", "--no-first-run"],
  pipe: true,
});
const page = await browser.newPage();
const seen = { asked: [], said: [], axe: {} };
page.on("request", (request) => { if (!request.url().startsWith(new URL(address).origin)) seen.asked.push(request.url()); });
page.on("console", (message) => seen.said.push(message.text()));
page.on("pageerror", (wrong) => seen.said.push(String(wrong)));
await page.setViewport({ width: 1280, height: 800 });

const edit = (file, old, fresh) => {
  const path = join(root, file);
  const text = readFileSync(path, "utf8");
  if (!text.includes(old)) throw new Error(`${old} is not in ${file}`);
  writeFileSync(path, text.replace(old, fresh));
};
const until = (test, ...given) => page.waitForFunction(test, { timeout: 30000, polling: 50 }, ...given);
const tell = (ask) => page.evaluate(ask);
const version = () => tell(() => document.querySelector(".sheet").dataset.version);
const wait = (ms) => new Promise((done) => { setTimeout(done, ms); });
// The version once it stays: a change may be set in two steps, and the second is not what comes next.
const settled = async () => {
  for (let last = await version(); ;) {
    await wait(1500);
    const now = await version();
    if (now === last) return now;
    last = now;
  }
};

async function looked(name, width, ...keys) {
  await page.setViewport({ width, height: 900 });
  for (const key of keys) await page.keyboard.press(key);
  await wait(250);
  await page.evaluate(axe);
  const result = await page.evaluate(() => window.axe.run(document, { rules: { "target-size": { enabled: true } } }));
  seen.axe[name] = {
    violations: result.violations.map((rule) => [rule.id, rule.nodes.map((node) => node.target.join(" "))]),
    passes: result.passes.length,
    wide: await tell(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
  };
}

// Opens, and waits for the first sheet, the judgement and the pictures.
await page.goto(`${address}#fold/screen`, { waitUntil: "load" });
await until(() => document.querySelector(".sheet")?.dataset.version && document.querySelector(".sheet img").complete);
await until(() => !document.querySelector("#panel-findings").textContent.includes("still being looked at"));
seen.pieces = await tell(() => [...document.querySelectorAll(".piece__name")].map((one) => one.textContent));
seen.sheets = await tell(() => [...document.querySelectorAll(".sheet__paper")].map((one) => [one.clientWidth, one.clientHeight]));
await looked("wide", 1280);
await looked("tablet", 768);
await page.setViewport({ width: 1280, height: 800 });

// Chooses a line by keys, and hears what it is.
await page.focus(".sheet .words");
await page.keyboard.press("ArrowDown");
await until(() => document.querySelector("#panel-words:not([hidden]) .where"));
seen.word = await tell(() => document.querySelector("#panel-words").innerText);
await looked("words", 1280);

// Keeps its place while the words change.
for (let more = 0; more < 4; more += 1) await page.keyboard.press("+");
await wait(300);
await tell(() => document.querySelector("#stage").scrollTo(40, 260));
await wait(200);
const place = () => tell(() => [document.querySelector("#stage").scrollLeft, document.querySelector("#stage").scrollTop, document.querySelector(".sheet__paper").clientWidth]);
seen.placeBefore = await place();
let before = await version();
let began = Date.now();
edit("content/brochures/fold.yaml", "title: A folded piece", "title: A folded piece that follows");
await until((was) => document.querySelector(".sheet").dataset.version !== was, before);
seen.followedWords = Date.now() - began;
seen.placeAfter = await place();
await until(() => document.querySelector("#status").innerText.includes("Set in"));
seen.status = await tell(() => document.querySelector("#status").innerText);

// Follows a style.
before = await version();
began = Date.now();
edit("styles/tokens/colour.css", seenColour(), "#7a1f5c");
await until((was) => document.querySelector(".sheet").dataset.version !== was, before);
seen.followedStyle = Date.now() - began;

function seenColour() {
  return readFileSync(join(root, "styles/tokens/colour.css"), "utf8").match(/#[0-9a-f]{6}\b/i)[0];
}

// Breaks, tells over the last good sheet, and mends.
before = await settled();
edit("content/brochures/fold.yaml", "title: A folded", "titel: A folded");
await until(() => !document.querySelector("#alarm").hidden);
seen.alarm = await tell(() => document.querySelector("#alarm").innerText);
seen.alarmLink = await tell(() => document.querySelector("#alarm .where").href);
seen.stillShown = (await version()) === before;
await looked("broken", 1280);
edit("content/brochures/fold.yaml", "titel: A folded", "title: A folded");
await until(() => document.querySelector("#alarm").hidden && document.querySelector("#stage").dataset.state === "good");
seen.mended = await tell(() => document.querySelector("#stage").dataset.state);

// Shows the sheet on printing and folding as a sheet.
await until(() => document.querySelector('[data-edition="desk-instructions"]'));
await tell(() => document.querySelector('[data-edition="desk-instructions"]').click());
await until(() => document.querySelector('.sheets[data-of="fold/desk-instructions"] .sheet')?.dataset.version);
seen.beside = await tell(() => [document.querySelector('[data-edition="desk-instructions"]').textContent, document.querySelectorAll(".sheet").length, document.querySelectorAll(".line").length]);
await looked("beside", 1280);
before = await version();
edit("content/brochures/fold.yaml", "title: A folded", "title: Still a folded");
await until((was) => document.querySelector('.sheets[data-of="fold/desk-instructions"] .sheet').dataset.version !== was, before);
await tell(() => document.querySelector('[data-edition="screen"]').click());
await until(() => document.querySelector('.sheets[data-of="fold/screen"] .sheet')?.dataset.version);

// Unfolds.
await tell(() => document.activeElement.blur());
await page.keyboard.press("f");
await until(() => document.querySelector(".folded"));
await looked("folded", 768);
seen.folds = [await tell(() => document.querySelector(".folded__says").textContent)];
for (let turn = 0; turn < 2; turn += 1) {
  await page.click('[aria-label="Open one more"]');
  seen.folds.push(await tell(() => document.querySelector(".folded__says").textContent));
}
seen.wings = await tell(() => document.querySelectorAll(".wing").length);

// Searches, and tells the keys.
await page.keyboard.press("/");
await page.keyboard.type("daytime");
await until(() => document.querySelectorAll(".hit").length > 1);
seen.hits = await tell(() => document.querySelectorAll(".hit").length);
await page.keyboard.press("Escape");
await page.keyboard.press("?");
await until(() => document.querySelector("#help").open);
await looked("help", 1280);

await browser.close();
process.stdout.write(JSON.stringify(seen));
