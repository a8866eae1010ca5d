#!/usr/bin/env node
import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);
import {
  check,
  githubReport,
  home,
  jsonReport,
  noPage,
  pageOnGitHub,
  parseArguments,
  placeInWords,
  prefixBelow,
  readOneFile,
  ruleIds,
  textReport,
  topOfCheckout,
  version,
  visible,
  withColour,
  withoutColour
} from "./shared-2.js";
import {
  nearest
} from "./shared-3.js";
import "./shared-1.js";

// src/cli.ts
import { readFileSync, realpathSync, statSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";

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

Exit codes: 0 fine, 1 findings that fail, 2 usage or configuration error, 3 internal failure.
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
  return checked(parsed);
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
    const root = realpathSync(resolve(path));
    if (statSync(root).isDirectory()) return root;
  } catch {
  }
  throw new UsageError(`${path} is not a directory`);
}
function fileAt(root, path) {
  try {
    return readOneFile(root, realpathSync(path));
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
