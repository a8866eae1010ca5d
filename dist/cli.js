#!/usr/bin/env node
import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);
import {
  baseOf,
  check,
  githubReport,
  home,
  isTemplate,
  jsonReport,
  newFiles,
  noPage,
  openRepository,
  pageOnGitHub,
  parseArguments,
  placeInWords,
  prefixBelow,
  readOneFile,
  render,
  ruleIds,
  sanitised,
  textReport,
  topOfCheckout,
  version,
  visible,
  withColour,
  withoutColour
} from "./shared-2.js";
import {
  fileText,
  nearest,
  placeOf,
  positionAt,
  reasons,
  slice
} from "./shared-3.js";
import "./shared-1.js";

// src/cli.ts
import { readFileSync, realpathSync as realpathSync3, statSync as statSync2, writeFileSync } from "node:fs";
import { resolve as resolve3 } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";

// src/render/helm/origin.ts
function originOf(text) {
  const sizes = /* @__PURE__ */ new Map();
  let begin = 0;
  for (const piece of text.pieces) {
    const size = piece.end - begin;
    begin = piece.end;
    const places = piece.exact || piece.via.length === 0 ? [piece.at] : piece.via.toReversed();
    places.forEach((at, index) => {
      const key = `${at.source.path}:${at.start}:${at.end}`;
      const known = sizes.get(key) ?? { at, size: 0 };
      known.size += index === 0 ? size : 0;
      sizes.set(key, known);
    });
  }
  const bySize = [...sizes.values()].sort((a, b) => b.size - a.size);
  const data = bySize.filter(({ at }) => !isTemplate(at));
  const [first] = data.length > 0 ? data : bySize;
  if (!first) return void 0;
  return {
    at: first.at,
    also: [...data, ...bySize].filter((one) => one !== first).map(({ at }) => at),
    insteadOf: decidersOf(text, "fallback"),
    when: decidersOf(text, "condition")
  };
}
function decidersOf(text, kind) {
  const found = /* @__PURE__ */ new Map();
  for (const reason of text.pieces.flatMap(reasons))
    if (reason.kind === kind && reason.by && !isTemplate(reason.by))
      found.set(`${reason.by.source.path}:${reason.by.start}`, reason.by);
  return [...found.values()];
}

