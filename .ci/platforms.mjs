// What the parsers of Netlify say of the `_headers` and `_redirects` below a folder of sites.
//
//   node platforms.mjs NODE_MODULES DIR
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const [modules, folder] = process.argv.slice(2).map((path) => resolve(path));
const load = (name) => import(pathToFileURL(join(modules, name, "lib/index.js")));
const { parseAllHeaders } = await load("@netlify/headers-parser");
const { parseAllRedirects } = await load("@netlify/redirect-parser");

let faults = 0;
let rules = 0;
const check = (file, { errors, read }, written) => {
  const all = errors.map((error) => error.message);
  if (read !== written) all.push(`${read} of ${written} rules are read`);
  all.forEach((what) => console.error(`${file}: ${what}`));
  faults += all.length;
  rules += written;
};
const count = (file, line) => readFileSync(file, "utf8").split("\n").filter((one) => line.test(one)).length;
for (const brand of readdirSync(folder).filter((name) => existsSync(join(folder, name, "_headers")))) {
  const [headers, redirects] = ["_headers", "_redirects"].map((name) => join(folder, brand, name));
  const ofHeaders = await parseAllHeaders({ headersFiles: [headers], configHeaders: [], minimal: true });
  check(headers, { errors: ofHeaders.errors, read: ofHeaders.headers.length }, count(headers, /^\//));
  const ofRedirects = await parseAllRedirects({ redirectsFiles: [redirects], configRedirects: [], minimal: true });
  check(redirects, { errors: ofRedirects.errors, read: ofRedirects.redirects.length }, count(redirects, /^\//));
}
console.log(`${rules} rules, faults: ${faults}`);
process.exit(faults === 0 && rules > 0 ? 0 : 1);
