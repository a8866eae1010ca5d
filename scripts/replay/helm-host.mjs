// What Helm's own tests call, on our code: charts, values, engine, files, rules of .helmignore, sorting of manifests.
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import {
  failure,
  goBool,
  goInt,
  goString,
  hostObject,
  isNil,
  nil,
  noFailure,
  toJson,
  types,
  unknown,
} from './go-values.mjs'
import { field, loaded, loadIn, chartOf as readChart } from './helm-charts.mjs'
import { execute, fromValue, isFailure, ours, textOf, toValue, Unusable } from './renderer.mjs'

const { internal } = ours
const at = ours.topOf({ path: 'test', text: '' })

const isDirectory = (path) => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false
const texts = new Map()
/** The files of a checkout, as a command sees them. */
export const filesIn = (folder) => ({
  read: (path) => {
    const whole = path.startsWith('/') ? path : join(folder, path)
    if (!statSync(whole, { throwIfNoEntry: false })?.isFile()) return undefined
    if (!texts.has(whole)) texts.set(whole, textOf(whole, readFileSync(whole, 'utf8')))
    return texts.get(whole)
  },
  list: (path) => (isDirectory(path) ? readdirSync(path) : []),
  isDirectory,
  unpack: (path, most) =>
    statSync(path, { throwIfNoEntry: false }) && gunzipSync(readFileSync(path), { maxOutputLength: most }),
})

/** An error of ours becomes one of the test's; what cannot be a value of ours makes the result unknown. */
function attempt(run, fallback = nil) {
  try {
    const made = run()
    return made?.unknown ? made : [made, noFailure()]
  } catch (error) {
    if (error instanceof Unusable) return unknown(error.message)
    if (error instanceof RangeError) return unknown('a value that holds itself')
    if (error instanceof ours.Unsupported) return unknown(`not rendered by us: ${error.message.replace(/\S*\//g, '')}`)
    // The command says in which flag it is.
    if (isFailure(error)) return [fallback, failure(error.message.replace(/^failed parsing --\S+ data: /, ''))]
    throw error
  }
}

/** The same for functions that give nothing but an error. */
function onlyError(run) {
  const made = attempt(run)
  return made.unknown ? made : made[1]
}

const builder = () => {
  let written = goString('')
  const write = ([more]) => {
    written = more.unknown ? more : written.unknown ? written : goString(written.data + more.data)
    return nil
  }
  return hostObject({
    String: () => written,
    Reset: () => {
      written = goString('')
      return nil
    },
    WriteString: write,
    Write: write,
  })
}
const writerOf = (value) => (value.data?.to ?? value).data

