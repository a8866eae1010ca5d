import type { Config } from './config.ts'
import type { Finding } from './finding.ts'
import { withFingerprints } from './fingerprint.ts'
import { notUnderstood } from './not-understood.ts'
import { documentedWords } from './rehearsal/documented.ts'
import { nodePoolsIn } from './rehearsal/infrastructure.ts'
import { rehearse, workflowsOf } from './rehearsal/rehearsal.ts'
import type { Repository, Skipped } from './repository/repository.ts'
import { ruleIds } from './rule-ids.ts'
import { rules } from './rules/index.ts'
import type { Source } from './source/span.ts'
import { show } from './source/unknown.ts'
import { applySuppressions } from './suppress.ts'
import { judge } from './verdict.ts'
import { type Trace, traceOf } from './world/deliveries.ts'
import type { Facts } from './world/world.ts'

/** Everything a preflight needs to know; nothing is asked from outside while it runs. */
export interface PreflightInput {
  readonly repository: Repository
  readonly config: Config
  /** `owner/name`, where the event, the command line or `.git` says so. */
  readonly repositoryName: string | undefined
  readonly defaultBranch: string | undefined
  readonly sha: string | undefined
}

export interface PreflightResult {
  readonly findings: readonly Finding[]
  readonly skipped: readonly Skipped[]
  /** What the rehearsal did not understand, by name. */
  readonly coverage: readonly string[]
  readonly trace: Trace
}

/** The whole pipeline: rehearse the repository's stories, then ask every rule about them. Pure and synchronous. */
export function preflight(input: PreflightInput): PreflightResult {
  const facts = factsOf(input)
  const stories = rehearse({ repository: input.repository, facts, sha: input.sha })
  const judged = judge(stories, rules)
  const worlds = stories.map(({ world }) => world)
  const unread = withFingerprints(notUnderstood(workflowsOf(input.repository).values(), worlds, judged))
  const findings = [...judged, ...unread]
  return {
    findings: applySuppressions(findings, sourcesOf(input.repository), input.config, ruleIds),
    skipped: input.repository.skipped(),
    coverage: [
      ...new Set(stories.flatMap(({ world }) => [...world.notModelled.keys()].map((name) => show(world.names, name)))),
    ],
    trace: traceOf(worlds),
  }
}

/** Files that may hold an ignore comment and have been read anyway: a comment anywhere else cannot touch a finding. */
const sourcesOf = (repository: Repository): readonly Source[] =>
  repository.paths.flatMap((path) =>
    /\.ya?ml$|\.sh$|(?:^|\/)(?:Dockerfile|Makefile)[^/]*$/.test(path) ? (repository.read(path) ?? []) : [],
  )

function factsOf(input: PreflightInput): Facts {
  return {
    repository: input.repositoryName,
    defaultBranch: input.defaultBranch,
    nodePools: nodePoolsIn(input.repository),
    clusters: input.config.clusters,
    externalImages: input.config.externalImages,
    cloudVariants: cloudVariantsOf(input.repository.paths),
    documented: documentedWords(input.repository),
  }
}

/** `x.yaml` beside `x.cloud.yaml` (or `x-aks.yaml` …), `local/x.yaml` beside `cloud/x.yaml`. */
function cloudVariantsOf(paths: readonly string[]): ReadonlyMap<string, string> {
  const all = new Set(paths)
  const variants = new Map<string, string>()
  for (const path of paths) {
    if (/(?:^|\/)(?:values[^/]*|Chart\.ya?ml|templates\/.*)$/.test(path)) continue
    const named = /^(.*?)[.-](?:cloud|aks|eks|gke|prod|production)(\.ya?ml|\.json)$/.exec(path)
    const local =
      named &&
      [`${named[1]}${named[2]}`, `${named[1]}.local${named[2]}`, `${named[1]}-local${named[2]}`].find((one) =>
        all.has(one),
      )
    if (local) variants.set(local, path)
    const folder = /^((?:.*\/)?)(?:local|minikube|kind|dev-local)\/([^/]+)$/.exec(path)
    const beside =
      folder &&
      ['cloud', 'aks', 'eks', 'gke', 'prod', 'production']
        .map((name) => `${folder[1]}${name}/${folder[2]}`)
        .find((one) => all.has(one))
    if (beside) variants.set(path, beside)
  }
  return variants
}
