import { placeOf, spoken, type Text } from '../../source/text.ts'
import { holdsUnknown } from '../../source/unknown.ts'
import { resolvePath } from '../../world/files.ts'
import { Unsupported } from '../helm/failure.ts'
import { merged } from '../helm/user-values.ts'
import { copyMap, type MapValue, map, record, type StoredValue, string } from '../helm/value.ts'
import { oneMore, type Scene, spend } from './scene.ts'
import { execute } from './template.ts'
import { listAt, mapAt, mapIn, mergeMaps, secretsIn, textAt } from './values.ts'

/** environment.Environment of helmfile: what the templates of a file know. */
export interface Environment {
  readonly name: Text
  readonly kubeContext: Text | undefined
  readonly defaults: MapValue
  readonly values: MapValue
  /** `--state-values-set` */
  readonly overrides: MapValue
}

/** `.Values`: the file's own values, those of the environment, those of the command line. */
export const valuesOf = ({ defaults, values, overrides }: Environment): MapValue =>
  mergeMaps(mergeMaps(defaults, values), overrides)

/** What a template of the helmfile is executed with (state.EnvironmentTemplateData). */
export function dataOf(environment: Environment, namespace: Text | undefined): MapValue {
  const at = placeOf(environment.name)
  const values = copyMap(valuesOf(environment))
  return record(
    {
      Environment: environmentValue(environment),
      Namespace: string(namespace ?? spoken('', at)),
      Values: values,
      StateValues: values,
    },
    at,
  )
}

export const environmentValue = ({ name, kubeContext, values, overrides }: Environment): MapValue =>
  record(
    {
      Name: string(name),
      KubeContext: string(kubeContext ?? spoken('', placeOf(name))),
      Values: mergeMaps(values, overrides),
    },
    placeOf(name),
  )

/** What `values:` of the file and its environment of that name add to what is known before (create.go, LoadEnvValues). */
export function withEnvironment(scene: Scene, state: MapValue, before: Environment, directory: string): Environment {
  const spec = mapAt(state, 'environments', before.name.value)
  if (textAt(spec, 'mergeStrategy')) throw new Unsupported('mergeStrategy')
  const load = (entries: readonly StoredValue[], handler: Text | undefined): MapValue =>
    entriesOf(scene, entries, before, directory, handler)
  let own = load(listAt(spec, 'values'), textAt(spec, 'missingFileHandler'))
  for (const secret of listAt(spec, 'secrets')) {
    const text = secret.kind === 'string' ? scene.files.read(pathFrom(directory, secret.text)) : undefined
    if (!text) throw new Unsupported('secrets that are not there')
    own = merged(own, secretsIn(scene, text))
  }
  const defaults = merged(before.defaults, load(listAt(state, 'values'), undefined))
  return {
    ...before,
    defaults,
    values: mergeMaps(before.values, own),
    kubeContext: before.kubeContext ?? textAt(spec, 'kubeContext'),
  }
}

/** EnvironmentValuesLoader: later entries win; a `.gotmpl` is executed with what was known before all of them. */
export function entriesOf(
  scene: Scene,
  entries: readonly StoredValue[],
  environment: Environment,
  directory: string,
  handler: Text | undefined,
): MapValue {
  let result = map()
  for (const one of entries) {
    spend(scene, oneMore)
    if (one.kind === 'map') result = merged(result, one)
    else if (one.kind === 'string') {
      const path = pathFrom(directory, one.text)
      const text = scene.files.read(path)
      if (text) result = merged(result, mapIn(filled(scene, text, path, dataOf(environment, undefined))))
      else if (!isTolerant(handler)) throw new Unsupported(`the values file ${one.text.value} is not there`)
    } else throw new Unsupported('values that are neither a map nor a path')
  }
  return result
}

/** A file as it is, or what its template makes. */
export const filled = (scene: Scene, text: Text, path: string, data: MapValue): Text =>
  path.endsWith('.gotmpl') ? execute(scene, text, data, path.slice(0, path.lastIndexOf('/'))) : text

/** `missingFileHandler`: a file that is not there is an error unless something milder is said. */
export const isTolerant = (handler: Text | undefined): boolean => /^(?:Warn|Info|Debug)$/.test(handler?.value ?? '')

/** A path of the file's; patterns, HCL and what is fetched are not followed. */
export function pathFrom(directory: string, path: Text): string {
  if (holdsUnknown(path.value)) throw new Unsupported('a path that nobody knows')
  if (/[*?[]|:\/\/|^git::|\.hcl$/.test(path.value)) throw new Unsupported(`the path ${path.value}`)
  return resolvePath(directory, path.value)
}
