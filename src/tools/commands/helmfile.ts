import { helmfilesAt, type ReleaseIn, readHelmfile } from '../../render/helmfile/helmfile.ts'
import type { RenderValues } from '../../render/render.ts'
import { concat, emptyText, placeOf, spoken, type Text } from '../../source/text.ts'
import { holdsUnknown } from '../../source/unknown.ts'
import { resolvePath, temporaryPath } from '../../world/files.ts'
import { type Machine, notModelled } from '../../world/machine.ts'
import type { World } from '../../world/world.ts'
import { aimed, clusterOfContext } from '../kube/contexts.ts'
import { parseHelmOptions, valuesIn } from '../kube/helm-call.ts'
import { type ChartUse, renderChart } from '../kube/helm-chart.ts'
import { fetchDependencies } from '../kube/helm-dependencies.ts'
import { installRelease } from '../kube/helm-release.ts'
import { recordMissing } from '../kube/missing-file.ts'
import { isOn, lastOf, type Options, parseOptions, valuesOf } from '../kube/options.ts'
import { asked, done, prints, recordCommand } from '../kube/outcome.ts'
import { markUncertain } from '../kube/uncertain.ts'
import { wordsOf } from '../kube/words.ts'
import { type Call, command, type Outcome } from '../tool.ts'

/** Options without a value of their own word (helmfile v1.7, cmd/*.go). */
const switches = new Set(
  (
    'q i h quiet interactive help skip-deps skip-refresh strip-args-values-on-exit-error disable-force-update color no-color ' +
    'enforce-plugin-verification oci-plain-http debug allow-no-matching-release enable-live-output sequential-helmfiles ' +
    'validate detailed-exitcode strip-trailing-cr skip-cleanup skip-crds skip-needs include-needs include-crds skip-tests ' +
    'enforce-needs-are-installed include-transitive-needs skip-diff-on-install skip-diff-validation-on-install wait ' +
    'include-tests suppress-secrets show-secrets no-hooks hide-notes take-ownership sync-release-labels suppress-diff ' +
    'wait-for-jobs reuse-values reset-values skip-schema-validation track-logs track-failed-logs track-fail-on-error ' +
    'embed-values purge force keep-temp-dir'
  ).split(' '),
)

/** helmfile: the releases of a helmfile whose chart is in the repository. */
export const helmfile = command('helmfile', (call, machine, world) => {
  const options = parseOptions(call.args, switches)
  const verb = options.words[0]?.value ?? ''
  recordCommand(call, machine, world, `helmfile ${verb}`)
  switch (verb) {
    case 'apply':
    case 'sync':
      for (const release of releasesFor(call, machine, world, options)) install(call, machine, world, options, release)
      return done(call, machine, world)
    case 'template':
      return template(call, machine, world, options)
    case 'lint':
    case 'deps':
    case 'repos':
    case 'destroy':
    case 'delete':
    case 'init':
    case 'test':
      return done(call, machine, world)
    case 'fetch':
    case 'write-values':
      machine.files.blur()
      return done(call, machine, world)
    default:
      return asked(call, machine, world)
  }
})

function releasesFor(call: Call, machine: Machine, world: World, options: Options): readonly ReleaseIn[] {
  // Another chart for every release is nothing that anybody does by intent.
  const isOpen = lastOf(options, 'c', 'chart') !== undefined
  const paths = isOpen ? [] : helmfiles(machine, world, options)
  if (paths.length === 0) notModelled(world, `helmfile: ${call.args.map(({ value }) => value).join(' ')}`)
  return paths.flatMap((path) => {
    const { releases, leftOut } = readHelmfile(
      {
        path,
        environment: filledOf(options, 'e', 'environment') ?? variableOn(machine, 'HELMFILE_ENVIRONMENT'),
        namespace: filledOf(options, 'n', 'namespace'),
        selectors: valuesOf(options, 'l', 'selector'),
        stateValues: stateValuesIn(machine, options),
        variable: (name) => variableOn(machine, name, emptyText),
        names: machine.names,
      },
      machine.files,
    )
    for (const reason of leftOut) notModelled(world, `helmfile: ${reason}`)
    return releases
  })
}

const filledOf = (options: Options, ...names: readonly string[]): Text | undefined => {
  const last = lastOf(options, ...names)
  return last?.value ? last : undefined
}

/** `--file`, or what helmfile looks for in the working directory (app.go, findDesiredStateFiles). */
function helmfiles(machine: Machine, world: World, options: Options): readonly string[] {
  const { files, directory } = machine
  const given = filledOf(options, 'f', 'file') ?? variableOn(machine, 'HELMFILE_FILE_PATH')
  if (given) {
    if (holdsUnknown(given.value) || /^-$|:\/\/|^git::/.test(given.value)) return []
    recordMissing(machine, world, given, 'helmfile')
    return helmfilesAt(files, resolvePath(directory, given.value))
  }
  const known = ['helmfile.yaml', 'helmfile.yaml.gotmpl'].find((name) => files.exists(`${directory}/${name}`) === true)
  if (known) return [`${directory}/${known}`]
  return files.isDirectory(`${directory}/helmfile.d`) ? helmfilesAt(files, `${directory}/helmfile.d`) : []
}

