// What the checks that measure share: a site served over a local port as a host serves it (text
// compressed, what `_headers` says sent along), and a browser that has to fetch the site's own faces.
import { createServer } from "node:http";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { extname, join, normalize } from "node:path";
import { gzipSync } from "node:zlib";

const TYPES = {
  ".html": "text/html; charset=utf-8", ".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".json": "application/json",
  ".xml": "application/xml", ".txt": "text/plain; charset=utf-8", ".svg": "image/svg+xml", ".woff2": "font/woff2",
  ".webp": "image/webp", ".jpg": "image/jpeg", ".png": "image/png", ".pdf": "application/pdf",
};
const TEXT = new Set([".html", ".css", ".js", ".json", ".xml", ".txt", ".svg"]);

// The rules of a `_headers` file, as Netlify and Cloudflare Pages read them: a path with `*` at its
// end, then lines of `Name: value`; all rules that fit hold.
export function rules(text) {
  const found = [];
  for (const line of text.split("\n")) {
    if (/^\S/.test(line)) found.push({ path: line.trim(), headers: [] });
    else if (line.trim() !== "") found.at(-1).headers.push([line.slice(0, line.indexOf(":")).trim(), line.slice(line.indexOf(":") + 1).trim()]);
  }
  return found;
}
const fits = (rule, path) => (rule.endsWith("*") ? path.startsWith(rule.slice(0, -1)) : path === rule);

// Serves the folder on a free port (or the one that is asked for). `sizes` tells of each path that
// was sent how many bytes it took and how many it has.
export async function serve(root, port = 0) {
  const said = existsSync(join(root, "_headers")) ? rules(readFileSync(join(root, "_headers"), "utf8")) : [];
  const sizes = new Map();
  const packed = new Map();
  const server = createServer((request, response) => {
    const asked = decodeURIComponent(new URL(request.url, "http://localhost").pathname);
    const path = normalize(asked.endsWith("/") ? `${asked}index.html` : asked);
    const found = existsSync(join(root, path)) && statSync(join(root, path)).isFile();
    const file = found ? path : "/404.html";
    if (!existsSync(join(root, file))) return response.writeHead(404).end();
    const ending = extname(file);
    const raw = readFileSync(join(root, file));
    if (TEXT.has(ending) && !packed.has(file)) packed.set(file, gzipSync(raw, { level: 6 }));
    const body = packed.get(file) ?? raw;
    sizes.set(asked, { sent: body.length, raw: raw.length, ending });
    for (const { headers } of said.filter((rule) => fits(rule.path, asked))) for (const [name, value] of headers) response.setHeader(name, value);
    response.writeHead(found ? 200 : 404, { "content-type": TYPES[ending] ?? "application/octet-stream", "content-length": body.length, ...(TEXT.has(ending) ? { "content-encoding": "gzip", vary: "accept-encoding" } : {}) });
    return response.end(request.method === "HEAD" ? undefined : body);
  });
  await new Promise((ready) => server.listen(port, "127.0.0.1", ready));
  return { origin: `http://127.0.0.1:${server.address().port}`, sizes, close: () => server.close() };
}

// An environment in which the site's faces are hidden from the browser: a machine that has them
// fetches none. `drop` removes what was written for it.
export function withoutFaces(root) {
  const own = mkdtempSync(join(tmpdir(), "chirashi-faces-"));
  const sheets = readdirSync(join(root, "assets/fonts")).filter((file) => file.endsWith(".css"));
  const families = new Set([...readFileSync(join(root, "assets/fonts", sheets[0]), "utf8").matchAll(/font-family:"([^"]+)"/g)].map((m) => m[1]));
  const hidden = [...families].map((name) => `<pattern><patelt name="family"><string>${name}</string></patelt></pattern>`).join("");
  const file = join(own, "fonts.conf");
  writeFileSync(file, `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><include>/etc/fonts/fonts.conf</include><selectfont><rejectfont>${hidden}</rejectfont></selectfont></fontconfig>`);
  return { env: { ...process.env, FONTCONFIG_FILE: file }, drop: () => rmSync(own, { recursive: true }) };
}
