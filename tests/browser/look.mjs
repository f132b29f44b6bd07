// Opens pages by file:// in the browser of the system, and tells what it sees as JSON. The network is off.
//
//     node look.mjs < jobs.json        [{"file", "width", "height", "scale", "dark", "contrast", "fontSize", "axe", "picture", "pdf"}, ...]

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import puppeteer from "puppeteer-core";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const jobs = JSON.parse(readFileSync(0, "utf8"));
const browser = await puppeteer.launch({
  executablePath: process.env.BROWSER_FOR_TESTS || "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--disable-background-networking", "--disable-sync", "--no-first-run"],
  pipe: true,
});

async function seen(job) {
  const page = await browser.newPage();
  const asked = [];
  const said = [];
  page.on("request", (request) => asked.push(request.url().slice(0, 80)));
  page.on("console", (message) => said.push(message.text()));
  page.on("pageerror", (wrong) => said.push(String(wrong)));
  await page.setOfflineMode(true);
  await page.setViewport({ width: job.width || 1280, height: job.height || 900, deviceScaleFactor: job.scale || 1 });
  const features = [{ name: "prefers-color-scheme", value: job.dark ? "dark" : "light" }];
  if (job.contrast) features.push({ name: "prefers-contrast", value: "more" });
  const client = await page.createCDPSession();
  await client.send("Emulation.setEmulatedMedia", { features });
  await page.goto(pathToFileURL(job.file).href, { waitUntil: "load" });
  if (job.fontSize) await page.evaluate((size) => { document.documentElement.style.setProperty("font-size", size); }, job.fontSize);
  await page.evaluate(() => document.fonts.ready);
  const found = await page.evaluate(measured);
  found.asked = asked.filter((url) => !url.startsWith("data:")).length;
  found.said = said;
  if (job.axe) {
    await page.evaluate(axe);
    const result = await page.evaluate((rules) => window.axe.run(document, { rules, resultTypes: ["violations", "incomplete"] }), { "target-size": { enabled: true } });
    const one = (rule) => ({ id: rule.id, help: rule.help, nodes: rule.nodes.map((node) => [node.target.join(" "), node.failureSummary]) });
    found.violations = result.violations.map(one);
    found.unclear = result.incomplete.map(one);
    found.passes = result.passes.length;
  }
  if (job.picture) await page.screenshot({ path: job.picture, fullPage: true });
  if (job.pdf) await page.pdf({ path: job.pdf, format: "letter", preferCSSPageSize: true, printBackground: false });
  await page.close();
  return found;
}

// Runs in the page.
function measured() {
  const root = document.documentElement;
  const wide = [...document.querySelectorAll("body *:not(svg *)")].filter((one) => one.getBoundingClientRect().right > root.clientWidth + 1);
  const box = (one) => one.getBoundingClientRect();
  return {
    scrollWidth: root.scrollWidth,
    clientWidth: root.clientWidth,
    wide: wide.slice(0, 5).map((one) => `${one.tagName} ${one.getAttribute("class")} ${Math.round(box(one).right)}`),
    faces: [...document.fonts].map((face) => `${face.family} ${face.weight} ${face.status}`),
    size: getComputedStyle(document.querySelector("main p")).fontSize,
    ground: getComputedStyle(document.body).backgroundColor,
    calls: [...document.querySelectorAll('a[href^="tel:"], a[href^="sms:"]')].map((one) => [one.getAttribute("href"), box(one).width, box(one).height]),
    words: document.querySelector("main").innerText.length,
    stuck: [...document.querySelectorAll("body *")].filter((one) => ["fixed", "sticky"].includes(getComputedStyle(one).position)).map((one) => one.className),
  };
}

const all = [];
for (const job of jobs) all.push(await seen(job));
await browser.close();
process.stdout.write(JSON.stringify(all));
