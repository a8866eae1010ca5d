import { existsSync, readFileSync, realpathSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve, sep } from 'node:path'
import process from 'node:process'
import * as core from '@actions/core'
import { type ActionInputs, readInputs } from './action-inputs.ts'
import { check } from './check.ts'
import { type EventFacts, eventFacts } from './github-event.ts'
import { type ChangedLines, changedLinesOf } from './report/changed-lines.ts'
import { annotations } from './report/github.ts'
import { jsonReport } from './report/json.ts'
import { type Report, verdictInWords } from './report/report.ts'
import { noPage, pageOnGitHub, type RuleLink } from './report/rule-link.ts'
import { withoutColour } from './report/style.ts'
import { summary, summaryBudget } from './report/summary.ts'
import { textReport } from './report/text.ts'
import { visible } from './report/visible.ts'
import { prefixBelow, readCheckout, topOfCheckout } from './repository/git.ts'
import { readOneFile } from './repository/one-file.ts'
import type { Source } from './source/span.ts'
import { home, version } from './version.ts'

const { env } = process
const given = (name: string): string | undefined => env[name] || undefined
const server = given('GITHUB_SERVER_URL') ?? 'https://github.com'
const workspace = realpathSync(given('GITHUB_WORKSPACE') ?? process.cwd())

try {
  const read = readInputs((name) => core.getInput(name))
  if ('mistake' in read) core.setFailed(`deploy-preflight: ${visible(read.mistake)}`)
  else await run(read)
} catch (error) {
  core.debug(visible(error instanceof Error ? (error.stack ?? '') : ''))
  core.setFailed(`deploy-preflight failed: ${visible(error instanceof Error ? error.message : String(error))}`)
}

async function run(inputs: ActionInputs): Promise<void> {
  const root = directoryAt(inputs.path)
  const event = eventFacts(given('GITHUB_EVENT_NAME') ?? '', payload())
  const report = await check({
    ...inputs,
    root,
    config: inputs.config === undefined ? undefined : configAt(root, inputs.config),
    repositoryName: event.repository ?? given('GITHUB_REPOSITORY'),
    defaultBranch: event.defaultBranch,
    sha: given('GITHUB_SHA'),
  })
  const changed = report.findings.length > 0 ? await changedLines(event, inputs.token) : undefined
  const top = topOf(root)
  const prefix = prefixBelow(top, root)
  const link = ruleLink()
  print(report, { link, changed, prefix, most: inputs.maxAnnotations, elsewhere: whereTheRestIs(inputs) })
  if (inputs.summary) await summarise(report, link, top, prefix)
  output(report, link)
  if (report.verdict !== 'pass') core.setFailed(`deploy-preflight: ${verdictInWords(report)}`)
}

function whereTheRestIs({ summary: wanted }: ActionInputs): string {
  return wanted ? 'the job summary' : 'the log of this step'
}

/** The whole report goes into the log, folded; the annotations come after it. Nothing in it can be taken for a command. */
function print(report: Report, options: Parameters<typeof annotations>[1]): void {
  core.startGroup('deploy-preflight report')
  core.info(textReport(report, withoutColour))
  core.endGroup()
  for (const command of annotations(report, options).commands) core.info(command)
  core.info(`deploy-preflight: ${verdictInWords(report)}`)
}

async function summarise(report: Report, link: RuleLink, top: string, prefix: string): Promise<void> {
  const repository = given('GITHUB_REPOSITORY')
  const text = summary(report, {
    link,
    prefix,
    repositoryUrl: repository && `${server}/${repository}`,
    sha: readCheckout(top).sha ?? given('GITHUB_SHA'),
    budget: summaryBudget,
  })
  try {
    await core.summary.addRaw(text, true).write()
  } catch (error) {
    core.info(`the job summary cannot be written: ${visible((error as Error).message)}`)
  }
}

function output(report: Report, link: RuleLink): void {
  const step = (given('GITHUB_ACTION') ?? '').replace(/\W/g, '-')
  const file = join(given('RUNNER_TEMP') ?? tmpdir(), `deploy-preflight${step}.json`)
  writeFileSync(file, jsonReport(report, link))
  core.setOutput('verdict', report.verdict)
  core.setOutput('error-count', report.counts.error)
  core.setOutput('warning-count', report.counts.warning)
  core.setOutput('notice-count', report.counts.notice)
  core.setOutput('report-json', file)
}

/** Of the very ref that runs. An action that is used as `./` has none; then it is the page of this version, if that is known. */
function ruleLink(): RuleLink {
  const [repository, ref] = [given('GITHUB_ACTION_REPOSITORY'), given('GITHUB_ACTION_REF')]
  if (repository && ref) return pageOnGitHub(server, repository, ref)
  return home === undefined ? noPage : pageOnGitHub('https://github.com', home, `v${version}`)
}

function payload(): unknown {
  try {
    return JSON.parse(readFileSync(given('GITHUB_EVENT_PATH') ?? '', 'utf8'))
  } catch {
    return undefined
  }
}

/** Best effort: without the answer, annotations go by severity alone. */
async function changedLines({ comparison, repository }: EventFacts, token: string): Promise<ChangedLines | undefined> {
  const [owner, repo] = (given('GITHUB_REPOSITORY') ?? repository ?? '').split('/')
  if (!comparison || !owner || !repo || token === '') return undefined
  try {
    const { getOctokit } = await import('@actions/github')
    const { data } = await getOctokit(token).rest.repos.compareCommitsWithBasehead({
      owner,
      repo,
      basehead: `${comparison.base}...${comparison.head}`,
      request: { signal: AbortSignal.timeout(15_000) },
    })
    return changedLinesOf(data.files ?? [])
  } catch (error) {
    core.info(
      `which lines changed is not known (${visible((error as Error).message)}): annotations go by severity alone`,
    )
    return undefined
  }
}

/** The top of the checkout that holds a directory: GitHub counts paths from there. Without one, it is the workspace. */
function topOf(root: string): string {
  const inside = root === workspace || root.startsWith(`${workspace}${sep}`)
  const top = topOfCheckout(root, workspace)
  return inside && top === root && !existsSync(join(root, '.git')) ? workspace : top
}

function directoryAt(path: string): string {
  const root = resolve(workspace, path)
  if (!existsSync(root) || !statSync(root).isDirectory())
    throw new Error(`${path} is not a directory; is the repository checked out?`)
  return realpathSync(root)
}

function configAt(root: string, path: string): Source {
  try {
    return readOneFile(root, resolve(workspace, path))
  } catch (error) {
    throw new Error(`cannot read ${path}: ${(error as Error).message}`)
  }
}
