#!/usr/bin/env node
// Replays Helm's own tests on our renderer: the engine, `--set` and its relatives, coalescing, dependencies, schemas, files,
// .helmignore, the order of manifests, and the outputs of `helm template`.
// Usage: node scripts/replay-helm.mjs <checkout of helm/helm, version 3 or 4, such as go mod download keeps one>
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readGo } from './replay/go-parser.mjs'
import { GoRun } from './replay/go-run.mjs'
import { filesIn, helmHost } from './replay/helm-host.mjs'
import { execute, ours, textOf } from './replay/renderer.mjs'
import { Tally } from './replay/tally.mjs'

const [checkout] = process.argv.slice(2)
if (!checkout || !existsSync(join(checkout, 'pkg/engine'))) {
  console.error('usage: node scripts/replay-helm.mjs <checkout of helm/helm>')
  process.exit(2)
}

const wording = 'the verdict is the same; the words are those of another validator, and parity is asked of verdicts'
const lint = 'helm lint renders on after required and fail; helm template and install do not'
const itself = 'the walk through a chart asks for what is in its directory, never for the directory itself'
const trail = 'Helm 4 prints the templates that an error came through on lines of its own; ours says where, in one line'
const helm = existsSync(join(checkout, 'pkg/cmd')) ? 4 : 3
const tally = new Tally({
  'engine TestRenderWithDNS': 'hosts are looked up only with --enable-dns',
  'engine TestFailErrors': lint,
  'engine TestAlterFuncMap_require': lint,
  'engine TestRenderTplMissingKeyString': 'only helm lint --strict asks for missingkey=error',
  'dependencies TestProcessDependencyImportValues': [
    'the commands process dependencies with merging, which keeps nulls; the test does it without, too',
    2,
  ],
  'jsonschema TestValidateAgainstInvalidSingleSchema': 'a broken schema is not judged here: silence',
  'jsonschema TestValidateAgainstSingleSchemaNegative': wording,
  'jsonschema TestValidateAgainstSchemaNegative': wording,
  'jsonschema TestValidateAgainstSchema2020Negative': wording,
  'jsonschema TestValidateAgainstSchema_InvalidSubchartValuesType_NoPanic':
    'coalescing has refused such values before schemas are asked',
  'rules TestIgnore #10': itself,
  'rules TestIgnore #11': itself,
  'rules TestIgnore #14': itself,
  ...(helm === 4 && {
    'engine TestNestedHelpersProducesMultilineStacktrace': trail,
    'engine TestMultilineNoTemplateAssociatedError': trail,
    'engine TestRenderCustomTemplateFuncs': 'functions that a program adds to the engine of Helm',
  }),
  'rules TestAddDefaults': 'the default rule is part of every list of rules here',
})

/** Where the tests are in Helm 3, and in Helm 4. */
const packages = [
  ['pkg/strvals', ['parser', 'literal_parser']],
  ['pkg/engine', ['engine', 'funcs', 'files']],
  ...(helm === 4
    ? [
        ['pkg/chart/common', ['values']],
        ['pkg/chart/common/util', ['coalesce', 'values', 'jsonschema']],
        ['pkg/chart/v2/util', ['dependencies', 'compatible']],
      ]
    : [['pkg/chartutil', ['coalesce', 'dependencies', 'values', 'jsonschema', 'compatible']]]),
  ['pkg/ignore', ['rules']],
  [helm === 4 ? 'pkg/release/v1/util' : 'pkg/releaseutil', ['kind_sorter', 'manifest', 'manifest_sorter']],
]

for (const [folder, names] of packages) {
  const whole = join(checkout, folder)
  const sources = new Map(names.map((name) => [name, readFileSync(join(whole, `${name}_test.go`), 'utf8')]))
  const go = readGo([...sources.values()])
  const host = helmHost(go, whole, helm)
  for (const [name, source] of sources) {
    const run = new GoRun({ go, host, check: (test, outcome, detail) => tally.outcome(name, test, outcome, detail) })
    for (const test of readGo([source]).functions.keys()) if (/^Test/.test(test)) run.test(test)
  }
}

/** `helm template` with what its tests expect it to print. */
const commands = join(checkout, helm === 4 ? 'pkg/cmd' : 'cmd/helm')
const suite = 'helm template'

/** The words of a command line of the tests. */
const wordsOf = (line) => [...line.matchAll(/(?:'[^']*'|[^\s'])+/g)].map(([word]) => word.replaceAll("'", ''))

const flags = new Map([
  ['--set', 'set'],
  ['--values', 'file'],
  ['-f', 'file'],
  ['--name-template', 'name'],
  ['--kube-version', 'kubernetes'],
  ['--api-versions', 'api'],
])

function requestOf(words) {
  const files = filesIn(commands)
  const request = {
    path: undefined,
    kind: 'helm',
    values: [],
    release: undefined,
    namespace: undefined,
    // What Helm takes itself for when it is built by `go test`.
    versions: { helm, kubernetes: '1.20.0', apiVersions: [] },
  }
  for (let index = 1; index < words.length; index += 1) {
    const [flag, inline] = words[index].split(/=(.*)/s)
    const kind = flags.get(flag)
    const value = () => {
      if (inline !== undefined) return inline
      index += 1
      return words[index]
    }
    if (flag === '--include-crds') request.includeCrds = true
    else if (kind === 'set') request.values.push({ kind, text: textOf('(command line)', value()) })
    else if (kind === 'file') request.values.push({ kind, text: files.read(value()) })
    else if (kind === 'kubernetes') request.versions.kubernetes = value()
    else if (kind === 'api') request.versions.apiVersions.push(...value().split(','))
    else if (kind === 'name') {
      const made = execute({
        templates: { name: value() },
        name: 'name',
        data: undefined,
        functions: ours.functionsOf(helm),
      })
      request.release = textOf('(command line)', made)
    } else if (flag.startsWith('-')) return { unusable: `${flag} is not for the renderer` }
    else request.path = join(commands, flag)
  }
  return request.path ? { request, files } : { unusable: 'no chart is named' }
}

const go = readGo([readFileSync(join(commands, 'template_test.go'), 'utf8')])
const scope = new GoRun({
  go,
  host: { runTestCmd: () => ({ type: { kind: 'nil' }, data: null }) },
  check: () => {},
}).test('TestTemplateCmd')
for (const row of scope.get('tests').data) {
  const of = (name) => row.data.get(name)?.data
  const { request, files, unusable } = requestOf(wordsOf(of('cmd')))
  if (unusable) {
    tally.skipped(suite, unusable)
    continue
  }
  const made = ours.renderChart(request, files)
  const golden = readFileSync(join(commands, 'testdata', of('golden')), 'utf8')
  const found = made.kind === 'text' ? made.text.value : `Error: ${made.message ?? made.reason}`
  tally.compare(
    suite,
    of('name'),
    found.trim(),
    golden.replace('\n\nUse --debug flag to render out invalid YAML', '').trim(),
  )
}

tally.finish()