// src/render-origins.ts
var mostPlaces = 3;
function withOrigins(text, place) {
  const lines = text.value.split("\n");
  const shown2 = [];
  let start = 0;
  lines.forEach((line, index) => {
    const end = start + line.length;
    const hasValue = !/^\s*(?:#|---|$)/.test(line) && !opensBlock(line, lines[index + 1] ?? "");
    const places = hasValue ? placesOf(valueIn(text, start, end), place) : "";
    shown2.push(places ? `${line}  # ${places}` : line);
    start = end + 1;
  });
  return shown2.join("\n");
}
var indentOf = (line) => line.length - line.trimStart().length;
function opensBlock(line, next) {
  if (!/:(?: [|>][-+0-9]*)?\s*$/.test(line)) return false;
  const indent = line.length - line.replace(/^\s*(?:- )*/, "").length;
  return indentOf(next) > indent || indentOf(next) === indent && /^\s*- /.test(next);
}
function placesOf(value, place) {
  const origin = originOf(value);
  if (!origin) return "";
  const places = namesOf([origin.at, ...origin.also.filter((one) => !isTemplate(one))], place);
  return origin.insteadOf.length > 0 ? `${places} instead of ${namesOf(origin.insteadOf, place)}` : places;
}
function namesOf(places, place) {
  const names = /* @__PURE__ */ new Map();
  for (const at of places) {
    const name = place(at);
    const line = name.replace(/:\d+$/, "");
    if (!names.has(line)) names.set(line, name);
  }
  return firstOf([...names.values()]);
}
function firstOf(names) {
  const rest = names.length - mostPlaces;
  return `${names.slice(0, mostPlaces).join(", ")}${rest > 0 ? ` and ${rest} more` : ""}`;
}
function valueIn(text, start, end) {
  const line = text.value.slice(start, end);
  const lead = /^\s*(?:- )*(?:(?:"[^"]*"|'[^']*'|[^\s:#"'][^\s:]*): +)?/.exec(line)?.[0].length ?? 0;
  return slice(text, start + (lead < line.length ? lead : 0), end);
}

// src/render-command.ts
function renderCommand(given, around) {
  const kind = kindOf(around);
  if (kind === void 0) return mistake(`${given.path} has neither a Chart.yaml nor a kustomization`);
  if (kind === "kustomize" && isForCharts(given))
    return mistake(`${given.path} is a kustomization, which takes no option but --origins`);
  const values = given.values.map((value) => valuesFrom(value, around));
  const unreadable = values.find(isUnreadable);
  if (unreadable) return mistake(unreadable.problem);
  const badName = kind === "helm" ? problemOfName(given.release) : void 0;
  if (badName !== void 0) return fails(`${commandLine} --release ${given.release}: ${badName}`);
  const rendered2 = render(
    {
      path: around.path,
      kind,
      values: values.filter(isRead),
      release: typed(given.release),
      namespace: given.namespace === void 0 ? void 0 : typed(given.namespace),
      versions: { helm: given.helm, kubernetes: given.kubernetes, apiVersions: given.apiVersions },
      includeCrds: given.includeCrds
    },
    filesFor(given, around)
  );
  const place = (at) => placeName(at, around);
  const [unread] = around.unread();
  if (unread) return unsupported(`${around.shown(unread.path)} was not read: ${unread.reason}`);
  if (rendered2.kind === "unsupported") return unsupported(rendered2.reason);
  if (rendered2.kind === "fails") return fails(`${place(rendered2.at)}: ${rendered2.message}`);
  const lost = rendered2.text.value.indexOf("�");
  if (lost >= 0)
    return fails(`${place(placeOf(slice(rendered2.text, lost, lost + 1)))}: cannot be rendered here: ${lostCharacter}`);
  return { kind: "text", text: given.origins ? withOrigins(rendered2.text, place) : rendered2.text.value };
}
var mistake = (message) => ({ kind: "mistake", message });
var fails = (message) => ({ kind: "fails", message });
var unsupported = (reason) => fails(`cannot be rendered here: ${reason}`);
var lostCharacter = "a character of the private use area, or no UTF-8";
function kindOf({ path, files }) {
  const holds = (name) => files.exists(`${path}/${name}`) === true;
  if (!files.isDirectory(path)) return /\.t(?:ar\.)?gz$/.test(path) ? "helm" : void 0;
  if (holds("Chart.yaml")) return "helm";
  return ["kustomization.yaml", "kustomization.yml", "Kustomization"].some(holds) ? "kustomize" : void 0;
}
var isForCharts = ({ values, namespace, includeCrds }) => values.length > 0 || namespace !== void 0 || includeCrds;
function problemOfName(name) {
  if (name === "") return 'release name "": no name provided';
  const parts = name.length > longestName ? [""] : name.split(".");
  if (parts.every((part) => /^[a-z0-9](?:[-a-z0-9]*[a-z0-9])?$/.test(part))) return void 0;
  return `release name "${name}": invalid release name, must match regex ${namePattern} and the length must not be longer than ${longestName}`;
}
var longestName = 53;
var namePattern = "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$";
function filesFor({ values }, { files, named }) {
  const isNamed = (path) => !path.startsWith("/") || values.some(({ kind, text }) => kind === "set-file" && text.includes(path));
  const read = (path) => {
    if (!isNamed(path)) return files.read(path);
    const found = named(path);
    return "problem" in found ? void 0 : found;
  };
  return { ...files, read };
}
var isUnreadable = (value) => "problem" in value;
var isRead = (value) => !isUnreadable(value);
function valuesFrom(given, { named }) {
  if (given.kind !== "file") return { kind: given.kind, text: typed(given.text) };
  const text = named(given.text);
  return "problem" in text ? text : { kind: "file", text };
}
var commandLine = "(command line)";
var typed = (text) => fileText({ path: commandLine, text: sanitised(text) });
function placeName(at, { shown: shown2 }) {
  const { path, text } = at.source;
  if (path === commandLine) return `${path} ${text}`;
  const { line, column } = positionAt(at.source, at.start);
  return `${shown2(path)}:${line}:${column}`;
}

// src/report/trace.ts
var marks = { ok: "✓", broken: "✗", unknown: "?" };
function traceText({ deliveries }) {
  if (deliveries.length === 0) return "no container delivery was found here\n";
  const occasions = /* @__PURE__ */ new Map();
  for (const delivery of deliveries) {
    const { occasion, reason } = delivery;
    const head = `on ${visible(occasion)}${reason ? `, because ${visible(reason)}` : ""}
`;
    occasions.set(head, (occasions.get(head) ?? "") + block(delivery));
  }
  return [...occasions].map(([head, blocks]) => head + blocks).join("\n");
}
function block(delivery) {
  const rows = [
    ["built", wherever(delivery.builtAt)],
    ["pushed", wherever(delivery.pushedAt)],
    ["deployed", wherever(delivery.pulledAt)],
    ["pods", delivery.workload],
    ["cluster", delivery.cluster],
    ["nodes", delivery.nodes]
  ];
  const shown2 = rows.map(([name, value]) => `    ${name.padEnd(9)}${value ? visible(value) : "not known"}
`);
  return `  ${marks[delivery.state]} ${visible(delivery.image)}
${shown2.join("")}`;
}
var wherever = (span) => span ? placeInWords(span) : void 0;

// src/repository/around.ts
import { realpathSync as realpathSync2 } from "node:fs";
import { dirname as dirname2, relative as relative2, resolve as resolve2, sep as sep2 } from "node:path";

// src/repository/folders.ts
import { existsSync, lstatSync, readdirSync, realpathSync, statSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
var largestFile = 5 * 1024 * 1024;
function openFolders(top, beyond) {
  const files = newFiles();
  const opened = /* @__PURE__ */ new Map();
  const refused = /* @__PURE__ */ new Map();
  const open = (root) => {
    const repository = seenFrom(top, root, openRepository(root, largestFile));
    opened.set(root, repository);
    files.mount(root, baseOf(repository));
  };
  const reach = (path) => {
    if ([...opened.keys()].some((root) => isWithin(path, root)) || !existsSync(path)) return;
    const folder = isFolder(path) ? path : dirname(path);
    if (folder === dirname(folder)) return;
    if (beyond === "open") open(folder);
    else refused.set(path, "it lies outside of the checkout");
  };
  const linked = (path) => {
    if (!lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink()) return void 0;
    if (beyond === "open" && statSync(path, { throwIfNoEntry: false })?.isFile()) return realpathSync(path);
    refused.set(path, "it is a link that leads elsewhere");
    return void 0;
  };
  const read = (path) => {
    reach(path);
    const text = files.read(path);
    const target = text || files.isDirectory(path) ? void 0 : linked(path);
    if (target === void 0) return text;
    reach(target);
    return files.read(target);
  };
  const isDirectory = (path) => {
    reach(path);
    const found = files.isDirectory(path);
    if (!found && isFolder(path)) linked(path);
    return found;
  };
  const list = (path) => {
    reach(path);
    const names = new Set(files.list(path));
    for (const name of isFolder(path) ? readdirSync(path) : [])
      if (!names.has(name) && linked(join(path, name)) !== void 0) names.add(name);
    return [...names];
  };
  const exists = (path) => {
    reach(path);
    return files.exists(path) || linked(path) !== void 0;
  };
  open(top);
  return {
    top,
    files: { ...files, read, exists, isDirectory, list },
    skipped: () => [
      ...[...refused].map(([path, reason]) => ({ path: relative(top, path), reason })),
      ...[...opened.values()].flatMap((repository) => repository.skipped())
    ]
  };
}
var isFolder = (path) => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
var isWithin = (path, root) => path === root || path.startsWith(root + sep);
function seenFrom(top, root, repository) {
  if (root === top) return repository;
  const named = (path) => relative(top, resolve(root, path)).split(sep).join("/");
  const sources = /* @__PURE__ */ new Map();
  const read = (path) => {
    if (!sources.has(path)) {
      const source = repository.read(path);
      sources.set(path, source && { path: named(source.path), text: source.text });
    }
    return sources.get(path);
  };
  const skipped = () => repository.skipped().map((one) => ({ ...one, path: named(one.path) }));
  return { ...repository, read, skipped };
}
var isCheckout = (folder) => existsSync(join(folder, ".git"));

// src/repository/around.ts
function openAround(given, cwd) {
  const path = realPath(resolve2(cwd, given));
  if (path === void 0) return { problem: `cannot read ${given}: there is no such file` };
  const here = realpathSync2(cwd);
  const { top, files, skipped } = openTop(isFolder(path) ? path : dirname2(path));
  const before = new Set(skipped().map((one) => one.path));
  const inner = relative2(top, path).split(sep2).join("/");
  const concerns = (other) => other === "" || inner === "" || other === inner || other.startsWith(`${inner}/`);
  return {
    path,
    files,
    named: (name) => readNamed(name, top, here),
    shown: (source) => relative2(here, resolve2(top, source)) || ".",
    unread: () => skipped().filter((one) => !before.has(one.path) || concerns(one.path))
  };
}
function openTop(folder) {
  const checkout = topOfCheckout(folder);
  if (!isCheckout(checkout)) return openFolders(folder, "open");
  const opened = openFolders(checkout, "refuse");
  return opened.files.isDirectory(folder) ? opened : openFolders(folder, "open");
}
function readNamed(name, top, here) {
  try {
    return fileText(readOneFile(top, resolve2(here, name)));
  } catch (error) {
    const { code, message } = error;
    return { problem: `cannot read ${name}: ${reasons2[code ?? ""] ?? code ?? message}` };
  }
}
var reasons2 = { ENOENT: "there is no such file", EISDIR: "it is a directory" };
function realPath(path) {
  try {
    return realpathSync2(path);
  } catch {
    return void 0;
  }
}

// src/usage.ts
var usage = `Rehearses a repository's container delivery on paper and reports why the pods would not start.

  deploy-preflight [path]            check the repository at path (default: here)
  deploy-preflight trace [path]      show what is built, pushed, deployed and run where
  deploy-preflight explain RULE      what a rule means and how to fix what it finds
  deploy-preflight render CHART      what helm template (or kustomize build, for a kustomization) prints

  --format text|json|github          how to report (default: text)
  --output FILE                      write the report to a file
  --fail-on error|warning|notice|never
                                     the mildest severity that fails (default: error)
  --min-severity error|warning|notice
                                     the mildest severity that is shown (default: notice)
  --config FILE                      instead of .github/preflight.yml
  --repository owner/name            instead of what the checkout's origin says
  --no-color                         no colours (also NO_COLOR; FORCE_COLOR for colours)
  --version, --help

To render, as helm template takes them: --release NAME, -n/--namespace, -f/--values, --set, --set-string, --set-json,
--set-file, --set-literal, --kube-version, -a/--api-versions, --include-crds; and
  --helm 3|4                         as which Helm renders (default: 3)
  --origins                          behind every line with a value, the place to edit: # path:line:column

Exit codes: 0 fine, 1 findings that fail or a failed render, 2 usage or configuration error, 3 internal failure.
`;

// src/cli.ts
var link = home === void 0 ? noPage : pageOnGitHub("https://github.com", home, `v${version}`);
var exit = { fine: 0, findings: 1, usage: 2, internal: 3 };
process.stdout.on("error", (error) => {
  if (error.code !== "EPIPE") throw error;
});
var UsageError = class extends Error {
};
try {
  process.exitCode = await main();
} catch (error) {
  process.exitCode = failed(error);
}
async function main() {
  const parsed = parseArguments(process.argv.slice(2));
  if (parsed.kind === "mistake") throw new UsageError(parsed.message);
  if (parsed.kind === "help") return print(usage);
  if (parsed.kind === "version") return print(`${version}
`);
  if (parsed.kind === "explain") return print(pageOf(parsed.rule));
  if (parsed.kind === "render") return rendered(parsed);
  return checked(parsed);
}
function rendered(given) {
  const around = openAround(given.path, process.cwd());
  const outcome = "problem" in around ? { kind: "mistake", message: around.problem } : renderCommand(given, around);
  if (outcome.kind === "mistake") throw new UsageError(outcome.message);
  if (outcome.kind === "text") return print(outcome.text);
  process.stderr.write(`${visible(outcome.message)}
`);
  return exit.findings;
}
function failed(error) {
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof UsageError) {
    process.stderr.write(`deploy-preflight: ${visible(message)}
See deploy-preflight --help.
`);
    return exit.usage;
  }
  const stack = error instanceof Error ? error.stack ?? message : message;
  process.stderr.write(`deploy-preflight failed: ${visible(message)}
`);
  for (const line of stack.split("\n").slice(1)) process.stderr.write(`    ${visible(line.trim())}
`);
  return exit.internal;
}
function print(text) {
  process.stdout.write(text);
  return exit.fine;
}
async function checked(given) {
  const root = directoryAt(given.path);
  const report = await check({
    root,
    config: given.config === void 0 ? void 0 : fileAt(root, given.config),
    repositoryName: given.repository,
    defaultBranch: void 0,
    sha: void 0,
    failOn: given.failOn,
    minSeverity: given.minSeverity
  });
  write(shown(report, given, root), given.output);
  if (report.verdict === "config-invalid") return exit.usage;
  return report.verdict === "fail" && given.kind === "check" ? exit.findings : exit.fine;
}
function shown(report, given, root) {
  const style = given.colour && given.output === void 0 && wantsColour() ? withColour : withoutColour;
  if (given.kind === "trace")
    return report.verdict === "config-invalid" ? textReport(report, style) : traceText(report.trace);
  if (given.format === "json") return jsonReport(report, link);
  if (given.format === "text") return textReport(report, style);
  const elsewhere = "the output of --format text";
  const prefix = prefixBelow(topOfCheckout(root), root);
  return githubReport(report, { link, changed: void 0, most: void 0, prefix, elsewhere });
}
function wantsColour() {
  const { NO_COLOR: no, FORCE_COLOR: force, TERM: term } = process.env;
  if (no) return false;
  if (force !== void 0 && force !== "") return force !== "0" && force !== "false";
  return process.stdout.isTTY === true && term !== "dumb";
}
function directoryAt(path) {
  try {
    const root = realpathSync3(resolve3(path));
    if (statSync2(root).isDirectory()) return root;
  } catch {
  }
  throw new UsageError(`${path} is not a directory`);
}
function fileAt(root, path) {
  try {
    return readOneFile(root, realpathSync3(path));
  } catch (error) {
    throw new UsageError(`cannot read ${path}: ${error.message}`);
  }
}
function write(text, output) {
  if (output === void 0) {
    process.stdout.write(text);
    return;
  }
  try {
    writeFileSync(output, text);
  } catch (error) {
    throw new UsageError(`cannot write ${output}: ${error.message}`);
  }
}
function pageOf(rule) {
  if (!ruleIds.includes(rule)) {
    const near = nearest(rule, ruleIds);
    throw new UsageError(
      `there is no rule "${rule}"${near ? `; did you mean "${near}"?` : `; there are ${ruleIds.join(", ")}`}`
    );
  }
  for (const folder of ["rules", "own-ids"]) {
    const page = readIfThere(fileURLToPath(new URL(`./${folder}/${rule}.md`, import.meta.url)));
    if (page !== void 0) return page;
  }
  throw new Error(`the page of ${rule} is missing from this installation`);
}
function readIfThere(path) {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return void 0;
  }
}
