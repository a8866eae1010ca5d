import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);
import {
  annotations,
  changedLinesOf,
  check,
  clipped,
  coverageLine,
  failOns,
  findingText,
  home,
  jsonReport,
  noPage,
  nodesLine,
  pageOnGitHub,
  placeInWords,
  placeOfSpan,
  plural,
  prefixBelow,
  readCheckout,
  readOneFile,
  severities,
  textReport,
  topOfCheckout,
  verdictInWords,
  version,
  visible,
  withoutColour
} from "./shared-2.js";
import "./shared-3.js";
import {
  require_tunnel,
  require_undici
} from "./shared-4.js";
import {
  __toESM
} from "./shared-1.js";

// src/action.ts
import { existsSync as existsSync2, readFileSync, realpathSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve, sep } from "node:path";
import process2 from "node:process";

// node_modules/@actions/core/lib/command.js
import * as os from "os";

// node_modules/@actions/core/lib/utils.js
function toCommandValue(input) {
  if (input === null || input === void 0) {
    return "";
  } else if (typeof input === "string" || input instanceof String) {
    return input;
  }
  return JSON.stringify(input);
}
function toCommandProperties(annotationProperties) {
  if (!Object.keys(annotationProperties).length) {
    return {};
  }
  return {
    title: annotationProperties.title,
    file: annotationProperties.file,
    line: annotationProperties.startLine,
    endLine: annotationProperties.endLine,
    col: annotationProperties.startColumn,
    endColumn: annotationProperties.endColumn
  };
}

// node_modules/@actions/core/lib/command.js
function issueCommand(command, properties, message) {
  const cmd = new Command(command, properties, message);
  process.stdout.write(cmd.toString() + os.EOL);
}
function issue(name, message = "") {
  issueCommand(name, {}, message);
}
var CMD_STRING = "::";
var Command = class {
  constructor(command, properties, message) {
    if (!command) {
      command = "missing.command";
    }
    this.command = command;
    this.properties = properties;
    this.message = message;
  }
  toString() {
    let cmdStr = CMD_STRING + this.command;
    if (this.properties && Object.keys(this.properties).length > 0) {
      cmdStr += " ";
      let first = true;
      for (const key in this.properties) {
        if (this.properties.hasOwnProperty(key)) {
          const val = this.properties[key];
          if (val) {
            if (first) {
              first = false;
            } else {
              cmdStr += ",";
            }
            cmdStr += `${key}=${escapeProperty(val)}`;
          }
        }
      }
    }
    cmdStr += `${CMD_STRING}${escapeData(this.message)}`;
    return cmdStr;
  }
};
function escapeData(s) {
  return toCommandValue(s).replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A");
}
function escapeProperty(s) {
  return toCommandValue(s).replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A").replace(/:/g, "%3A").replace(/,/g, "%2C");
}

// node_modules/@actions/core/lib/file-command.js
import * as crypto from "crypto";
import * as fs from "fs";
import * as os2 from "os";
function issueFileCommand(command, message) {
  const filePath = process.env[`GITHUB_${command}`];
  if (!filePath) {
    throw new Error(`Unable to find environment variable for file command ${command}`);
  }
  if (!fs.existsSync(filePath)) {
    throw new Error(`Missing file at path: ${filePath}`);
  }
  fs.appendFileSync(filePath, `${toCommandValue(message)}${os2.EOL}`, {
    encoding: "utf8"
  });
}
function prepareKeyValueMessage(key, value) {
  const delimiter = `ghadelimiter_${crypto.randomUUID()}`;
  const convertedValue = toCommandValue(value);
  if (key.includes(delimiter)) {
    throw new Error(`Unexpected input: name should not contain the delimiter "${delimiter}"`);
  }
  if (convertedValue.includes(delimiter)) {
    throw new Error(`Unexpected input: value should not contain the delimiter "${delimiter}"`);
  }
  return `${key}<<${delimiter}${os2.EOL}${convertedValue}${os2.EOL}${delimiter}`;
}

// node_modules/@actions/core/lib/core.js
import * as os4 from "os";

