import { concat, emptyText, placeOf, spoken, type Text } from '../../source/text.ts'
import { isOneUnknown } from '../../source/unknown.ts'
import { clusterOf } from '../../world/apply.ts'
import { type Machine, record } from '../../world/machine.ts'
import type { World } from '../../world/world.ts'
import { aimed } from '../kube/contexts.ts'
import { parseHelmOptions, valuesIn } from '../kube/helm-call.ts'
import { type ChartUse, renderChart } from '../kube/helm-chart.ts'
import { fetchDependencies } from '../kube/helm-dependencies.ts'
import { packageChart, pushChart } from '../kube/helm-package.ts'
import { installRelease } from '../kube/helm-release.ts'
import { isOn, lastOf, type Options } from '../kube/options.ts'
import { asked, done, prints, recordCommand } from '../kube/outcome.ts'
import { logInWithHelm } from '../kube/registry-login.ts'
import { markUncertain } from '../kube/uncertain.ts'
import { type Call, command, type Outcome } from '../tool.ts'

/** Plugins that run Helm with prepared values: `helm secrets upgrade …`. */
const wrappers = new Set(['secrets'])

/** Helm: releases, rendering, dependencies. */
export const helm = command(['helm', 'helm3', 'helmv3'], (call, machine, world) => {
  const all = parseHelmOptions(call.args)
  const isWrapped = wrappers.has(all.words[0]?.value ?? '')
  const options = { ...all, words: isWrapped ? all.words.slice(1) : all.words }
  const verb = options.words[0]?.value ?? ''
  recordCommand(call, machine, world, `helm ${verb}`)
  switch (verb) {
    case 'upgrade':
    case 'install':
      return install(call, machine, world, options, isWrapped)
    case 'template':
      return isWrapped ? asked(call, machine, world) : template(call, machine, world, options)
    case 'uninstall':
    case 'delete':
    case 'del':
    case 'un':
      return uninstall(call, machine, world, options)
    case 'dependency':
    case 'dep':
    case 'dependencies':
      return dependency(call, machine, world, options)
    case 'package':
      packageChart(call, machine, world, options)
      return done(call, machine, world)
    case 'push':
      pushChart(call, machine, world, options)
      return done(call, machine, world)
    case 'pull':
    case 'fetch':
    case 'create':
      machine.files.blur()
      return done(call, machine, world)
    case 'registry':
      if (options.words[1]?.value === 'login') logInWithHelm(call, machine, world, options)
      return done(call, machine, world)
    case 'repo':
    case 'lint':
    case 'rollback':
    case 'test':
    case 'plugin':
      return done(call, machine, world)
    default:
      return asked(call, machine, world)
  }
})

/** Words behind the verb. One that nobody knows may be options (`$FLAGS`): where there are too many, it is taken for such. */
function operandsOf({ words }: Options): readonly Text[] {
  const operands = words.slice(1)
  return operands.length > 2 ? operands.filter((word) => !isOneUnknown(word.value)) : operands
}

/** `upgrade RELEASE CHART`; `install` and `template` may leave the name out. */
function useOf(call: Call, options: Options): ChartUse | undefined {
  const [first, second] = operandsOf(options)
  const named = lastOf(options, 'name', 'name-template')
  const [release, chart] = second ? [first, second] : [named, first]
  if (!chart) return undefined
  const namespace = lastOf(options, 'namespace', 'n')
  return {
    ...{
      chart,
      release,
      values: valuesIn(options),
      stdin: call.stdin,
      at: call.at,
      version: lastOf(options, 'version'),
    },
    includeCrds: isOn(options, 'include-crds'),
    // A word too many may be options, and any values among them.
    isOpen: isReusing(options) || operandsOf(options).length < options.words.length - 1,
    namespace: namespace?.value ? namespace : undefined,
  }
}

const isReusing = (options: Options): boolean => isOn(options, 'reuse-values', 'reset-then-reuse-values')

/** `hidden`: a plugin decrypts values that lie in the repository as somebody's cipher. */
function install(call: Call, machine: Machine, world: World, options: Options, hidden: boolean): Outcome {
  const use = useOf(call, options)
  if (isOn(options, 'dependency-update') && use) fetchDependencies(machine, use.chart, call.at)
  const dryRun = lastOf(options, 'dry-run')?.value ?? (isOn(options, 'dry-run') ? 'client' : 'none')
  if (use && dryRun === 'none')
    installRelease(aimed(machine, options, 'kube-context'), world, {
      ...use,
      includeCrds: !isOn(options, 'skip-crds'),
      wait: isOn(options, 'wait', 'atomic', 'rollback-on-failure'),
      timeout: lastOf(options, 'timeout'),
      isOpen: hidden || use.isOpen,
      blurred: hidden || isReusing(options) || lastOf(options, 'post-renderer') !== undefined,
      tool: 'helm',
    })
  return done(call, machine, world)
}

/** Prints what it renders. An unreadable chart prints something that nobody knows. */
function template(call: Call, machine: Machine, world: World, options: Options): Outcome {
  const use = useOf(call, options)
  if (isOn(options, 'dependency-update') && use) fetchDependencies(machine, use.chart, call.at)
  if (lastOf(options, 'output-dir')) machine.files.blur()
  const partial = lastOf(options, 'show-only', 's', 'output-dir', 'post-renderer') !== undefined
  const rendered = use && !partial ? renderChart(machine, world, use) : undefined
  return rendered ? prints(markUncertain(machine.names, rendered, call.at)) : asked(call, machine, world)
}

function uninstall(call: Call, machine: Machine, world: World, options: Options): Outcome {
  const aim = aimed(machine, options, 'kube-context')
  const namespace = lastOf(options, 'namespace', 'n') ?? aim.namespace
  const cluster = clusterOf(aim, call.at)
  for (const name of options.words.slice(1)) {
    const target: Text = concat(spoken('release/', placeOf(name)), name)
    record(world, machine, { kind: 'delete', cluster, target, namespace, at: call.at })
  }
  return done(call, machine, world)
}

function dependency(call: Call, machine: Machine, world: World, options: Options): Outcome {
  const [, verb, chart] = options.words
  if (/^(?:update|up|build)$/.test(verb?.value ?? '')) fetchDependencies(machine, chart ?? emptyText, call.at)
  return done(call, machine, world)
}
