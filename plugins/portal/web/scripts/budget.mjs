// What the home page loads on the first visit, as sent: the scripts and styles
// that index.html names, the home page, the longest texts, and the headers of
// each answer. Over 350 KB it fails.
import { existsSync, readFileSync, statSync } from "node:fs";
import { gzipSync } from "node:zlib";

const limit = 350 * 1024;
/** What the desk says before each file: the policy of the page is most of it. */
const headers = 800;
const dist = new URL("../dist/", import.meta.url).pathname;
const manifest = JSON.parse(readFileSync(`${dist}.vite/manifest.json`, "utf8"));

const files = new Set();
function take(name) {
  const chunk = manifest[name];
  if (!chunk) throw new Error(`the build has no ${name}`);
  if (files.has(chunk.file)) return;
  files.add(chunk.file);
  for (const style of chunk.css ?? []) files.add(style);
  for (const imported of chunk.imports ?? []) take(imported);
}

const page = readFileSync(`${dist}index.html`, "utf8");
const named = new Set([...page.matchAll(/(?:src|href)="\/(assets\/[^"]+)"/g)].map(([, file]) => file));
if (named.size === 0) throw new Error("index.html names no script");
for (const [name, { file }] of Object.entries(manifest)) if (named.has(file)) take(name);
// A file of its own where the build has one; else it is in what index.html names.
if (manifest["src/pages/home/HomePage.tsx"]) take("src/pages/home/HomePage.tsx");
for (const text of ["shell", "words", "session", "home"]) take(`src/text/ru/${text}.json`);
// Antd's own words for who does not read English.
for (const name of Object.keys(manifest).filter((name) => name.endsWith("antd/es/locale/ru_RU.js"))) take(name);

const size = (file, kind) => {
  const sibling = `${dist}${file}.${kind}`;
  return existsSync(sibling) ? statSync(sibling).size : gzipSync(readFileSync(dist + file)).length;
};
const sum = (kind) => [...files].reduce((total, file) => total + size(file, kind) + headers, 0);
const brotli = sum("br");
const gzip = sum("gz");
const kb = (bytes) => `${(bytes / 1024).toFixed(1)} KB`;
console.log(`first load of home: ${files.size} files, ${kb(brotli)} brotli, ${kb(gzip)} gzip, with headers; the limit is ${kb(limit)}`);
if (gzip > limit) {
  for (const file of files) console.error(`  ${kb(size(file, "gz")).padStart(10)}  ${file}`);
  process.exit(1);
}
