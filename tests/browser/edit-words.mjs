// Edits words in the page of the preview as a nurse does, and tells what it sees as JSON.
//
//     node edit-words.mjs < job.json        {"address", "file", "line", "risky", "honest", "other", "editor"}

import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import puppeteer from "puppeteer-core";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const job = JSON.parse(readFileSync(0, "utf8"));
const browser = await puppeteer.launch({
  executablePath: process.env.BROWSER_FOR_TESTS || "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--disable-background-networking", "--disable-sync", "--no-first-run"],
  pipe: true,
});
const seen = { wrong: [], axe: {} };
const PATIENCE = { timeout: 60_000 };

async function opened() {
  const page = await browser.newPage();
  await page.setViewport({ width: 1280, height: 900 });
  page.on("pageerror", (wrong) => seen.wrong.push(String(wrong)));
  page.on("console", (message) => { if (message.text().includes("Content Security Policy")) seen.wrong.push(message.text()); });
  page.on("dialog", (dialog) => dialog.accept());
  await page.goto(`${job.address}#fold/screen/sheets`, { waitUntil: "load" });
  await page.waitForFunction((words) => [...document.querySelectorAll(".line")].some((line) => line.textContent.includes(words)), PATIENCE, job.line);
  await page.evaluate((words) => [...document.querySelectorAll(".line")].find((line) => line.textContent.includes(words)).click(), job.line);
  await page.waitForSelector(".editing__offer button", PATIENCE);
  await page.click(".editing__offer button");
  await says(page, "Nothing is changed yet");
  return page;
}

const text = (page, id) => page.$eval(id, (element) => element.textContent);
const says = (page, words, id = "#editing-sum") => page.waitForFunction((where, part) => document.querySelector(where).textContent.includes(part), PATIENCE, id, words);

async function type(page, words) {
  await page.focus("#editing-words");
  await page.evaluate(() => document.querySelector("#editing-words").select());
  await page.keyboard.type(words);
}

async function checked(page, name) {
  await page.evaluate(axe);
  const result = await page.evaluate(() => window.axe.run(document, { rules: { "target-size": { enabled: true } } }));
  seen.axe[name] = result.violations.map((rule) => [rule.id, rule.nodes.map((node) => node.target.join(" "))]);
}

const first = await opened();
const second = await opened();
seen.words = await first.$eval("#editing-words", (element) => element.value);
seen.sources = await text(first, "#editing-sources");
await first.bringToFront();
await type(first, job.risky);
await says(first, "The gate refuses");
seen.refused = { sum: await text(first, "#editing-sum"), gate: await text(first, "#editing-gate"), off: await first.$eval("#editing-save", (button) => button.disabled), file: readFileSync(job.file, "utf8") };
await type(first, job.honest);
await says(first, "The gate lets them pass");
seen.voids = await text(first, "#editing-voids");
await first.waitForSelector(".editing__picture img", PATIENCE);
await says(first, "They fit");
await checked(first, "wide");
await first.setViewport({ width: 768, height: 1024 });
await checked(first, "narrow");
await first.setViewport({ width: 1280, height: 900 });
await first.focus("#editing-save");
await first.keyboard.press("Enter");
await says(first, "Saved", "#editing-told");
seen.saved = { told: await text(first, "#editing-told"), file: readFileSync(job.file, "utf8") };
await second.bringToFront();
await type(second, job.other);
await says(second, "The gate lets them pass");
await second.click("#editing-save");
await says(second, "There stands now", "#editing-told");
seen.second = { told: await text(second, "#editing-told"), file: readFileSync(job.file, "utf8") };
await checked(second, "two wordings");
await second.close();
await first.bringToFront();
await first.click("#editing-back");
await says(first, "holds again", "#editing-told");
seen.back = { told: await text(first, "#editing-told"), file: readFileSync(job.file, "utf8") };
await first.keyboard.press("Escape");
await first.waitForFunction(() => !document.querySelector("#editing").open, PATIENCE);
await first.click("#signing-opens");
await first.waitForSelector("#signing-role option:nth-child(2)", PATIENCE);
seen.role = await first.$eval("#signing-role", (element) => element.value);
seen.name = await first.$eval("#signing-by", (element) => element.value);
await first.select("#signing-role", "reading");
await says(first, "as Reading", "#signing-told");
await checked(first, "signing");
const third = await opened();
seen.held = existsSync(job.editor);
await third.close();
for (let waited = 0; existsSync(job.editor) && waited < 200; waited += 1) await new Promise((done) => setTimeout(done, 50));
seen.left = existsSync(job.editor);
process.stdout.write(JSON.stringify(seen));
await browser.close();
