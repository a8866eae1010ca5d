import type { Span } from '../source/span.ts'
import { slice, type Text } from '../source/text.ts'
import {
  at,
  entriesOf,
  headOf,
  itemsOf,
  parseYaml,
  spanOf,
  textOf,
  type YamlNode,
  type YamlProblem,
} from '../syntax/yaml.ts'

/** A workflow file as a lenient view: what is not there, or is of another shape, is absent. */
export interface Workflow {
  readonly path: string
  readonly name: Text | undefined
  readonly triggers: readonly Trigger[]
  readonly env: Entries
  readonly defaults: RunDefaults
  readonly permissions: YamlNode | undefined
  readonly jobs: readonly Job[]
  readonly problems: readonly YamlProblem[]
}

/** Entries of a map whose values are scalars, in the order of the file. */
export type Entries = ReadonlyMap<string, Text>

export interface Trigger {
  readonly event: string
  readonly at: Span
  /** Undefined: not filtered by it. */
  readonly branches: Filter | undefined
  readonly tags: Filter | undefined
  readonly paths: Filter | undefined
  readonly types: readonly Text[]
  /** `workflow_run`: names of the workflows it waits for. */
  readonly workflows: readonly Text[]
  /** `workflow_dispatch` and `workflow_call`: names of the inputs, with their defaults. */
  readonly inputs: ReadonlyMap<string, WorkflowInput>
  /** `workflow_call`: name → expression. */
  readonly outputs: Entries
}

export interface WorkflowInput {
  readonly default: Text | undefined
  readonly type: string | undefined
  readonly options: readonly Text[]
}

/** `only`: at least one matches, and no later `!` takes it out. `except`: none matches. */
export interface Filter {
  readonly kind: 'only' | 'except'
  readonly patterns: readonly Text[]
}

export interface RunDefaults {
  readonly shell: Text | undefined
  readonly directory: Text | undefined
}

export interface Job {
  readonly id: string
  readonly at: Span
  readonly needs: readonly Text[]
  readonly condition: Text | undefined
  /** `continue-on-error`, unless it is `false`. */
  readonly mayFail: Text | undefined
  readonly runsOn: readonly Text[]
  readonly env: Entries
  readonly defaults: RunDefaults
  readonly permissions: YamlNode | undefined
  readonly environment: Text | undefined
  readonly matrix: YamlNode | undefined
  readonly outputs: Entries
  readonly steps: readonly WorkflowStep[]
  /** A job that calls another workflow instead of having steps. */
  readonly uses: Text | undefined
  readonly with: Entries
  readonly secrets: Entries | 'inherit'
}

export interface WorkflowStep {
  readonly id: string | undefined
  readonly name: Text | undefined
  readonly at: Span
  readonly condition: Text | undefined
  readonly uses: Text | undefined
  /** What stands behind `uses` on its line: `# v5.1.0`, the version of a pinned sha. */
  readonly comment: string
  readonly run: Text | undefined
  readonly shell: Text | undefined
  readonly directory: Text | undefined
  readonly with: Entries
  readonly env: Entries
  /** `continue-on-error`, unless it is `false`. */
  readonly mayFail: Text | undefined
}

const views = new WeakMap<Text, Workflow>()

/** Reads a workflow file. */
export function readWorkflow(path: string, text: Text): Workflow {
  const known = views.get(text)
  if (known) return known
  const documents = parseYaml(text)
  const root = documents[0]?.root
  const workflow: Workflow = {
    path,
    name: textOf(root, 'name'),
    triggers: readTriggers(at(root, 'on')),
    env: scalarsOf(root, 'env'),
    defaults: readDefaults(root),
    permissions: at(root, 'permissions'),
    jobs: entriesOf(root, 'jobs').map((entry) => readJob(entry.key.text.value, spanOf(entry.key), entry.value)),
    problems: documents.flatMap((document) => document.problems),
  }
  views.set(text, workflow)
  return workflow
}

function scalarsOf(root: YamlNode | undefined, ...path: readonly (string | number)[]): Entries {
  const found = entriesOf(root, ...path).flatMap(({ key, value }) =>
    value === undefined
      ? [[key.text.value, emptyOf(key.text)] as const]
      : value.kind === 'scalar'
        ? [[key.text.value, value.text] as const]
        : [],
  )
  return new Map(found)
}

const emptyOf = (text: Text): Text => slice(text, 0, 0)

function readTriggers(on: YamlNode | undefined): readonly Trigger[] {
  if (!on) return []
  if (on.kind === 'scalar') return [bareTrigger(on)]
  if (on.kind === 'list') return on.items.flatMap((item) => (item?.kind === 'scalar' ? [bareTrigger(item)] : []))
  return entriesOf(on).map(({ key, value }) => readTrigger(key.text.value, spanOf(key), value))
}

