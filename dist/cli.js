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
  positionAt,
  slice
} from "./shared-3.js";
import "./shared-1.js";

// src/cli.ts
import { readFileSync, realpathSync as realpathSync2, statSync as statSync2, writeFileSync } from "node:fs";
import { resolve as resolve2 } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";

// src/render-command.ts
import { existsSync, realpathSync, statSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";

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
  return { at: first.at, also: [...data, ...bySize].filter((one) => one !== first).map(({ at }) => at) };
}

// src/render-command.ts
function renderCommand(given, cwd) {
  const path = realpathSync(resolve(cwd, given.path));
  const top = topAround(path, cwd);
  const rendered2 = render(
    {
      path,
      kind: isKustomization(path) ? "kustomize" : "helm",
      values: given.values.map((value) => valuesFrom(value, cwd)),
      release: typed(given.release),
      namespace: given.namespace === void 0 ? void 0 : typed(given.namespace),
      versions: { helm: given.helm, kubernetes: given.kubernetes, apiVersions: given.apiVersions },
      includeCrds: given.includeCrds
    },
    filesBelow(top, cwd)
  );
  const place = (at) => placeOf(at, top, cwd);
  if (rendered2.kind === "unsupported") return { kind: "fails", message: `cannot be rendered here: ${rendered2.reason}` };
  if (rendered2.kind === "fails") return { kind: "fails", message: `${place(rendered2.at)}: ${rendered2.message}` };
  return { kind: "text", text: given.origins ? withOrigins(rendered2.text, place) : rendered2.text.value };
}
var isKustomization = (path) => ["kustomization.yaml", "kustomization.yml", "Kustomization"].some((name) => existsSync(join(path, name)));
function topAround(path, cwd) {
  const folder = statSync(path).isDirectory() ? path : dirname(path);
  const top = topOfCheckout(folder);
  if (existsSync(join(top, ".git"))) return top;
  const here = realpathSync(cwd);
  return folder.startsWith(here + sep) ? here : folder;
}
function filesBelow(top, cwd) {
  const files = newFiles();
  files.mount(top, baseOf(openRepository(top)));
  const named = (path) => resolve(cwd, path);
  return { ...files, read: (path) => files.read(named(path)) };
}
function valuesFrom(given, cwd) {
  if (given.kind !== "file") return { kind: given.kind, text: typed(given.text) };
  return { kind: "file", text: fileText(readOneFile(cwd, resolve(cwd, given.text))) };
}
var commandLine = "(command line)";
var typed = (text) => fileText({ path: commandLine, text });
function placeOf(at, top, cwd) {
  const { path } = at.source;
  if (path === commandLine) return `${path} ${at.source.text}`;
  const { line, column } = positionAt(at.source, at.start);
  const inTop = join(top, path);
  const shown2 = existsSync(inTop) ? relative(realpathSync(cwd), inTop) || path : path;
  return `${shown2}:${line}:${column}`;
}
function withOrigins(text, place) {
  const lines = [];
  let start = 0;
  for (const line of text.value.split("\n")) {
    const end = start + line.length;
    const places = /^\s*(?:#|---|$)/.test(line) ? [] : placesOf(valueIn(text, start, end)).map(place);
    lines.push(places.length > 0 ? `${line}  # ${[...new Set(places)].join(", ")}` : line);
    start = end + 1;
  }
  return lines.join("\n");
}
function placesOf(value) {
  const origin = originOf(value);
  return origin ? [origin.at, ...origin.also.filter((at) => !isTemplate(at))] : [];
}
function valueIn(text, start, end) {
  const line = text.value.slice(start, end);
  const lead = /^\s*(?:- )*(?:[^\s:#"'][^\s:]*: +)?/.exec(line)?.[0].length ?? 0;
  return slice(text, start + (lead < line.length ? lead : 0), end);
}

// src/report/trace.ts
var marks = { ok: "✓", broken: "✗", unknown: "?" };
function traceText({ deliveries }) {
  if (deliveries.length === 0) return "no container delivery was found here\n";
  const occasions = [...new Set(deliveries.map(({ occasion }) => occasion))];
  const blocksOn = (wanted) => deliveries.filter(({ occasion }) => occasion === wanted).map(block).join("");
  return occasions.map((occasion) => `on ${visible(occasion)}
${blocksOn(occasion)}`).join("\n");
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
  --origins                          behind every line, the place to edit

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
  const outcome = outcomeOf(given);
  if (outcome.kind === "text") return print(outcome.text);
  process.stderr.write(`${visible(outcome.message)}
`);
  return exit.findings;
}
function outcomeOf(given) {
  try {
    return renderCommand(given, process.cwd());
  } catch (error) {
    const { code, path } = error;
    if (code === void 0) throw error;
    throw new UsageError(`cannot read ${path}: ${code === "ENOENT" ? "there is no such file" : code}`);
  }
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
    const root = realpathSync2(resolve2(path));
    if (statSync2(root).isDirectory()) return root;
  } catch {
  }
  throw new UsageError(`${path} is not a directory`);
}
function fileAt(root, path) {
  try {
    return readOneFile(root, realpathSync2(path));
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
