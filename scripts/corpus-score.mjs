#!/usr/bin/env node
// Scores the built checker on real repositories with hand-checked truths.
// usage: corpus-score.mjs --truth truth.tsv --repositories DIR [--cli dist/cli.js]
// DIR holds one folder per repository, <owner>__<name>. Truth rows: repo, commit, split, verdict (T or FP), confidence, class, file, line, …
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const option = (name, fallback) => {
  const at = process.argv.indexOf(`--${name}`)
  return at < 0 ? fallback : process.argv[at + 1]
}
const truth = option('truth')
const root = option('repositories')
const cli = option('cli', 'dist/cli.js')
if (!truth || !root) {
  console.error('usage: corpus-score.mjs --truth truth.tsv --repositories DIR [--cli dist/cli.js]')
  process.exit(2)
}

/** Which rules answer for a class of the truth. A class that is not here waits for a rule that does not exist yet. */
const rulesOf = {
  'image-case': /^image-name-uppercase$/,
  permissions: /^permission-/,
  platform: /^image-platform/,
  'tag-not-built': /^image-tag-mismatch$/,
  'tag-mismatch': /^image-tag-mismatch$/,
  'registry-mismatch': /^image-repository-mismatch$/,
  'mutable-tag-not-rolled': /^rollout-not-triggered$/,
  'deploy-does-not-wait': /^deploy-before-build$/,
  'image-without-registry': /^image-registry-missing$/,
  'image-not-built': /^image-(?:tag|repository)-mismatch$/,
  subscription: /^azure-subscription-missing$/,
  'set-comma': /^helm-set-comma$/,
  'missing-file': /^file-missing$/,
  'bad-override': /^helm-render-fails$/,
  'helm-key-unread': /^helm-key-unread$/,
  'namespace-order': /^namespace-created-late$/,
  placeholder: /^placeholder-applied$/,
  'sed-no-op': /^rewrite-without-effect$/,
  'missing-value': /^helm-/,
  'not-a-deploy': /^(?:helm|image|deploy|rollout)-/,
}

const rows = readFileSync(truth, 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => {
    const [repo, , , verdict, confidence, kind, file, line_] = line.split('\t')
    return { repo, verdict, confidence, kind, file, line: Number(line_) }
  })
const results = new Map()
function findingsOf(repo) {
  if (results.has(repo)) return results.get(repo)
  const folder = join(root, repo.replace('/', '__'))
  let findings
  if (existsSync(folder)) {
    let out
    try {
      out = execFileSync('node', [cli, folder, '--format', 'json', '--repository', repo, '--fail-on', 'never'], {
        encoding: 'utf8',
        maxBuffer: 1 << 28,
      })
    } catch (error) {
      out = error.stdout
    }
    findings = JSON.parse(out).findings
  }
  results.set(repo, findings)
  return findings
}

const nearBy = (place, row) =>
  place.path === row.file && place.line <= row.line + 1 && (place.endLine ?? place.line) >= row.line - 1
const touches = (finding, row) => [finding, ...(finding.because ?? [])].some((place) => nearBy(place, row))

let found = 0
let wanted = 0
let sprung = 0
let traps = 0
let waiting = 0
for (const row of rows) {
  const rules = rulesOf[row.kind]
  const findings = findingsOf(row.repo)
  if (!findings) continue
  if (!rules) {
    waiting += 1
    continue
  }
  const hit = findings.find(
    (finding) =>
      rules.test(finding.rule) && touches(finding, row) && (row.verdict === 'T' || finding.severity !== 'notice'),
  )
  if (row.verdict === 'T') {
    wanted += 1
    if (hit) found += 1
    console.log(
      `${hit ? 'found ' : 'MISSED'} [${row.confidence}] ${row.repo} ${row.file}:${row.line} ${row.kind}${hit ? ` → ${hit.rule} (${hit.severity})` : ''}`,
    )
  } else {
    traps += 1
    if (hit) sprung += 1
    if (hit)
      console.log(
        `SPRUNG     ${row.repo} ${row.file}:${row.line} ${row.kind} → ${hit.rule} (${hit.severity}): ${hit.message}`,
      )
  }
}
console.log(`found ${found} of ${wanted}, ${sprung} of ${traps} traps sprung, ${waiting} rows wait for other rules`)
