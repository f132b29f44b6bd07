// Opens the live preview at an address and writes a picture of it: node preview-picture.mjs ADDRESS FILE.png

import { createRequire } from "node:module";

const require = createRequire(new URL("../tests/browser/preview.mjs", import.meta.url));
const { default: puppeteer } = await import(require.resolve("puppeteer-core"));
const [address, file] = process.argv.slice(2);
const browser = await puppeteer.launch({ executablePath: process.env.BROWSER_FOR_TESTS || "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu"], pipe: true });
const page = await browser.newPage();
await page.setViewport({ width: 1360, height: 900 });
await page.goto(`${address}#program-trifold/screen/sheets`, { waitUntil: "load" });
const until = (test) => page.waitForFunction(test, { timeout: 60000, polling: 200 });
await until(() => document.querySelector(".sheet")?.dataset.version);
await until(() => document.querySelector("#panel-findings details"));
await until(() => document.querySelectorAll(".piece__picture img").length > 2).catch(() => {});
await page.reload({ waitUntil: "load" }); // now nothing is at work any more
await until(() => document.querySelector(".sheet")?.dataset.version);
for (const key of ["a", "d"]) await page.keyboard.press(key);
await new Promise((done) => { setTimeout(done, 1500); });
await page.screenshot({ path: file });
await browser.close();