// node_modules/@actions/http-client/lib/index.js
var tunnel = __toESM(require_tunnel(), 1);
var import_undici = __toESM(require_undici(), 1);
var HttpCodes;
(function(HttpCodes2) {
  HttpCodes2[HttpCodes2["OK"] = 200] = "OK";
  HttpCodes2[HttpCodes2["MultipleChoices"] = 300] = "MultipleChoices";
  HttpCodes2[HttpCodes2["MovedPermanently"] = 301] = "MovedPermanently";
  HttpCodes2[HttpCodes2["ResourceMoved"] = 302] = "ResourceMoved";
  HttpCodes2[HttpCodes2["SeeOther"] = 303] = "SeeOther";
  HttpCodes2[HttpCodes2["NotModified"] = 304] = "NotModified";
  HttpCodes2[HttpCodes2["UseProxy"] = 305] = "UseProxy";
  HttpCodes2[HttpCodes2["SwitchProxy"] = 306] = "SwitchProxy";
  HttpCodes2[HttpCodes2["TemporaryRedirect"] = 307] = "TemporaryRedirect";
  HttpCodes2[HttpCodes2["PermanentRedirect"] = 308] = "PermanentRedirect";
  HttpCodes2[HttpCodes2["BadRequest"] = 400] = "BadRequest";
  HttpCodes2[HttpCodes2["Unauthorized"] = 401] = "Unauthorized";
  HttpCodes2[HttpCodes2["PaymentRequired"] = 402] = "PaymentRequired";
  HttpCodes2[HttpCodes2["Forbidden"] = 403] = "Forbidden";
  HttpCodes2[HttpCodes2["NotFound"] = 404] = "NotFound";
  HttpCodes2[HttpCodes2["MethodNotAllowed"] = 405] = "MethodNotAllowed";
  HttpCodes2[HttpCodes2["NotAcceptable"] = 406] = "NotAcceptable";
  HttpCodes2[HttpCodes2["ProxyAuthenticationRequired"] = 407] = "ProxyAuthenticationRequired";
  HttpCodes2[HttpCodes2["RequestTimeout"] = 408] = "RequestTimeout";
  HttpCodes2[HttpCodes2["Conflict"] = 409] = "Conflict";
  HttpCodes2[HttpCodes2["Gone"] = 410] = "Gone";
  HttpCodes2[HttpCodes2["TooManyRequests"] = 429] = "TooManyRequests";
  HttpCodes2[HttpCodes2["InternalServerError"] = 500] = "InternalServerError";
  HttpCodes2[HttpCodes2["NotImplemented"] = 501] = "NotImplemented";
  HttpCodes2[HttpCodes2["BadGateway"] = 502] = "BadGateway";
  HttpCodes2[HttpCodes2["ServiceUnavailable"] = 503] = "ServiceUnavailable";
  HttpCodes2[HttpCodes2["GatewayTimeout"] = 504] = "GatewayTimeout";
})(HttpCodes || (HttpCodes = {}));
var Headers;
(function(Headers2) {
  Headers2["Accept"] = "accept";
  Headers2["ContentType"] = "content-type";
})(Headers || (Headers = {}));
var MediaTypes;
(function(MediaTypes2) {
  MediaTypes2["ApplicationJson"] = "application/json";
})(MediaTypes || (MediaTypes = {}));
var HttpRedirectCodes = [
  HttpCodes.MovedPermanently,
  HttpCodes.ResourceMoved,
  HttpCodes.SeeOther,
  HttpCodes.TemporaryRedirect,
  HttpCodes.PermanentRedirect
];
var HttpResponseRetryCodes = [
  HttpCodes.BadGateway,
  HttpCodes.ServiceUnavailable,
  HttpCodes.GatewayTimeout
];

