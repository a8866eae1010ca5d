import type { Workflow } from './documents/workflow.ts'
import type { Finding } from './finding.ts'
import type { Span } from './source/span.ts'
import { spanOf } from './syntax/yaml.ts'
import { eventsOf, type World } from './world/world.ts'

type Notice = Omit<Finding, 'fingerprint'>

/**
 * One notice for each file that cannot be parsed, at the place of the problem: workflows that GitHub would refuse, and what
 * the deliveries hand over as it is written. `told`: a rule has said so already.
 */
export function notUnderstood(
  workflows: Iterable<Workflow>,
  worlds: readonly World[],
  told: readonly Finding[],
): readonly Notice[] {
  const failing = told.filter(({ rule }) => /^(?:helm-render|kustomize-build)-fails$/.test(rule))
  const known = new Set(failing.map(({ at }) => at.source.path))
  const notices = [...[...workflows].flatMap(refusedWorkflow), ...worlds.flatMap(unreadableIn)]
  return notices.filter(({ at: { source } }) => {
    const first = !known.has(source.path)
    known.add(source.path)
    return first && source.path !== '' && !source.path.startsWith('/')
  })
}

function refusedWorkflow({ path, problems }: Workflow): readonly Notice[] {
  const [problem] = problems
  if (!problem) return []
  const rest = problems.length > 1 ? ` (and ${problems.length - 1} more)` : ''
  const message = `${path} is no valid YAML: ${firstLine(problem.message)}${rest}`
  return [noticeAt(spanOf(problem), message, 'the workflow does not run: Invalid workflow file')]
}

const unreadableIn = (world: World): readonly Notice[] => [
  ...eventsOf(world, 'unreadable').map(({ at, problem, seen }) =>
    noticeAt(at, `${at.source.path} ${firstLine(problem)}`, seen),
  ),
  // Rules do not judge what nobody here renders; that a file cannot be parsed is so with any flags and any values.
  ...eventsOf(world, 'render-failure')
    .filter(({ run, message }) => run.implied && syntaxError.test(message))
    .map(({ at, tool, message }) =>
      noticeAt(at, `${tool} cannot read ${at.source.path}: ${firstLine(message).replace(/line \d+: /, '')}`, message),
    ),
]

const syntaxError =
  /^(?:parse error at|cannot load (?:Chart|values)\.yaml: .*yaml: |invalid Kustomization: yaml: |MalformedYAMLError: )/

const noticeAt = (at: Span, message: string, seen: string): Notice => ({
  rule: 'file-not-understood',
  severity: 'notice',
  message,
  help: 'mend the syntax; what could be read is rehearsed all the same',
  seen,
  at,
  because: [],
  fix: undefined,
})

const firstLine = (message: string): string => message.split('\n')[0] ?? message
