// Serves dist/ as the desk does: the policy without inline or eval, a fresh
// nonce in index.html, long caching by content hash; /api goes to MAITRED_URL.
import { randomBytes } from "node:crypto";
import { createReadStream, existsSync, readFileSync, statSync } from "node:fs";
import { createServer, request } from "node:http";
import { extname, join, normalize } from "node:path";

const desk = new URL(process.env.MAITRED_URL ?? "http://127.0.0.1:8080");
const port = Number(process.env.PORT ?? 4173);
const dist = new URL("../dist/", import.meta.url).pathname;
const types = { ".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml", ".json": "application/json" };
const ofDesk = /^\/(api|problems|rate|health|metrics)(\/|$)/;

createServer((asked, answer) => {
  const path = normalize(new URL(asked.url ?? "/", "http://here").pathname);
  if (ofDesk.test(path)) return pass(asked, answer);
  const file = join(dist, path);
  if (path === "/" || !existsSync(file) || !statSync(file).isFile()) return page(answer);
  const headers = { "Content-Type": types[extname(file)] ?? "application/octet-stream", "X-Content-Type-Options": "nosniff" };
  if (path.startsWith("/assets/")) headers["Cache-Control"] = "public, max-age=31536000, immutable";
  const packed = (asked.headers["accept-encoding"] ?? "").includes("br") && existsSync(`${file}.br`);
  if (packed) headers["Content-Encoding"] = "br";
  answer.writeHead(200, headers);
  createReadStream(packed ? `${file}.br` : file).pipe(answer);
}).listen(port, "127.0.0.1", () => console.log(`http://127.0.0.1:${port}`));

function page(answer) {
  const nonce = randomBytes(16).toString("base64");
  answer.writeHead(200, {
    "Content-Type": "text/html; charset=utf-8",
    "Cache-Control": "no-store",
    "Content-Security-Policy": `default-src 'none'; script-src 'self'; style-src 'self' 'nonce-${nonce}'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'`,
  });
  answer.end(readFileSync(join(dist, "index.html"), "utf8").replaceAll("__CSP_NONCE__", nonce));
}

// To the desk the call must come from its own origin, as it does where it serves the portal.
function pass(asked, answer) {
  const headers = { ...asked.headers, host: desk.host };
  if (headers.origin) headers.origin = desk.origin;
  const call = request({ host: desk.hostname, port: desk.port, path: asked.url, method: asked.method, headers }, (said) => {
    answer.writeHead(said.statusCode ?? 502, said.headers);
    said.pipe(answer);
  });
  call.on("error", () => answer.destroy());
  answer.on("close", () => call.destroy());
  asked.pipe(call);
}