// node_modules/@actions/core/lib/summary.js
import { EOL as EOL3 } from "os";
import { constants, promises } from "fs";
var __awaiter = function(thisArg, _arguments, P, generator) {
  function adopt(value) {
    return value instanceof P ? value : new P(function(resolve2) {
      resolve2(value);
    });
  }
  return new (P || (P = Promise))(function(resolve2, reject) {
    function fulfilled(value) {
      try {
        step(generator.next(value));
      } catch (e) {
        reject(e);
      }
    }
    function rejected(value) {
      try {
        step(generator["throw"](value));
      } catch (e) {
        reject(e);
      }
    }
    function step(result) {
      result.done ? resolve2(result.value) : adopt(result.value).then(fulfilled, rejected);
    }
    step((generator = generator.apply(thisArg, _arguments || [])).next());
  });
};
var { access, appendFile, writeFile } = promises;
var SUMMARY_ENV_VAR = "GITHUB_STEP_SUMMARY";
var Summary = class {
  constructor() {
    this._buffer = "";
  }
  /**
   * Finds the summary file path from the environment, rejects if env var is not found or file does not exist
   * Also checks r/w permissions.
   *
   * @returns step summary file path
   */
  filePath() {
    return __awaiter(this, void 0, void 0, function* () {
      if (this._filePath) {
        return this._filePath;
      }
      const pathFromEnv = process.env[SUMMARY_ENV_VAR];
      if (!pathFromEnv) {
        throw new Error(`Unable to find environment variable for $${SUMMARY_ENV_VAR}. Check if your runtime environment supports job summaries.`);
      }
      try {
        yield access(pathFromEnv, constants.R_OK | constants.W_OK);
      } catch (_a) {
        throw new Error(`Unable to access summary file: '${pathFromEnv}'. Check if the file has correct read/write permissions.`);
      }
      this._filePath = pathFromEnv;
      return this._filePath;
    });
  }
  /**
   * Wraps content in an HTML tag, adding any HTML attributes
   *
   * @param {string} tag HTML tag to wrap
   * @param {string | null} content content within the tag
   * @param {[attribute: string]: string} attrs key-value list of HTML attributes to add
   *
   * @returns {string} content wrapped in HTML element
   */
  wrap(tag, content, attrs = {}) {
    const htmlAttrs = Object.entries(attrs).map(([key, value]) => ` ${key}="${value}"`).join("");
    if (!content) {
      return `<${tag}${htmlAttrs}>`;
    }
    return `<${tag}${htmlAttrs}>${content}</${tag}>`;
  }
  /**
   * Writes text in the buffer to the summary buffer file and empties buffer. Will append by default.
   *
   * @param {SummaryWriteOptions} [options] (optional) options for write operation
   *
   * @returns {Promise<Summary>} summary instance
   */
  write(options) {
    return __awaiter(this, void 0, void 0, function* () {
      const overwrite = !!(options === null || options === void 0 ? void 0 : options.overwrite);
      const filePath = yield this.filePath();
      const writeFunc = overwrite ? writeFile : appendFile;
      yield writeFunc(filePath, this._buffer, { encoding: "utf8" });
      return this.emptyBuffer();
    });
  }
  /**
   * Clears the summary buffer and wipes the summary file
   *
   * @returns {Summary} summary instance
   */
  clear() {
    return __awaiter(this, void 0, void 0, function* () {
      return this.emptyBuffer().write({ overwrite: true });
    });
  }
  /**
   * Returns the current summary buffer as a string
   *
   * @returns {string} string of summary buffer
   */
  stringify() {
    return this._buffer;
  }
  /**
   * If the summary buffer is empty
   *
   * @returns {boolen} true if the buffer is empty
   */
  isEmptyBuffer() {
    return this._buffer.length === 0;
  }
  /**
   * Resets the summary buffer without writing to summary file
   *
   * @returns {Summary} summary instance
   */
  emptyBuffer() {
    this._buffer = "";
    return this;
  }
  /**
   * Adds raw text to the summary buffer
   *
   * @param {string} text content to add
   * @param {boolean} [addEOL=false] (optional) append an EOL to the raw text (default: false)
   *
   * @returns {Summary} summary instance
   */
  addRaw(text, addEOL = false) {
    this._buffer += text;
    return addEOL ? this.addEOL() : this;
  }
  /**
   * Adds the operating system-specific end-of-line marker to the buffer
   *
   * @returns {Summary} summary instance
   */
  addEOL() {
    return this.addRaw(EOL3);
  }
  /**
   * Adds an HTML codeblock to the summary buffer
   *
   * @param {string} code content to render within fenced code block
   * @param {string} lang (optional) language to syntax highlight code
   *
   * @returns {Summary} summary instance
   */
  addCodeBlock(code2, lang) {
    const attrs = Object.assign({}, lang && { lang });
    const element = this.wrap("pre", this.wrap("code", code2), attrs);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML list to the summary buffer
   *
   * @param {string[]} items list of items to render
   * @param {boolean} [ordered=false] (optional) if the rendered list should be ordered or not (default: false)
   *
   * @returns {Summary} summary instance
   */
  addList(items, ordered = false) {
    const tag = ordered ? "ol" : "ul";
    const listItems = items.map((item) => this.wrap("li", item)).join("");
    const element = this.wrap(tag, listItems);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML table to the summary buffer
   *
   * @param {SummaryTableCell[]} rows table rows
   *
   * @returns {Summary} summary instance
   */
  addTable(rows) {
    const tableBody = rows.map((row2) => {
      const cells = row2.map((cell) => {
        if (typeof cell === "string") {
          return this.wrap("td", cell);
        }
        const { header, data, colspan, rowspan } = cell;
        const tag = header ? "th" : "td";
        const attrs = Object.assign(Object.assign({}, colspan && { colspan }), rowspan && { rowspan });
        return this.wrap(tag, data, attrs);
      }).join("");
      return this.wrap("tr", cells);
    }).join("");
    const element = this.wrap("table", tableBody);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds a collapsable HTML details element to the summary buffer
   *
   * @param {string} label text for the closed state
   * @param {string} content collapsable content
   *
   * @returns {Summary} summary instance
   */
  addDetails(label2, content) {
    const element = this.wrap("details", this.wrap("summary", label2) + content);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML image tag to the summary buffer
   *
   * @param {string} src path to the image you to embed
   * @param {string} alt text description of the image
   * @param {SummaryImageOptions} options (optional) addition image attributes
   *
   * @returns {Summary} summary instance
   */
  addImage(src, alt, options) {
    const { width, height } = options || {};
    const attrs = Object.assign(Object.assign({}, width && { width }), height && { height });
    const element = this.wrap("img", null, Object.assign({ src, alt }, attrs));
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML section heading element
   *
   * @param {string} text heading text
   * @param {number | string} [level=1] (optional) the heading level, default: 1
   *
   * @returns {Summary} summary instance
   */
  addHeading(text, level) {
    const tag = `h${level}`;
    const allowedTag = ["h1", "h2", "h3", "h4", "h5", "h6"].includes(tag) ? tag : "h1";
    const element = this.wrap(allowedTag, text);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML thematic break (<hr>) to the summary buffer
   *
   * @returns {Summary} summary instance
   */
  addSeparator() {
    const element = this.wrap("hr", null);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML line break (<br>) to the summary buffer
   *
   * @returns {Summary} summary instance
   */
  addBreak() {
    const element = this.wrap("br", null);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML blockquote to the summary buffer
   *
   * @param {string} text quote text
   * @param {string} cite (optional) citation url
   *
   * @returns {Summary} summary instance
   */
  addQuote(text, cite) {
    const attrs = Object.assign({}, cite && { cite });
    const element = this.wrap("blockquote", text, attrs);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML anchor tag to the summary buffer
   *
   * @param {string} text link text/content
   * @param {string} href hyperlink
   *
   * @returns {Summary} summary instance
   */
  addLink(text, href) {
    const element = this.wrap("a", text, { href });
    return this.addRaw(element).addEOL();
  }
};
var _summary = new Summary();
var summary = _summary;

// node_modules/@actions/core/lib/platform.js
import os3 from "os";

// node_modules/@actions/io/lib/io-util.js
import * as fs2 from "fs";
var { chmod, copyFile, lstat, mkdir, open, readdir, rename, rm, rmdir, stat, symlink, unlink } = fs2.promises;
var IS_WINDOWS = process.platform === "win32";
var READONLY = fs2.constants.O_RDONLY;

// node_modules/@actions/exec/lib/toolrunner.js
var IS_WINDOWS2 = process.platform === "win32";

// node_modules/@actions/core/lib/platform.js
var platform = os3.platform();
var arch = os3.arch();

// node_modules/@actions/core/lib/core.js
var ExitCode;
(function(ExitCode2) {
  ExitCode2[ExitCode2["Success"] = 0] = "Success";
  ExitCode2[ExitCode2["Failure"] = 1] = "Failure";
})(ExitCode || (ExitCode = {}));
function getInput(name, options) {
  const val = process.env[`INPUT_${name.replace(/ /g, "_").toUpperCase()}`] || "";
  if (options && options.required && !val) {
    throw new Error(`Input required and not supplied: ${name}`);
  }
  if (options && options.trimWhitespace === false) {
    return val;
  }
  return val.trim();
}
function setOutput(name, value) {
  const filePath = process.env["GITHUB_OUTPUT"] || "";
  if (filePath) {
    return issueFileCommand("OUTPUT", prepareKeyValueMessage(name, value));
  }
  process.stdout.write(os4.EOL);
  issueCommand("set-output", { name }, toCommandValue(value));
}
function setFailed(message) {
  process.exitCode = ExitCode.Failure;
  error(message);
}
function debug(message) {
  issueCommand("debug", {}, message);
}
function error(message, properties = {}) {
  issueCommand("error", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
function info(message) {
  process.stdout.write(message + os4.EOL);
}
function startGroup(name) {
  issue("group", name);
}
function endGroup() {
  issue("endgroup");
}

// src/action-inputs.ts
function readInputs(input) {
  const failOn = oneOf(input("fail-on"), failOns, "error");
  const minSeverity = oneOf(input("min-severity"), severities, "notice");
  const summary3 = oneOf(input("summary").toLowerCase(), ["true", "false"], "true");
  const most = input("max-annotations");
  if (failOn === void 0) return mistake("fail-on", failOns, input("fail-on"));
  if (minSeverity === void 0) return mistake("min-severity", severities, input("min-severity"));
  if (summary3 === void 0) return mistake("summary", ["true", "false"], input("summary"));
  if (!/^\d{0,9}$/.test(most)) return mistake("max-annotations", ["a number"], most);
  return {
    path: input("path") || ".",
    config: input("config") || void 0,
    failOn,
    minSeverity,
    maxAnnotations: most === "" ? void 0 : Number(most),
    summary: summary3 === "true",
    token: input("token")
  };
}
var oneOf = (value, allowed, fallback) => value === "" ? fallback : allowed.find((candidate) => candidate === value);
var mistake = (name, allowed, value) => ({
  mistake: `the input ${name} takes ${allowed.join(", ")}, not "${value}"`
});

// src/github-event.ts
function eventFacts(eventName, payload2) {
  const text = (...path) => {
    const found = path.reduce((value, key) => fieldOf(value, key), payload2);
    return typeof found === "string" && found !== "" ? found : void 0;
  };
  return {
    repository: text("repository", "full_name"),
    defaultBranch: text("repository", "default_branch"),
    comparison: comparisonOf(eventName, text)
  };
}
var fieldOf = (value, key) => typeof value === "object" && value !== null && Object.hasOwn(value, key) ? value[key] : void 0;
function comparisonOf(eventName, text) {
  if (eventName === "pull_request" || eventName === "pull_request_target")
    return between(text("pull_request", "base", "sha"), text("pull_request", "head", "sha"));
  if (eventName === "merge_group") return between(text("merge_group", "base_sha"), text("merge_group", "head_sha"));
  return eventName === "push" ? between(text("before"), text("after")) : void 0;
}
var between = (base, head) => isCommit(base) && isCommit(head) ? { base, head } : void 0;
var isCommit = (sha) => sha !== void 0 && /^[0-9a-f]{40,64}$/.test(sha) && !/^0+$/.test(sha);

// src/report/markdown.ts
var escaped = (text) => visible(text).replace(/[!-$&(-*\-./:<>@[-`{-~]/g, (mark) => `&#${mark.charCodeAt(0)};`).replace(/&#(?:64|35);(?=\w)/g, (mark) => `${mark}&#8288;`);
var code = (text) => text === "" ? "" : `<code>${escaped(text)}</code>`;
function codeBlock(language, text) {
  const fence = "`".repeat(Math.max(3, longestRun(text) + 1));
  return `${fence}${language}
${text}${fence}
`;
}
var longestRun = (text) => (text.match(/`+/g) ?? []).reduce((longest, run2) => Math.max(longest, run2.length), 0);
var permalink = (repositoryUrl, sha, path, from, to) => `${repositoryUrl}/blob/${sha}/${path.split("/").map(encodedSegment).join("/")}#L${from}${to > from ? `-L${to}` : ""}`;
var encodedSegment = (segment) => encodeURIComponent(segment.replace(halves, "�")).replace(
  /[!'()*]/g,
  (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`
);
var halves = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

// src/report/delivery-map.ts
var mostDeliveries = 30;
function deliveryMap({ deliveries }) {
  if (deliveries.length === 0 || deliveries.length > mostDeliveries) return "";
  const nodes = /* @__PURE__ */ new Map();
  const idOf = (declaration) => {
    const known = nodes.get(declaration);
    if (known) return known;
    const id = `n${nodes.size + 1}`;
    nodes.set(declaration, id);
    return id;
  };
  const edges = new Set(deliveries.flatMap((delivery) => edgesOf(delivery, idOf)));
  const lines = [
    "flowchart LR",
    ...[...nodes].map(([declaration, id]) => `${id}${declaration}`),
    ...edges,
    "classDef broken stroke:#cf222e,stroke-width:3px"
  ];
  return codeBlock("mermaid", lines.map((line) => `${line}
`).join(""));
}
function edgesOf(delivery, idOf) {
  const mark = delivery.state === "broken" ? ":::broken" : "";
  const made = delivery.pushedAt ?? delivery.builtAt;
  const build = made ? idOf(box(["build", placeInWords(made)])) : void 0;
  const image = idOf(`${rounded([delivery.image])}${mark}`);
  const pods = idOf(`${box([delivery.workload, delivery.pulledAt ? placeInWords(delivery.pulledAt) : ""])}${mark}`);
  const nodes = idOf(box([delivery.cluster, delivery.nodes]));
  const arrow = delivery.state === "broken" ? "-. ✗ .->" : delivery.state === "unknown" ? "-.->" : "-->";
  return [...build ? [`${build} --> ${image}`] : [], `${image} ${arrow} ${pods}`, `${pods} --> ${nodes}`];
}
var box = (lines) => `["${label(lines)}"]`;
var rounded = (lines) => `(["${label(lines)}"])`;
var longestLabel = 80;
function label(lines) {
  const filled = lines.filter((line) => line !== "").map((line) => visible(line));
  const short = filled.map((line) => line.length > longestLabel ? `…${line.slice(1 - longestLabel)}` : line);
  return short.map((line) => visible(line).replace(/[!-,:-@[-`{-~]/g, codeOf)).join("<br/>") || "not known";
}
var codeOf = (mark) => `#${mark.charCodeAt(0)};`;

// src/report/summary.ts
var summaryBudget = 900 * 1024;
var titles = {
  pass: "✅ deploy-preflight",
  fail: "❌ deploy-preflight",
  "config-invalid": "❌ deploy-preflight"
};
var mostRows = 100;
var mostSkipped = 20;
function summary2(report, options) {
  const worstFirst = report.findings.toSorted((a, b) => severities.indexOf(b.severity) - severities.indexOf(a.severity));
  const head = `## ${titles[report.verdict]}

**${escaped(verdictInWords(report))}**

`;
  const tail = `${pictured(report)}${remarks(report)}`;
  const budget = options.budget - bytes(head) - bytes(tail) - 200;
  if (budget < 0) return bytes(head) <= options.budget ? head : "";
  const table = fitted(worstFirst.slice(0, mostRows), (finding) => row(finding, options), budget / 2);
  const details = fitted(worstFirst, (finding) => detail(finding, options), budget - bytes(table.text));
  const left = worstFirst.length - details.count;
  const more = left > 0 ? `
…and ${plural(left, "more finding")}: the whole report is in the file that the output \`report-json\` names.

` : "";
  return `${head}${table.count > 0 ? tableHead + table.text : ""}
${details.text}${more}${tail}`;
}
var tableHead = "| | rule | where | what |\n| --- | --- | --- | --- |\n";
var signs = { error: "🔴 error", warning: "🟠 warning", notice: "🔵 notice" };
function fitted(findings, show, budget) {
  const parts = [];
  let left = budget;
  for (const finding of findings) {
    const part = show(finding);
    left -= bytes(part);
    if (left < 0) break;
    parts.push(part);
  }
  return { text: parts.join(""), count: parts.length };
}
var encoder = new TextEncoder();
var bytes = (text) => encoder.encode(text).length;
var row = (finding, options) => `| ${signs[finding.severity]} | ${ruleName(finding.rule, options)} | ${where(finding.at, options)} | ${escaped(clipped(finding.message, 300))} |
`;
function ruleName(rule, { link }) {
  const page = link(rule);
  return page ? `[${code(rule)}](${page})` : code(rule);
}
function where(span, { repositoryUrl, sha, prefix }) {
  const { path, line, endLine } = placeOfSpan(span);
  const name = code(`${prefix}${path}:${line}`);
  return repositoryUrl && sha ? `[${name}](${permalink(repositoryUrl, sha, prefix + path, line, endLine)})` : name;
}
function detail(finding, options) {
  const ends = [finding.at, ...finding.because.slice(0, 10).map(({ at }) => at)].map((span) => where(span, options));
  const title = `${signs[finding.severity]} ${escaped(clipped(`${finding.rule}: ${finding.message}`, 300))}`;
  const open2 = finding.severity === "error" ? " open" : "";
  return `<details${open2}><summary>${title}</summary>

${ends.join(" ← ")}

${codeBlock("text", findingText(finding, withoutColour))}
</details>

`;
}
function pictured({ trace }) {
  const map = deliveryMap(trace);
  return map === "" ? "" : `### Delivery map

${map}
`;
}
function remarks({ skipped, coverage, trace }) {
  const nodes = nodesLine(trace);
  const rest = skipped.length - mostSkipped;
  const lines = [
    ...skipped.slice(0, mostSkipped).map(({ path, reason }) => `- not read: ${code(clipped(path, 300))} (${escaped(clipped(reason, 300))})`),
    ...rest > 0 ? [`- not read: ${plural(rest, "more file")}`] : [],
    ...coverage.length > 0 ? [`- ${escaped(coverageLine(coverage))}`] : [],
    ...nodes ? [`- ${escaped(nodes)}`] : []
  ];
  return lines.length > 0 ? `${lines.join("\n")}
` : "";
}

// src/action.ts
var { env } = process2;
var given = (name) => env[name] || void 0;
var server = given("GITHUB_SERVER_URL") ?? "https://github.com";
var workspace = realpathSync(given("GITHUB_WORKSPACE") ?? process2.cwd());
try {
  const read = readInputs((name) => getInput(name));
  if ("mistake" in read) setFailed(`deploy-preflight: ${visible(read.mistake)}`);
  else await run(read);
} catch (error2) {
  debug(visible(error2 instanceof Error ? error2.stack ?? "" : ""));
  setFailed(`deploy-preflight failed: ${visible(error2 instanceof Error ? error2.message : String(error2))}`);
}
async function run(inputs) {
  const root = directoryAt(inputs.path);
  const event = eventFacts(given("GITHUB_EVENT_NAME") ?? "", payload());
  const report = await check({
    ...inputs,
    root,
    config: inputs.config === void 0 ? void 0 : configAt(root, inputs.config),
    repositoryName: event.repository ?? given("GITHUB_REPOSITORY"),
    defaultBranch: event.defaultBranch,
    sha: given("GITHUB_SHA")
  });
  const changed = report.findings.length > 0 ? await changedLines(event, inputs.token) : void 0;
  const top = topOf(root);
  const prefix = prefixBelow(top, root);
  const link = ruleLink();
  print(report, { link, changed, prefix, most: inputs.maxAnnotations, elsewhere: whereTheRestIs(inputs) });
  if (inputs.summary) await summarise(report, link, top, prefix);
  output(report, link);
  if (report.verdict !== "pass") setFailed(`deploy-preflight: ${verdictInWords(report)}`);
}
function whereTheRestIs({ summary: wanted }) {
  return wanted ? "the job summary" : "the log of this step";
}
function print(report, options) {
  startGroup("deploy-preflight report");
  info(textReport(report, withoutColour));
  endGroup();
  for (const command of annotations(report, options).commands) info(command);
  info(`deploy-preflight: ${verdictInWords(report)}`);
}
async function summarise(report, link, top, prefix) {
  const repository = given("GITHUB_REPOSITORY");
  const text = summary2(report, {
    link,
    prefix,
    repositoryUrl: repository && `${server}/${repository}`,
    sha: readCheckout(top).sha ?? given("GITHUB_SHA"),
    budget: summaryBudget
  });
  try {
    await summary.addRaw(text, true).write();
  } catch (error2) {
    info(`the job summary cannot be written: ${visible(error2.message)}`);
  }
}
function output(report, link) {
  const step = (given("GITHUB_ACTION") ?? "").replace(/\W/g, "-");
  const file = join(given("RUNNER_TEMP") ?? tmpdir(), `deploy-preflight${step}.json`);
  writeFileSync(file, jsonReport(report, link));
  setOutput("verdict", report.verdict);
  setOutput("error-count", report.counts.error);
  setOutput("warning-count", report.counts.warning);
  setOutput("notice-count", report.counts.notice);
  setOutput("report-json", file);
}
function ruleLink() {
  const [repository, ref] = [given("GITHUB_ACTION_REPOSITORY"), given("GITHUB_ACTION_REF")];
  if (repository && ref) return pageOnGitHub(server, repository, ref);
  return home === void 0 ? noPage : pageOnGitHub("https://github.com", home, `v${version}`);
}
function payload() {
  try {
    return JSON.parse(readFileSync(given("GITHUB_EVENT_PATH") ?? "", "utf8"));
  } catch {
    return void 0;
  }
}
async function changedLines({ comparison, repository }, token) {
  const [owner, repo] = (given("GITHUB_REPOSITORY") ?? repository ?? "").split("/");
  if (!comparison || !owner || !repo || token === "") return void 0;
  try {
    const { getOctokit } = await import("./github.js");
    const { data } = await getOctokit(token).rest.repos.compareCommitsWithBasehead({
      owner,
      repo,
      basehead: `${comparison.base}...${comparison.head}`,
      request: { signal: AbortSignal.timeout(15e3) }
    });
    return changedLinesOf(data.files ?? []);
  } catch (error2) {
    info(
      `which lines changed is not known (${visible(error2.message)}): annotations go by severity alone`
    );
    return void 0;
  }
}
function topOf(root) {
  const inside = root === workspace || root.startsWith(`${workspace}${sep}`);
  const top = topOfCheckout(root, workspace);
  return inside && top === root && !existsSync2(join(root, ".git")) ? workspace : top;
}
function directoryAt(path) {
  const root = resolve(workspace, path);
  if (!existsSync2(root) || !statSync(root).isDirectory())
    throw new Error(`${path} is not a directory; is the repository checked out?`);
  return realpathSync(root);
}
function configAt(root, path) {
  try {
    return readOneFile(root, resolve(workspace, path));
  } catch (error2) {
    throw new Error(`cannot read ${path}: ${error2.message}`);
  }
}
