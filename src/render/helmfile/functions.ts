import { concat, spoken, type Text } from '../../source/text.ts'
import { holdsUnknown } from '../../source/unknown.ts'
import { readGoYaml } from '../../syntax/yaml-go.ts'
import { resolvePath } from '../../world/files.ts'
import { CallError, Unsupported } from '../helm/failure.ts'
import { type Call, entryIn, type Functions, freshUnknown, moves, str, textOf } from '../helm/function.ts'
import { cleanPath } from '../helm/functions/paths.ts'
import { functionsOf } from '../helm/functions/table.ts'
import { printed } from '../helm/print.ts'
import { bool, list, nil, said, setEntry, string, type Value } from '../helm/value.ts'
import { writeYaml } from '../helm/yaml.ts'
import { type Scene, unknownIn } from './scene.ts'
import { ownValue } from './values.ts'

const { get: sprigGet, ...sprig } = functionsOf(3)

/** sprig's functions and helmfile's own (v1.7, pkg/tmpl/context_funcs.go). Paths are relative to `directory`. */
export const functionsIn = (scene: Scene, directory: string): Functions => ({
  ...sprig,
  ...(sprigGet ? { sprigGet } : {}),
  get: moves('string any...', ([path, ...rest], call) => {
    if (rest.length < 1 || rest.length > 2) throw new CallError('unexpected number of args passed to get')
    const found = valueAt(textOf(path), rest.at(-1), call)
    if (found !== missing && found !== noMap) return found
    if (rest.length === 1 || found === noMap) throw new CallError(`no value exist for key "${str(path)}"`)
    return rest[0]
  }),
  getOrNil: moves('string any', ([path, object], call) => {
    const found = valueAt(textOf(path), object, call)
    return found === missing || found === noMap ? nil : found
  }),
  setValueAtPath: moves('string any any', ([path, value, object], call) => setAt(textOf(path), value, object, call)),
  env: moves('string', ([name], call) => string(variable(scene, textOf(name), call), call.here)),
  requiredEnv: moves('string', ([name], call) => {
    const value = variable(scene, textOf(name), call)
    if (value.value === '') throw new CallError(`required env var \`${str(name)}\` is not set`)
    return string(value, call.here)
  }),
  expandenv: unknownFrom(scene, 'expandenv', 'string'),
  exec: unknownFrom(scene, 'exec', 'string any string...'),
  envExec: unknownFrom(scene, 'envExec', 'any string any string...'),
  fetchSecretValue: unknownFrom(scene, 'fetchSecretValue', 'string'),
  expandSecretRefs: unknownFrom(scene, 'expandSecretRefs', 'any'),
  readFile: moves('string', ([path], { here }) => {
    const text = scene.files.read(pathOf(path, directory))
    if (!text) throw new Unsupported(`the file ${str(path)} of readFile is not there`)
    return string(text, here)
  }),
  isFile: moves('string', ([path], { here }) => bool(scene.files.read(pathOf(path, directory)) !== undefined, here)),
  isDir: moves('string', ([path], { here }) => bool(scene.files.isDirectory(pathOf(path, directory)), here)),
  readDir: moves('string', ([path], { here }) => {
    const folder = pathOf(path, directory)
    const files = scene.files.list(folder).filter((name) => !scene.files.isDirectory(`${folder}/${name}`))
    return list(
      files.map((name) => said(cleanPath(`${str(path)}/${name}`), here)),
      here,
      'string',
    )
  }),
  readDirEntries: moves('string', () => {
    throw new Unsupported('readDirEntries is not supported')
  }),
  toYaml: moves('any', ([value], { here }) => string(concat(writeYaml(value, here), spoken('\n', here)), here)),
  fromYaml: moves('string', ([text], call) => {
    const document = readGoYaml(textOf(text), 'v3')[0]
    if (holdsUnknown(str(text)) && document?.value.kind !== 'map')
      return { kind: 'unknown', text: freshUnknown('fromYaml', [text], call) }
    if (document?.problems[0]) throw new CallError(document.problems[0].message)
    return document ? ownValue(document.value) : nil
  }),
})

/** A program, a secret store or a shell answers: the same to the same question. */
const unknownFrom = (scene: Scene, name: string, params: string) =>
  moves(params, (args, { here }) => {
    const said = args.map((arg) => printed(arg, here).value).join(' ')
    return string(unknownIn(scene, `helmfile ${name} ${said}`, `${name} ${said}`, here), here)
  })

const variable = (scene: Scene, name: Text, { here }: Call): Text =>
  scene.variable(name.value) ?? unknownIn(scene, `env ${name.value}`, name.value, here)

function pathOf(path: Value, directory: string): string {
  if (holdsUnknown(str(path))) throw new Unsupported('a path that nobody knows')
  return resolvePath(directory, str(path))
}

const missing = Symbol('missing')
/** Keys lead through something that has none; a default does not help. */
const noMap = Symbol('no map')

/** get and getOrNil of pkg/tmpl/get_or_nil.go, for maps. */
function valueAt(path: Text, object: Value, call: Call): Value | typeof missing | typeof noMap {
  if (path.value === '') return object
  if (holdsUnknown(path.value)) return { kind: 'unknown', text: freshUnknown('get', [string(path), object], call) }
  let value = object
  for (const key of path.value.split('.')) {
    if (value?.kind === 'unknown') return value
    if (value?.kind !== 'map') return noMap
    const found = entryIn(value, spoken(key, call.here), call)
    if (found === undefined) return missing
    value = found
  }
  return value
}

function setAt(path: Text, value: Value, object: Value, call: Call): Value {
  const keys = path.value.split('.')
  const last = keys.pop() ?? ''
  const inner = valueAt(spoken(keys.join('.'), call.here), object, call)
  if (inner === missing || inner === noMap || inner?.kind !== 'map')
    throw new CallError(`failed to set value at path "${path.value}"`)
  setEntry(inner, spoken(last, call.here), value)
  return object
}
