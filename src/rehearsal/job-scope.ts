import type { Job } from '../documents/workflow.ts'
import { placeOf, spoken, type Text } from '../source/text.ts'
import { entriesOf, isNull, type YamlNode } from '../syntax/yaml.ts'
import {
  type JobResult,
  needsContext,
  scopeOf,
  secretsContext,
  textsValue,
  unknownValue,
  varsContext,
} from './contexts.ts'
import { interpolate, interpolateValue, type Scope } from './expression/evaluate.ts'
import { booleanValue, nullValue, objectValue, stringValue, type Value } from './expression/value.ts'
import type { Cell } from './matrix.ts'
import type { Setting, Stage } from './stage.ts'

/** What a job's own expressions see: its `if`, its matrix. `failed`: suppose that this one of its needs has failed. */
export function jobScope(
  stage: Stage,
  setting: Setting,
  job: Job,
  needs: ReadonlyMap<string, JobResult>,
  failed: string | undefined,
): Scope {
  const { names } = stage
  const environment = job.environment?.value ?? ''
  const contexts = new Map<string, Value>([
    ['github', setting.github],
    ['inputs', setting.inputs],
    ['needs', needsContext(names, needs, failed)],
    ['vars', varsContext(names, environment)],
    ['secrets', secretsContext(names, environment, setting.secrets)],
  ])
  const succeeded = [...needs.values()].every((need) => need.result === 'success')
  const plain = scopeOf(names, contexts, succeeded, failed !== undefined)
  const env = new Map([...setting.workflow.env].map(([name, text]) => [name, interpolate(text, plain)] as const))
  return scopeOf(names, new Map([...contexts, ['env', textsValue(env)]]), succeeded, failed !== undefined)
}

/** The same for one combination of its matrix. */
export function cellScope(
  stage: Stage,
  setting: Setting,
  job: Job,
  needs: ReadonlyMap<string, JobResult>,
  cell: Cell,
): Scope {
  const { names } = stage
  const outer = jobScope(stage, setting, job, needs, undefined)
  const contexts = new Map<string, Value>()
  for (const name of ['github', 'inputs', 'needs', 'vars', 'secrets', 'env'])
    contexts.set(name, outer.context(name) ?? nullValue)
  contexts.set('matrix', cell ? objectValue(cell) : unknownValue(names, `${setting.key}.${job.id}.matrix`, 'matrix'))
  contexts.set('strategy', unknownValue(names, `${setting.key}.${job.id}.strategy`, 'strategy'))
  return scopeOf(names, contexts, true)
}

/** A YAML node of the workflow as a value: plain scalars are typed as GitHub reads them (YAML 1.2 core). */
export function nodeValue(node: YamlNode | undefined, scope: Scope): Value {
  if (!node) return nullValue
  if (node.kind === 'list') return { kind: 'array', items: node.items.map((item) => nodeValue(item, scope)) }
  if (node.kind === 'map')
    return objectValue(entriesOf(node).map(({ key, value }) => [key.text.value, nodeValue(value, scope)] as const))
  if (isNull(node)) return nullValue
  if (node.text.value.includes('${{')) return interpolateValue(node.text, scope)
  if (node.style !== 'plain') return stringValue(node.text)
  if (/^(?:true|True|TRUE|false|False|FALSE)$/.test(node.text.value))
    return booleanValue(node.text.value.toLowerCase() === 'true')
  // Numbers keep their text: `1.20` in a matrix prints as GitHub prints it only after conversion, `1.2`.
  if (/^[-+]?(?:0|[1-9]\d*)(?:\.\d+)?$/.test(node.text.value)) return stringValue(numberText(node.text))
  return stringValue(node.text)
}

const numberText = (text: Text): Text => {
  const printed = String(Number(text.value))
  return printed === text.value ? text : spoken(printed, placeOf(text))
}
