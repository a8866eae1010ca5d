#!/usr/bin/env node
import { readFileSync, realpathSync, statSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { type CheckArguments, parseArguments, type RenderArguments } from './arguments.ts'
import { check } from './check.ts'
import { renderCommand } from './render-command.ts'
import { githubReport } from './report/github.ts'
import { jsonReport } from './report/json.ts'
import type { Report } from './report/report.ts'
import { noPage, pageOnGitHub } from './report/rule-link.ts'
import { withColour, withoutColour } from './report/style.ts'
import { textReport } from './report/text.ts'
import { traceText } from './report/trace.ts'
import { visible } from './report/visible.ts'
import { openAround } from './repository/around.ts'
import { prefixBelow, topOfCheckout } from './repository/git.ts'
import { readOneFile } from './repository/one-file.ts'
import { ruleIds } from './rule-ids.ts'
import { nearest } from './source/nearest.ts'
import type { Source } from './source/span.ts'
import { usage } from './usage.ts'
import { home, version } from './version.ts'

/** The pages of this very version. */
const link = home === undefined ? noPage : pageOnGitHub('https://github.com', home, `v${version}`)

/** Exit codes are a contract: 0 fine, 1 findings at or above the threshold, 2 usage or configuration, 3 our own failure. */
const exit = { fine: 0, findings: 1, usage: 2, internal: 3 } as const

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
})

class UsageError extends Error {}

try {
  process.exitCode = await main()
} catch (error) {
  process.exitCode = failed(error)
}

async function main(): Promise<number> {
  const parsed = parseArguments(process.argv.slice(2))
  if (parsed.kind === 'mistake') throw new UsageError(parsed.message)
  if (parsed.kind === 'help') return print(usage)
  if (parsed.kind === 'version') return print(`${version}\n`)
  if (parsed.kind === 'explain') return print(pageOf(parsed.rule))
  if (parsed.kind === 'render') return rendered(parsed)
  return checked(parsed)
}

function rendered(given: RenderArguments): number {
  const around = openAround(given.path, process.cwd())
  const outcome =
    'problem' in around ? { kind: 'mistake' as const, message: around.problem } : renderCommand(given, around)
  if (outcome.kind === 'mistake') throw new UsageError(outcome.message)
  if (outcome.kind === 'text') return print(outcome.text)
  process.stderr.write(`${visible(outcome.message)}\n`)
  return exit.findings
}

function failed(error: unknown): number {
  const message = error instanceof Error ? error.message : String(error)
  if (error instanceof UsageError) {
    process.stderr.write(`deploy-preflight: ${visible(message)}\nSee deploy-preflight --help.\n`)
    return exit.usage
  }
  const stack = error instanceof Error ? (error.stack ?? message) : message
  process.stderr.write(`deploy-preflight failed: ${visible(message)}\n`)
  for (const line of stack.split('\n').slice(1)) process.stderr.write(`    ${visible(line.trim())}\n`)
  return exit.internal
}

function print(text: string): number {
  process.stdout.write(text)
  return exit.fine
}

async function checked(given: CheckArguments): Promise<number> {
  const root = directoryAt(given.path)
  const report = await check({
    root,
    config: given.config === undefined ? undefined : fileAt(root, given.config),
    repositoryName: given.repository,
    defaultBranch: undefined,
    sha: undefined,
    failOn: given.failOn,
    minSeverity: given.minSeverity,
  })
  write(shown(report, given, root), given.output)
  if (report.verdict === 'config-invalid') return exit.usage
  return report.verdict === 'fail' && given.kind === 'check' ? exit.findings : exit.fine
}

function shown(report: Report, given: CheckArguments, root: string): string {
  const style = given.colour && given.output === undefined && wantsColour() ? withColour : withoutColour
  if (given.kind === 'trace')
    return report.verdict === 'config-invalid' ? textReport(report, style) : traceText(report.trace)
  if (given.format === 'json') return jsonReport(report, link)
  if (given.format === 'text') return textReport(report, style)
  const elsewhere = 'the output of --format text'
  const prefix = prefixBelow(topOfCheckout(root), root)
  return githubReport(report, { link, changed: undefined, most: undefined, prefix, elsewhere })
}

/** https://no-color.org and https://force-color.org. */
function wantsColour(): boolean {
  const { NO_COLOR: no, FORCE_COLOR: force, TERM: term } = process.env
  if (no) return false
  if (force !== undefined && force !== '') return force !== '0' && force !== 'false'
  return process.stdout.isTTY === true && term !== 'dumb'
}

function directoryAt(path: string): string {
  try {
    const root = realpathSync(resolve(path))
    if (statSync(root).isDirectory()) return root
  } catch {}
  throw new UsageError(`${path} is not a directory`)
}

function fileAt(root: string, path: string): Source {
  try {
    return readOneFile(root, realpathSync(path))
  } catch (error) {
    throw new UsageError(`cannot read ${path}: ${(error as Error).message}`)
  }
}

function write(text: string, output: string | undefined): void {
  if (output === undefined) {
    process.stdout.write(text)
    return
  }
  try {
    writeFileSync(output, text)
  } catch (error) {
    throw new UsageError(`cannot write ${output}: ${(error as Error).message}`)
  }
}

function pageOf(rule: string): string {
  if (!ruleIds.includes(rule)) {
    const near = nearest(rule, ruleIds)
    throw new UsageError(
      `there is no rule "${rule}"${near ? `; did you mean "${near}"?` : `; there are ${ruleIds.join(', ')}`}`,
    )
  }
  for (const folder of ['rules', 'own-ids']) {
    const page = readIfThere(fileURLToPath(new URL(`./${folder}/${rule}.md`, import.meta.url)))
    if (page !== undefined) return page
  }
  throw new Error(`the page of ${rule} is missing from this installation`)
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}
