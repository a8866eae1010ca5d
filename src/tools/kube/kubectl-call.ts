import { concat, placeOf, split, spoken, type Text } from '../../source/text.ts'
import type { Machine } from '../../world/machine.ts'
import type { World } from '../../world/world.ts'
import type { Call, Outcome } from '../tool.ts'
import { aimed } from './contexts.ts'
import { lastOf, type Options, parseOptions } from './options.ts'

/** A call of kubectl, understood as far as all verbs have it in common. */
export interface KubectlCall {
  readonly call: Call
  readonly world: World
  /** The machine itself, for what changes it. */
  readonly machine: Machine
  /** The machine as this call sees it: `--context` decides the cluster. */
  readonly target: Machine
  readonly options: Options
  /** Words behind the verb. */
  readonly words: readonly Text[]
  /** `-n`; undefined: the context's default. */
  readonly namespace: Text | undefined
}

export type Verb = (kubectl: KubectlCall) => Outcome

/** Options without a value, or with one only behind `=` (kubectl 1.36, all commands together). */
const switches = new Set(
  (
    'A R L h i q t w all all-containers all-namespaces allow-missing-template-keys append-hash as-uid attach cascade client ' +
    'create-annotation current current-replicas disable-compression dry-run edit enable-alpha-plugins enable-helm expose ' +
    'flatten follow force force-conflicts generate-service-account-token help ignore-not-found insecure-skip-tls-verify ' +
    'interactive keep-managed-fields leave-stdin-open list local match-server-version minify no-headers now openapi-patch ' +
    'output-watch-events overwrite prefix previous privileged prune quiet record recursive reset resolve rm save-config server-print ' +
    'server-side short show-events show-kind show-labels show-managed-fields stdin timestamps tty validate wait ' +
    'warnings-as-errors watch watch-only windows-line-endings'
  ).split(' '),
)
/** Where `-f` and `-p` are switches: follow, previous. */
const logSwitches = new Set([...switches, 'f', 'p'])

export function understand(call: Call, machine: Machine, world: World): { verb: string; kubectl: KubectlCall } {
  const first = parseOptions(call.args, switches)
  const verb = first.words[0]?.value ?? ''
  const options = verb === 'logs' ? parseOptions(call.args, logSwitches) : first
  const namespace = filled(lastOf(options, 'namespace', 'n'))
  const target = onOpenShift(call, aimed(machine, options, 'context'))
  return { verb, kubectl: { call, world, machine, target, options, words: options.words.slice(1), namespace } }
}

/** `oc` talks to OpenShift, whatever else is hidden. */
const onOpenShift = (call: Call, machine: Machine): Machine =>
  call.name.value === 'oc' && !machine.cluster
    ? { ...machine, cluster: { name: undefined, provider: 'openshift', at: call.at } }
    : machine

const filled = (text: Text | undefined): Text | undefined => (text?.value ? text : undefined)

/** The namespace that the command acts in; undefined where the context decides. */
export const namespaceOf = (kubectl: KubectlCall): Text | undefined => kubectl.namespace ?? kubectl.target.namespace

/**
 * The objects that words name: `TYPE/NAME …`, `TYPE NAME …`, `TYPE,TYPE NAME`; a type alone (all of them, or a selector)
 * stands for itself.
 */
export function targetsOf(words: readonly Text[]): readonly Text[] {
  const [first, ...names] = words
  if (!first) return []
  if (first.value.includes('/')) return words.filter((word) => word.value.includes('/'))
  const kinds = split(first, ',').filter((kind) => kind.value !== '')
  if (names.length === 0) return kinds
  return kinds.flatMap((kind) => names.map((name) => concat(kind, spoken('/', placeOf(kind)), name)))
}

/** `kubectl`, or what stands in for it, with the verb. */
export const commandName = (kubectl: KubectlCall, verb: string): string => `${kubectl.call.name.value} ${verb}`

/** The state of `--dry-run`: bare and `client` and `server` change nothing. */
export function isDryRun(options: Options): boolean {
  const last = options.given.findLast((option) => option.name === 'dry-run')
  return last !== undefined && last.value?.value !== 'none' && last.value?.value !== 'false'
}
