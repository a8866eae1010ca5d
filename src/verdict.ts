import { atLeast, type Finding, type Note, type Problem, type Severity } from './finding.ts'
import { withFingerprints } from './fingerprint.ts'
import type { AnyRule, On, Rule, Subjects } from './rule.ts'
import { nowhere, type Span, sameSpan, topOf } from './source/span.ts'
import { pullsOf } from './world/pulls.ts'
import type { Run } from './world/run.ts'
import { eventsOf, type World } from './world/world.ts'

/** A finished story, as rules are asked about it. */
export interface Story {
  readonly world: World
  readonly runs: readonly Run[]
}

/**
 * Asks every rule about every story. One finding per rule and place, however many triggers, matrix cells and commits show
 * it; the worst of them stays. A rule that throws becomes one warning, and the others go on.
 */
export function judge(stories: readonly Story[], rules: readonly AnyRule[]): readonly Finding[] {
  const found = new Map<string, Finding>()
  for (const story of stories) {
    const subjects = subjectsOf(story)
    for (const one of rules) {
      for (const finding of ask(one, subjects, story.world)) {
        const key = `${finding.rule}\0${finding.at.source.path}\0${finding.at.start}\0${finding.at.end}`
        const before = found.get(key)
        if (!before || !atLeast(before.severity, finding.severity)) found.set(key, finding)
      }
    }
  }
  return withFingerprints([...found.values()])
}

type AllSubjects = { readonly [K in On]: readonly Subjects[K][] }

const subjectsOf = ({ world, runs }: Story): AllSubjects => ({
  push: eventsOf(world, 'push'),
  pull: pullsOf(world),
  login: eventsOf(world, 'login'),
  release: eventsOf(world, 'release'),
  job: runs,
  object: eventsOf(world, 'apply'),
  world: [world],
})

function ask(one: AnyRule, subjects: AllSubjects, world: World): readonly Finding[] {
  try {
    return problemsOf(one as Rule, subjects, world).flatMap((problem) => findingOf(one, problem))
  } catch (error) {
    return [internalError(one.id, error, placeIn(subjects))]
  }
}

const problemsOf = <K extends On>(one: Rule<K>, subjects: AllSubjects, world: World): readonly Problem[] =>
  subjects[one.on].flatMap((subject) => [...one.check(subject, world)])

/** A problem that stands nowhere in the files cannot be shown, and is none. */
function findingOf(one: AnyRule, problem: Problem): readonly Finding[] {
  if (!isInFiles(problem.at)) return []
  const because = problem.because.filter(
    (note, index, all) => isInFiles(note.at) && isFirstAt(note, index, all, problem.at),
  )
  return [
    {
      rule: one.id,
      severity: problem.severity ?? one.severity,
      message: problem.message,
      help: problem.help,
      seen: problem.seen ?? one.seen,
      at: problem.at,
      because: because.slice(0, mostNotes),
      fix: problem.fix,
      fingerprint: '',
    },
  ]
}

const mostNotes = 10

/** Not everything stands in a file somebody can edit: the runner's own values, the files inside a packed chart. */
const isInFiles = ({ source }: Span): boolean => source.path !== '' && !source.path.startsWith('/')

/** A place is named once, and the problem's own place is no other end. */
const isFirstAt = (note: Note, index: number, all: readonly Note[], own: Span): boolean =>
  !sameSpan(note.at, own) && all.findIndex((other) => sameSpan(other.at, note.at)) === index

function internalError(id: string, error: unknown, at: Span): Finding {
  const reason = error instanceof Error ? error.message : String(error)
  const severity: Severity = 'warning'
  const message = `the rule ${id} failed: ${reason}`
  const help = 'please report this; every other rule was asked all the same'
  return { rule: 'internal-error', severity, message, help, seen: '', at, because: [], fix: undefined, fingerprint: '' }
}

const placeIn = (subjects: AllSubjects): Span => {
  const run = subjects.job[0]
  return run ? topOf(run.at.source) : nowhere
}