const bareTrigger = (event: YamlNode): Trigger =>
  readTrigger(event.kind === 'scalar' ? event.text.value : '', spanOf(event), undefined)

function readTrigger(event: string, where: Span, node: YamlNode | undefined): Trigger {
  const inputs = entriesOf(node, 'inputs').map(({ key, value }) => [key.text.value, readInput(value)] as const)
  return {
    event,
    at: where,
    branches: filterOf(node, 'branches'),
    tags: filterOf(node, 'tags'),
    paths: filterOf(node, 'paths'),
    types: listOf(node, 'types'),
    workflows: listOf(node, 'workflows'),
    inputs: new Map(inputs),
    outputs: new Map(
      entriesOf(node, 'outputs').flatMap(({ key, value }) => pair(key.text.value, textOf(value, 'value'))),
    ),
  }
}

const pair = (key: string, value: Text | undefined): readonly (readonly [string, Text])[] =>
  value ? [[key, value]] : []

const readInput = (node: YamlNode | undefined): WorkflowInput => ({
  default: textOf(node, 'default'),
  type: textOf(node, 'type')?.value,
  options: listOf(node, 'options'),
})

function filterOf(node: YamlNode | undefined, name: string): Filter | undefined {
  if (at(node, name)) return { kind: 'only', patterns: listOf(node, name) }
  return at(node, `${name}-ignore`) ? { kind: 'except', patterns: listOf(node, `${name}-ignore`) } : undefined
}

/** A list of scalars, or a single scalar where a list may stand. */
function listOf(root: YamlNode | undefined, ...path: readonly (string | number)[]): readonly Text[] {
  const single = textOf(root, ...path)
  if (single) return [single]
  return itemsOf(root, ...path).flatMap((item) => (item.kind === 'scalar' ? [item.text] : []))
}

const readDefaults = (node: YamlNode | undefined): RunDefaults => ({
  shell: textOf(node, 'defaults', 'run', 'shell'),
  directory: textOf(node, 'defaults', 'run', 'working-directory'),
})

function readJob(id: string, where: Span, node: YamlNode | undefined): Job {
  return {
    id,
    at: where,
    needs: listOf(node, 'needs'),
    condition: textOf(node, 'if'),
    mayFail: toleranceIn(node),
    runsOn: at(node, 'runs-on')?.kind === 'map' ? listOf(node, 'runs-on', 'labels') : listOf(node, 'runs-on'),
    env: scalarsOf(node, 'env'),
    defaults: readDefaults(node),
    permissions: at(node, 'permissions'),
    environment: textOf(node, 'environment') ?? textOf(node, 'environment', 'name'),
    matrix: at(node, 'strategy', 'matrix'),
    outputs: scalarsOf(node, 'outputs'),
    steps: itemsOf(node, 'steps').map(readStep),
    uses: textOf(node, 'uses'),
    with: scalarsOf(node, 'with'),
    secrets: textOf(node, 'secrets')?.value === 'inherit' ? 'inherit' : scalarsOf(node, 'secrets'),
  }
}

/** Reads a step of a job or of a composite action. */
function readStep(node: YamlNode): WorkflowStep {
  const uses = at(node, 'uses')
  return {
    id: textOf(node, 'id')?.value,
    name: textOf(node, 'name'),
    at: headOf(node),
    condition: textOf(node, 'if'),
    uses: textOf(uses),
    comment: uses ? commentBehind(uses) : '',
    run: textOf(node, 'run'),
    shell: textOf(node, 'shell'),
    directory: textOf(node, 'working-directory'),
    with: scalarsOf(node, 'with'),
    env: scalarsOf(node, 'env'),
    mayFail: toleranceIn(node),
  }
}

function toleranceIn(node: YamlNode | undefined): Text | undefined {
  const text = textOf(node, 'continue-on-error')
  return text?.value === 'false' ? undefined : text
}

function commentBehind(node: YamlNode): string {
  const rest = slice(node.within, node.end, node.end + 200).value.split('\n')[0] ?? ''
  return rest.trimStart().startsWith('#') ? rest.trim() : ''
}

/** An action's own file: what a composite one runs, and what it takes and gives. */
export interface ActionFile {
  readonly using: string
  readonly inputs: ReadonlyMap<string, Text | undefined>
  readonly outputs: Entries
  readonly steps: readonly WorkflowStep[]
}

export function readAction(text: Text): ActionFile {
  const root = parseYaml(text)[0]?.root
  return {
    using: textOf(root, 'runs', 'using')?.value ?? '',
    inputs: new Map(
      entriesOf(root, 'inputs').map(({ key, value }) => [key.text.value.toLowerCase(), textOf(value, 'default')]),
    ),
    outputs: new Map(
      entriesOf(root, 'outputs').flatMap(({ key, value }) => pair(key.text.value, textOf(value, 'value'))),
    ),
    steps: itemsOf(root, 'runs', 'steps').map(readStep),
  }
}
