import type { Workflow } from './documents/workflow.ts'
import type { Finding } from './finding.ts'
import { spanOf } from './syntax/yaml.ts'

/** One notice for each workflow file that GitHub would refuse as YAML: nothing in it is rehearsed beyond what could be read. */
export function notUnderstood(workflows: Iterable<Workflow>): readonly Omit<Finding, 'fingerprint'>[] {
  return [...workflows].flatMap(({ path, problems }) => {
    const [problem] = problems
    if (!problem) return []
    const rest = problems.length > 1 ? ` (and ${problems.length - 1} more)` : ''
    return [
      {
        rule: 'file-not-understood',
        severity: 'notice' as const,
        message: `${path} is no valid YAML: ${firstLine(problem.message)}${rest}`,
        help: 'mend the syntax; what could be read is rehearsed all the same',
        seen: 'the workflow does not run: Invalid workflow file',
        at: spanOf(problem),
        because: [],
        fix: undefined,
      },
    ]
  })
}

const firstLine = (message: string): string => message.split('\n')[0] ?? message
