import { concat, concatAll, emptyText, placeOf, slice, split, spoken, type Text } from '../../source/text.ts'
import { unknownText } from '../../source/unknown.ts'
import { itemsOf, parseYaml } from '../../syntax/yaml.ts'
import { clusterOf } from '../../world/apply.ts'
import { resolvePath, temporaryPath } from '../../world/files.ts'
import { type Machine, record } from '../../world/machine.ts'
import type { World } from '../../world/world.ts'
import type { ActionCall } from '../tool.ts'
import { recordAction } from './action-event.ts'
import type { ValuesFile } from './helm-chart.ts'
import { installRelease } from './helm-release.ts'
import { filled } from './list-input.ts'
import { inContainer } from './run-helm.ts'

/**
 * What deliverybot/helm (v1.7.0, index.js) and its forks do. `fallback`: the Helm they run when `helm` does not say. Of Helm 2
 * nobody here knows what it refuses.
 */
export function deployChart(call: ActionCall, machine: Machine, world: World, fallback: 'helm' | 'helm3'): void {
  recordAction(call, machine, world, call.uses.action)
  const given = (name: string): Text | undefined => filled(call.input(name))
  const [app, chart, namespace] = [given('release'), given('chart'), given('namespace')]
  // `app` is a chart that the action brings.
  if (!app || !chart || chart.value === 'app' || given('dry-run')) return
  const track = given('track')
  const hasTrack = track !== undefined && track.value !== 'stable'
  const release = hasTrack ? concat(app, spoken('-', placeOf(track)), track) : app
  inContainer(machine, () => {
    if (machine.variables.has('KUBECONFIG_FILE')) Object.assign(machine, { cluster: undefined, namespace: undefined })
    if (given('task')?.value === 'remove') {
      const target = concat(spoken('release/', placeOf(release)), release)
      record(world, machine, { kind: 'delete', cluster: clusterOf(machine, call.at), target, namespace, at: call.at })
      return
    }
    const files = filesFrom(given('value-files'))
    const isWhole = files.map((file) => fillIn(machine, file)).every(Boolean)
    const isOpen = !isWhole || call.github.event === 'deployment'
    installRelease(machine, world, {
      ...{
        chart,
        release,
        namespace,
        isOpen,
        at: call.at,
        includeCrds: true,
        stdin: emptyText,
        wait: true,
        tool: 'helm',
      },
      values: [...files, ...ownValues(call, machine, app, chart)].map((path): ValuesFile => ({ kind: 'file', path })),
      timeout: given('timeout'),
      // The payload of a deployment takes the place of inputs.
      blurred: isOpen,
      isFailure: () => (given('helm')?.value ?? fallback) === 'helm3',
    })
  })
}

/** A JSON list of paths, or one path. */
function filesFrom(input: Text | undefined): readonly Text[] {
  if (!input?.value.startsWith('[')) return input ? [input] : []
  return itemsOf(parseYaml(input)[0]?.root).flatMap((item) => (item.kind === 'scalar' ? [item.text] : []))
}

/** Mustache with `${{ }}` for tags fills in secrets, in place. False: a section, which may leave out anything. */
function fillIn(machine: Machine, path: Text): boolean {
  const file = resolvePath(machine.directory, path.value)
  const text = machine.files.read(file)
  if (!text?.value.includes('${{')) return true
  const tags = /\$\{\{\{?([^{}]*)\}\}\}?/
  const parts: Text[] = []
  let rest = text
  for (let found = tags.exec(rest.value); found; found = tags.exec(rest.value)) {
    const [tag, name = ''] = found
    const end = found.index + tag.length
    const place = placeOf(slice(rest, found.index, end))
    parts.push(slice(rest, 0, found.index), unknownText(machine.names, `mustache ${name.trim()}`, name.trim(), place))
    rest = slice(rest, end)
  }
  machine.files.write(file, concatAll([...parts, rest]))
  return !/\$\{\{\s*[#^>/]/.test(text.value)
}

/** The input `values`, and what the action sets by itself where the chart reads it. */
function ownValues(call: ActionCall, machine: Machine, app: Text, chart: Text): readonly Text[] {
  const { at: place } = call
  const values = filled(call.input('values'))
  const version = filled(call.input('version'))
  const quoted = (name: string, text: Text): Text =>
    concat(spoken(`"${name}": "`, place), concatAll(split(text, /["\\]/)), spoken('"', place))
  const parts = version ? [quoted('name', app), spoken(', ', place), quoted('version', version)] : [quoted('name', app)]
  const off = '"enabled": false'
  const canary = call.input('track')?.value === 'canary' ? `, "service": {${off}}, "ingress": {${off}}` : ''
  const own = concat(spoken('{"app": {', place), ...parts, spoken(`}${canary}}\n`, place))
  const written: readonly (readonly [string, Text])[] = [
    ...(values ? [['values.yml', values] as const] : []),
    ...(canary !== '' || readsApp(machine, chart) ? [['app.yml', own] as const] : []),
  ]
  return written.map(([name, text]) => {
    const path = `${temporaryPath}/deliverybot-${name}`
    machine.files.write(path, text)
    return spoken(path, placeOf(text))
  })
}

/** `app.name` and `app.version` are nothing that somebody has written: a chart that does not know them misses nothing. */
function readsApp({ directory, files }: Machine, chart: Text): boolean {
  const folder = `${resolvePath(directory, chart.value)}/templates`
  return files.list(folder).some((name) => files.read(`${folder}/${name}`)?.value.includes('.Values.app') ?? false)
}