/** What the machine has by itself, and nobody here sets. */
const ofTheSystem = /^(?:HOME|PATH|USER|SHELL|PWD|HOSTNAME|TMPDIR|LANG|CI|(?:RUNNER|GITHUB|ACTIONS)_.*)$/

/** A variable of the environment. What somebody has on his own computer, nobody knows. */
function variableOn(machine: Machine, name: string, unset?: Text): Text | undefined {
  const known = machine.variables.get(name)
  if (known?.exported) return known.text
  const isOpen = machine.run.occasion.event === 'by-hand' || machine.files.blurred() || ofTheSystem.test(name)
  return isOpen ? undefined : unset
}

function stateValuesIn(machine: Machine, options: Options): readonly RenderValues[] {
  return options.given.flatMap(({ name, value }): readonly RenderValues[] => {
    if (!value) return []
    if (name === 'state-values-set') return [{ kind: 'set', text: value }]
    if (name === 'state-values-set-string') return [{ kind: 'set-string', text: value }]
    const text =
      name === 'state-values-file' ? machine.files.read(resolvePath(machine.directory, value.value)) : undefined
    return text ? [{ kind: 'file', text }] : []
  })
}

function install(call: Call, machine: Machine, world: World, options: Options, release: ReleaseIn): void {
  const there = aimedAt(machine, options, release)
  const use = useOf(call, machine, options, release)
  fetchDependencies(there, release.chart, call.at)
  const timeout = lastOf(options, 'timeout')
  installRelease(there, world, {
    ...use,
    includeCrds: !release.skipsCrds && !isOn(options, 'skip-crds'),
    wait: release.wait || isOn(options, 'wait'),
    timeout: timeout ? concat(timeout, spoken('s', placeOf(timeout))) : release.timeout,
    blurred: release.isBlurred || isOn(options, 'reuse-values') || lastOf(options, 'post-renderer') !== undefined,
    tool: 'helmfile',
  })
}

/** The machine as the release sees it: in the directory of its helmfile, and with its context. */
function aimedAt(machine: Machine, options: Options, { directory, kubeContext }: ReleaseIn): Machine {
  const there = { ...aimed(machine, options, 'kube-context'), directory }
  if (!kubeContext?.value || lastOf(options, 'kube-context')) return there
  return { ...there, cluster: clusterOfContext(kubeContext, there), namespace: undefined }
}

function useOf(call: Call, machine: Machine, options: Options, release: ReleaseIn): ChartUse {
  const { chart, name, namespace } = release
  return {
    ...{ chart, release: name, namespace, stdin: call.stdin, at: call.at, includeCrds: isOn(options, 'include-crds') },
    isOpen: release.isBlurred || isOn(options, 'reuse-values'),
    values: [
      ...release.values.map((value, index) => valuesOn(machine, fileOf(release, index), value)),
      ...more(machine, options),
    ],
  }
}

const fileOf = ({ name, directory }: ReleaseIn, index: number): string =>
  `${temporaryPath}/helmfile${directory.replaceAll('/', '-')}-${name.value}-${index}.yaml`

/** Values as a command line gives them. */
function valuesOn(machine: Machine, file: string, value: ReleaseIn['values'][number]): ChartUse['values'][number] {
  if (value.kind === 'path') return { kind: 'file', path: value.path }
  if (value.kind !== 'inline') return { kind: value.kind, text: value.text }
  machine.files.write(file, value.text)
  return { kind: 'file', path: spoken(file, placeOf(value.text)) }
}

/** `--values` and `--set`, and what is given to Helm as it is. Paths are relative to where helmfile is called. */
function more(machine: Machine, options: Options): ChartUse['values'] {
  const own = options.given.filter(({ name }) => name === 'values' || name === 'set')
  const passed = valuesOf(options, 'args', 'sync-args').flatMap((args) => valuesIn(parseHelmOptions(wordsOf(args))))
  return [...valuesIn({ ...options, given: own }), ...passed].map((value) =>
    value.kind === 'file'
      ? { kind: 'file', path: spoken(resolvePath(machine.directory, value.path.value), placeOf(value.path)) }
      : value,
  )
}

/** Prints the objects of every release, or something that nobody knows. */
function template(call: Call, machine: Machine, world: World, options: Options): Outcome {
  if (lastOf(options, 'output-dir', 'output-dir-template')) machine.files.blur()
  const partial = lastOf(options, 'show-only', 'output-dir', 'output-dir-template', 'post-renderer') !== undefined
  const texts = releasesFor(call, machine, world, options).map((release) => {
    const there = aimedAt(machine, options, release)
    fetchDependencies(there, release.chart, call.at)
    const rendered = release.isBlurred ? undefined : renderChart(there, world, useOf(call, machine, options, release))
    return rendered && markUncertain(machine.names, rendered, call.at)
  })
  const whole = texts.filter((text) => text !== undefined)
  if (partial || whole.length === 0 || whole.length < texts.length) return asked(call, machine, world)
  return prints(concat(...whole.flatMap((text) => [text, spoken('\n', call.at)])))
}
