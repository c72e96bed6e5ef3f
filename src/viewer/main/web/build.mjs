// Bundles the page into a folder of the jar: node build.mjs OUTPUT. Does nothing when the inputs are those of last time.
import { createHash } from "node:crypto";
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const web = dirname(fileURLToPath(import.meta.url));
const module = dirname(dirname(web));
const out = process.argv[2];
const stamp = join(module, "target", "page.sha256");
const installed = join(module, "node_modules", ".talaria-lock.sha256");

function sha256(...files) {
  const hash = createHash("sha256");
  for (const file of files) hash.update(basename(file)).update("\0").update(readFileSync(file)).update("\0");
  return hash.digest("hex");
}

function same(file, text) {
  return existsSync(file) && readFileSync(file, "utf8") === text;
}

/** From npm's cache, where it is there: the second time needs no network. */
function install() {
  const lock = sha256(join(module, "package-lock.json"));
  if (same(installed, lock)) return;
  const windows = process.platform === "win32";
  try {
    execFileSync(windows ? "npm.cmd" : "npm", ["ci", "--prefer-offline", "--ignore-scripts", "--no-audit", "--no-fund"], {
      cwd: module,
      shell: windows,
      stdio: ["ignore", "ignore", "inherit"],
    });
  } catch (error) {
    console.error(`the page's libraries could not be installed (npm ci in ${module}): ${error.message}`);
    process.exit(1);
  }
  writeFileSync(installed, lock);
}

/** What the licences of the bundled libraries want in each copy; the long ones are named. */
function licences({ inputs }) {
  const names = Object.keys(inputs).map((file) => file.match(/.*node_modules\/((?:@[^/]+\/)?[^/]+)\//)?.[1]);
  const notices = [...new Set(names.filter((name) => name))].sort().map((name) => {
    const folder = join(module, "node_modules", name);
    const { version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
    const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
    const words = file ? readFileSync(join(folder, file), "utf8").trim() : "";
    return `${name} ${version}: ${license}\n${words.length < 4000 ? words : ""}`;
  });
  return `/*\n${notices.join("\n\n").replaceAll("*/", "")}\n*/\n`;
}

const sources = readdirSync(web).sort().map((name) => join(web, name));
const inputs = sha256(...sources, join(module, "package.json"), join(module, "package-lock.json"));
if (same(stamp, inputs) && existsSync(join(out, "page.js"))) process.exit(0);
install();
const { build } = await import("esbuild");
mkdirSync(out, { recursive: true });
const { metafile } = await build({
  entryPoints: { page: join(web, "page.js"), style: join(web, "style.css") },
  outdir: out,
  bundle: true,
  minify: true,
  format: "iife",
  target: ["chrome105", "firefox115", "safari16.4"],
  legalComments: "eof",
  charset: "utf8",
  logLevel: "warning",
  metafile: true,
});
// In a page, a script ends at the first of these that it has; in texts and patterns this is the same.
const script = join(out, "page.js");
const text = (readFileSync(script, "utf8") + licences(metafile)).replace(/<(?=!--|\/?script)/gi, "\\x3C");
writeFileSync(script, text);
writeFileSync(stamp, inputs);
