// What the home page loads on the first visit, as sent: the scripts and styles
// of index.html, the home page and the longest texts. Over 350 KB it fails.
import { existsSync, readFileSync, statSync } from "node:fs";
import { gzipSync } from "node:zlib";

const limit = 350 * 1024;
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

take("index.html");
take("src/pages/home/HomePage.tsx");
for (const text of ["shell", "words", "session", "home"]) take(`src/text/ru/${text}.json`);
// Antd's own words for who does not read English.
for (const name of Object.keys(manifest).filter((name) => name.endsWith("antd/es/locale/ru_RU.js"))) take(name);

const size = (file, kind) => {
  const sibling = `${dist}${file}.${kind}`;
  return existsSync(sibling) ? statSync(sibling).size : gzipSync(readFileSync(dist + file)).length;
};
const sum = (kind) => [...files].reduce((total, file) => total + size(file, kind), 0);
const brotli = sum("br");
const gzip = sum("gz");
const kb = (bytes) => `${(bytes / 1024).toFixed(1)} KB`;
console.log(`first load of home: ${files.size} files, ${kb(brotli)} brotli, ${kb(gzip)} gzip; the limit is ${kb(limit)}`);
if (gzip > limit) {
  for (const file of files) console.error(`  ${kb(size(file, "gz")).padStart(10)}  ${file}`);
  process.exit(1);
}
