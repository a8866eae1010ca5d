import { concat, placeOf, splice, spoken, type Text } from '../../source/text.ts'
import { holdsUnknown, unknownText } from '../../source/unknown.ts'
import { entryOf, parseYaml, textOf } from '../../syntax/yaml.ts'
import { type PackChart, packedAs, packedUnder, pushedAs } from '../../world/charts.ts'
import { resolvePath, temporaryPath } from '../../world/files.ts'
import { type Machine, record } from '../../world/machine.ts'
import type { World } from '../../world/world.ts'
import type { Call } from '../tool.ts'
import { fetchDependencies } from './helm-dependencies.ts'
import { isOn, lastOf, type Options, valuesOf } from './options.ts'

/** `helm package`: an archive of the chart's name and version, or one of a name that nobody knows. `-u` takes no value. */
export function packageChart(call: Call, machine: Machine, world: World, options: Options): void {
  const bringing = valuesOf(options, 'u')
  const isBringing = bringing.length > 0 || isOn(options, 'dependency-update')
  for (const word of [...options.words.slice(1), ...bringing]) {
    if (isBringing) fetchDependencies(machine, word, call.at)
    const directory = resolvePath(machine.directory, word.value)
    const written = machine.files.read(`${directory}/Chart.yaml`)
    const numbered = written && withField(written, 'version', lastOf(options, 'version'))
    const chart = numbered && withField(numbered, 'appVersion', lastOf(options, 'app-version'))
    const root = chart && parseYaml(chart)[0]?.root
    const [name, version] = [textOf(root, 'name')?.value, textOf(root, 'version')?.value]
    if (!chart || !name || !version || holdsUnknown(name)) {
      machine.files.blur()
      continue
    }
    const folder = resolvePath(machine.directory, lastOf(options, 'd', 'destination')?.value ?? '.')
    const path = `${folder}/${name}-${version}.tgz`
    const archive = unknownText(machine.names, `archive ${path} ${world.events.length}`, `chart ${name}`, call.at)
    const files = machine.files.fork()
    const packed = { kind: 'pack-chart', archive: archive.value, name, version, chart, files, directory } as const
    record(world, machine, { ...packed, at: call.at })
    if (holdsUnknown(version)) machine.files.blur()
    else machine.files.write(path, archive)
  }
}

/** `--version` and `--app-version` take the place of what Chart.yaml says. */
function withField(chart: Text, key: string, value: Text | undefined): Text {
  const root = parseYaml(chart)[0]?.root
  if (!value?.value || /["\\\n]/.test(value.value) || root?.kind !== 'map') return chart
  const at = placeOf(value)
  const quoted = concat(spoken('"', at), value, spoken('"', at))
  const known = entryOf(root, key)?.value
  if (known) return splice(chart, known.start, known.end, quoted)
  return concat(chart, spoken(`\n${key}: `, at), quoted, spoken('\n', at))
}

/** `helm push ARCHIVE oci://…` */
export function pushChart(call: Call, machine: Machine, world: World, options: Options): void {
  const [, archive, remote] = options.words
  const packed = archive && packedAt(machine, world, archive)
  if (!packed || !remote) return
  const reference = `${remote.value.replace(/\/$/, '')}/${packed.name}`
  record(world, machine, { kind: 'push-chart', reference, packed, at: call.at })
}

/** The chart behind an archive or a reference: one that was packed here is the one that is installed. */
export function packedAt(
  machine: Machine,
  world: World,
  chart: Text,
  version?: Text | undefined,
): PackChart | undefined {
  if (chart.value.startsWith('oci://')) return version && pushedAs(world, chart.value, version.value)
  const path = resolvePath(machine.directory, chart.value)
  const content = machine.files.read(path)
  if (content) return packedAs(world, content.value)
  // An artifact that another job made of it.
  return machine.files.blurred() ? packedUnder(world, path.slice(path.lastIndexOf('/') + 1)) : undefined
}

/** More files than this are no chart. */
const mostFiles = 2_000
const deepest = 20

/** Puts a packed chart into a directory of its own. */
export function unpacked(machine: Machine, packed: PackChart): string {
  const to = `${temporaryPath}/charts/${packed.order}/${packed.name}`
  if (machine.files.exists(`${to}/Chart.yaml`) === true) return to
  let left = mostFiles
  const copy = (path: string, depth: number): void => {
    for (const name of packed.files.list(`${packed.directory}${path}`)) {
      const text = packed.files.read(`${packed.directory}${path}/${name}`)
      left -= 1
      if (left < 0 || depth > deepest) return
      if (text) machine.files.write(`${to}${path}/${name}`, text)
      else copy(`${path}/${name}`, depth + 1)
    }
  }
  copy('', 0)
  machine.files.write(`${to}/Chart.yaml`, packed.chart)
  return to
}