/** The functions by their names in the tests of one package in `folder`. */
export function helmHost(go, folder, helm) {
  const functions = ours.functionsOf(helm)
  const files = filesIn(folder)
  const ourValue = (value) => toValue(value, go)
  const mapOf = (value) => (isNil(value) ? ours.map(at) : ourValue(value))
  /** Writes back what changed in one of our maps. */
  const writeBack = (target, map) => {
    if (!(target.data instanceof Map)) return
    target.data.clear()
    for (const [key, one] of fromValue(map).data) target.data.set(key, one)
  }
  const inPlace = (target, change) => {
    const map = mapOf(target)
    change(map)
    writeBack(target, map)
    return nil
  }

  const chartOf = (value) => readChart(value, mapOf)

  const coalesced =
    (merge) =>
    ([chart, given]) =>
      attempt(() => fromValue(ours.coalesceValues(chartOf(chart), mapOf(given), { merge, helm })))
  const tables =
    (merge) =>
    ([target, source]) =>
      inPlace(target, (map) => {
        if (!isNil(source)) ours.mergeTables(map, mapOf(source), merge)
      })

  // The engine

  const engine = () => new ours.Engine({ functions, helm, names: undefined, open: false, absent: [] })
  const outputs = (made) => ({
    type: types.map,
    data: new Map(made.map(({ name, text: output }) => [name, goString(output.value)])),
  })

  const rendered = ([chart, given]) =>
    attempt(() => {
      const inner = (name) => (field(given, name)?.data instanceof Map ? mapOf(field(given, name)) : ours.map(at))
      const templates = ours.renderables(chartOf(chart), {
        release: inner('Release'),
        capabilities: undefined,
        values: inner('Values'),
        helm,
      })
      return outputs(internal.renderAll(templates, engine()))
    })

  const internalRender = ([given]) =>
    attempt(() => {
      const set = new Map()
      const shared = engine()
      const all = [...given.data]
      for (const [name, one] of all) internal.parse(set, name, textOf(name, field(one, 'tpl').data), shared)
      return outputs(
        all.map(([name, one]) => ({
          name,
          text: internal.run(shared, set, name, {
            ...mapOf(field(one, 'vals')),
            type: helm === 4 ? 'common.Values' : 'chartutil.Values',
          }).text,
        })),
      )
    })

  const goTemplate = (name, templates) => {
    const self = hostObject({
      Funcs: () => self,
      Parse: ([source]) => [goTemplate(name, { ...templates, [name]: source.data }), noFailure()],
      Execute: ([writer, data]) => {
        const made = onlyError(() => {
          const value = isNil(data) ? undefined : ourValue(data)
          const output = execute({ templates, name, data: value, functions, helm })
          writerOf(writer).Write([goString(output)])
          if (data.data instanceof Map && value.kind === 'map') writeBack(data, value)
          return nil
        })
        if (made.unknown) writerOf(writer).Write([made])
        return made
      },
    })
    return self
  }

  // Values on the command line

  const setting =
    (kind) =>
    ([given, target]) => {
      const into = target ?? { type: types.map, data: new Map() }
      const made = attempt(() => {
        const map = mapOf(into)
        try {
          internal.setValues(map, { kind, text: textOf('(command line)', given.data) }, files)
        } finally {
          writeBack(into, map)
        }
        return into
      })
      if (made.unknown) return made
      return target ? made[1] : made
    }
  const fromFile = ([given, readRunes], run) => {
    const into = { type: types.map, data: new Map() }
    const reading = { ...files, read: (path) => textOf(path, [run.apply(readRunes, [runes(path)])].flat()[0].data) }
    return attempt(() => {
      const map = mapOf(into)
      internal.setValues(map, { kind: 'set-file', text: textOf('(command line)', given.data) }, reading)
      writeBack(into, map)
      return into
    })
  }
  const runes = (path) => ({
    type: { kind: 'slice', elem: types.int },
    data: [...path].map((one) => goInt(one.codePointAt(0))),
  })

  // Files of a chart

  const filesOf = (value) =>
    ours.filesValue(
      [...value.data].map(([name, one]) => ({ name, path: name, text: textOf(name, one.data) })),
      at,
    )
  const fileMethod =
    (name) =>
    (value, ...args) => {
      const made = filesOf(value)
        .methods.get(name)
        .run(
          args.map((arg) => ours.said(arg.data, at)),
          at,
        )
      const given = fromValue(made)
      return made.kind === 'map' ? { ...given, type: { kind: 'name', name: 'files' } } : given
    }

  const pathValue = (values, path) => {
    let found = values
    for (const key of path.data.split('.')) {
      found = found?.data instanceof Map ? found.data.get(key) : undefined
      if (!found) return [nil, failure(`${path.data} is not a value`)]
    }
    return found.data instanceof Map ? [nil, failure(`${path.data} is not a value`)] : [found, noFailure()]
  }
  const table = (values, path) => {
    let found = values
    for (const key of path.data.split('.')) found = found?.data instanceof Map ? found.data.get(key) : undefined
    return found?.data instanceof Map ? [found, noFailure()] : [nil, failure(`${path.data} is not a table`)]
  }

  const readValues = (given) =>
    attempt(() => {
      const { value, problem } = ours.readYaml(given)
      if (problem) throw new ours.CallError(problem.message)
      return fromValue(value.kind === 'map' ? value : ours.map(at))
    })

  const readText = ([given]) => readValues(textOf('values.yaml', given.data))
  const readFile = ([path]) => readValues(files.read(path.data))

  const manifests = (list) =>
    list.data.map((one) => {
      const head = field(one, 'Head')
      return { value: one, kind: (head ? field(head, 'Kind') : field(one, 'Kind')).data }
    })
  const sorted = ([list, order]) => ({
    ...list,
    data: internal.inOrder(manifests(list), order.order).map((one) => one.value),
  })

  return {
    'new strings.Builder': builder,
    'new bytes.Buffer': builder,
    'map Values': true,
    'map chartutil.Values': true,
    'map common.Values': true,
    'map files': true,
    'template.New': ([name]) => goTemplate(name.data, {}),
    'template.Must': ([made]) => made,
    funcMap: () => ({ type: types.map, data: new Map(Object.keys(functions).map((name) => [name, nil])) }),
    'yaml.Marshal': ([value]) => [goString(toJson(value)), noFailure()],
    'os.ReadFile': ([path]) =>
      attempt(() => ({ ...goString(readFileSync(join(folder, path.data), 'utf8')), bytes: true })),
    'os.Stat': ([path]) => [hostObject({ isDirectory: isDirectory(join(folder, path.data)) }), noFailure()],

    'loader.Load': ([path]) => attempt(() => loaded(loadIn(folder, path.data, files, helm))),
    '(chart.Chart).AddDependency': (chart, ...children) => {
      chart.children = [...(chart.children ?? []), ...children]
      return nil
    },
    '(chart.Chart).Dependencies': (chart) => ({
      type: types.list,
      data: chartOf(chart).dependencies.map(loaded),
    }),
    '(chart.Chart).Name': (chart) => goString(chartOf(chart).name),
    '(chart.Chart).ChartPath': (chart) => goString(chartPath(chartOf(chart))),

    CoalesceValues: coalesced(false),
    'chartutil.CoalesceValues': coalesced(false),
    'util.CoalesceValues': coalesced(false),
    MergeValues: coalesced(true),
    CoalesceTables: tables(false),
    MergeTables: tables(true),
    ReadValues: readText,
    'common.ReadValues': readText,
    ReadValuesFile: readFile,
    'common.ReadValuesFile': readFile,
    '(Values).PathValue': pathValue,
    '(Values).Table': table,
    processDependencyEnabled: ([chart, given]) =>
      onlyError(() => {
        ours.processDependencies(chartOf(chart), mapOf(given), helm)
        return nil
      }),
    processDependencyImportValues: ([chart]) =>
      onlyError(() => {
        internal.importValues(chartOf(chart), helm)
        return nil
      }),
    IsCompatibleRange: ([range, version]) => goBool(ours.isCompatible(range.data, version.data)),
    ValidateAgainstSingleSchema: ([given, schema]) =>
      onlyError(() => {
        const found = internal.check({ name: '' }, textOf('values.schema.json', schema.data), mapOf(given))
        if (found.length > 0) throw new ours.CallError(`${found.map((one) => one.message).join('\n')}\n`)
        return nil
      }),
    ValidateAgainstSchema: ([chart, given]) =>
      onlyError(() => {
        ours.checkSchemas(chartOf(chart), mapOf(given))
        return nil
      }),

    Render: rendered,
    'new Engine': () => hostObject({ render: internalRender, Render: rendered }),
    '(files).Get': fileMethod('Get'),
    '(files).GetBytes': fileMethod('GetBytes'),
    '(files).Lines': fileMethod('Lines'),
    '(files).Glob': fileMethod('Glob'),
    '(files).AsConfig': fileMethod('AsConfig'),
    '(files).AsSecrets': fileMethod('AsSecrets'),

    Parse: setting('set'),
    ParseString: setting('set-string'),
    ParseInto: setting('set'),
    ParseIntoString: setting('set-string'),
    ParseJSON: setting('set-json'),
    ParseLiteral: setting('set-literal'),
    ParseLiteralInto: setting('set-literal'),
    ParseFile: fromFile,
    MaxNestedNameLevel: goInt(30),

    parseString: ([rules]) => {
      const ignored = ours.ignoreRules(textOf('.helmignore', rules.data))
      if (!ignored) return [nil, failure('double-star (**) syntax is not supported')]
      const matches = ([path, { data }]) => goBool(ignored(path.data, data.isDirectory))
      return [hostObject({ Ignore: matches }), noFailure()]
    },

    InstallOrder: { type: types.host, data: {}, order: internal.installOrders[helm] },
    UninstallOrder: unknown('the order of uninstalling'),
    sortManifestsByKind: sorted,
    sortHooksByKind: sorted,
    SplitManifests: ([given]) => ({
      type: types.map,
      data: new Map(
        internal
          .splitDocuments({ name: 'manifest', text: textOf('manifest', given.data), uncertain: [] }, helm)
          .map(({ content }, index) => [`manifest-${index}`, goString(content.value)]),
      ),
    }),
  }
}

const chartPath = (chart) => (chart.parent ? `${chartPath(chart.parent)}.${chart.name}` : chart.name)
