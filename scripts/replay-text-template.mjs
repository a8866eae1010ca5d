#!/usr/bin/env node
// Replays the test tables of Go's text/template on our own lexer, parser and evaluator.
// Usage: node scripts/replay-text-template.mjs <folder text/template of Go: $(go env GOROOT)/src/text/template>
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readGo } from './replay/go-parser.mjs'
import { GoRun } from './replay/go-run.mjs'
import { failure, goBool, goString, hostObject, isNil, nil, noFailure, unknown } from './replay/go-values.mjs'
import { execute, isFailure, ours, textOf, toValue, Unusable, usesLeftOut } from './replay/renderer.mjs'
import { Tally } from './replay/tally.mjs'

const [folder] = process.argv.slice(2)
if (!folder) {
  console.error('usage: node scripts/replay-text-template.mjs <folder text/template of Go>')
  process.exit(2)
}
const read = (name) => readFileSync(join(folder, name), 'utf8')

const tally = new Tally({
  'execTests map[NO]': 'a map[string]int, which no chart has: its missing key is 0',
  'execTests map[``]': 'a map[string]int, which no chart has: its missing key is 0',
  'exec_test.go, others TestMaxExecDepth':
    'Go stops 100,000 nested templates with an error; ours says after 700 that it does not render the chart',
  'exec_test.go, others TestEmptyTemplate #5':
    'a template object keeps an empty tree that its set does not hold: Helm executes by name, out of the set',
})

// Functions and methods of the tests, as far as they take and give what our values can be

const builtins = ours.functionsOf(3)
const at = ours.topOf({ path: 'test', text: '' })
const said = (text) => ours.said(text, at)
const text = (value) => value.text.value

const testFunctions = {
  ...builtins,
  add: ours.looks('int...', (args) =>
    ours.int(
      args.reduce((sum, one) => sum + one.value, 0n),
      at,
    ),
  ),
  dddArg: ours.makes('int string...', ([first, ...rest]) => `${first.value} [${rest.map(text).join(' ')}]\n`),
  die: ours.looks('', () => {
    throw new ours.CallError('die')
  }),
  doPanic: ours.looks('', () => {
    throw new ours.CallError('custom panic string')
  }),
  echo: ours.moves('any', ([arg]) => arg),
  makemap: ours.moves('string...', (args) => {
    const map = { ...ours.map(at), type: 'map[string]string' }
    for (let index = 0; index < args.length; index += 2) ours.setEntry(map, args[index].text, args[index + 1])
    return map
  }),
  mapOfThree: ours.moves('', () => ours.record({ three: ours.int(3, at) }, at, 'map[string]int')),
  oneArg: ours.makes('string', ([arg]) => `oneArg=${text(arg)}`),
  returnInt: ours.looks('', () => ours.int(7, at)),
  twoArgs: ours.makes('string string', (args) => `twoArgs=${args.map(text).join('')}`),
  typeOf: ours.makes('any', ([arg]) => ours.typeOf(arg)),
  valueString: ours.makes('string', () => 'value is ignored'),
  zeroArgs: ours.makes('', () => 'zeroArgs'),
}

const methods = {
  T: (self) => ({
    Method0: { params: [], run: () => said('M0') },
    Method1: { params: ['int'], run: ([a]) => a },
    Method3: { params: ['any'], run: ([v]) => said(`Method3: ${v ? ours.printed(v, at).value : '<nil>'}`) },
    Copy: { params: [], run: () => structs.get('T') ?? self },
    GetU: { params: [], run: () => self.fields.get('U') },
    MyError: {
      params: ['bool'],
      run: ([fails]) => {
        if (fails.value) throw new ours.CallError('my error')
        return ours.bool(false, at)
      },
    },
  }),
  U: () => ({ TrueFalse: { params: ['bool'], run: ([b]) => said(b.value ? 'true' : '') } }),
}
const structs = new Map()

/** What a template of a test uses that our values, or Helm's functions, have not: the reason. */
function missing(input, data) {
  if (/[0-9]i\b/.test(input)) return 'a complex number'
  if (/\b(?:count|stringer|vfunc)\b/.test(input)) return 'a channel, or an interface of Go'
  if (/\bMethod2\b|\bMAdd\b/.test(input)) return 'a method that takes a uint16 or a []int'
  if (/\bslice\b/.test(input)) return "Helm has sprig's slice instead"
  return usesLeftOut(input, data)
}

/** No data at all is no value, other than a nil in a map. */
const dataOf = (value) => (isNil(value) && value.type?.kind === 'nil' ? undefined : toValue(value, exec, methods))

const attempt = (run) => {
  try {
    return { output: run() }
  } catch (error) {
    if (error instanceof Unusable) return { unusable: error.message }
    if (isFailure(error)) return { failure: error.message }
    throw error
  }
}

// exec_test.go and multi_test.go

const exec = readGo([read('exec_test.go'), read('multi_test.go')])

/** Templates that belong together, as a test makes them. */
function template(name, set) {
  const engine = new ours.Engine({ functions: testFunctions, helm: 3, names: undefined, open: false, absent: [] })
  const run = (writer, called, data) => {
    const value = attempt(() => dataOf(data))
    const reason = value.unusable ?? missing(set.get(called)?.tree.text.value ?? '', value.output)
    if (reason !== undefined) return unknown(reason)
    const { output, failure: message } = attempt(() => engine.include(set, called, value.output).value)
    if (message !== undefined) return failure(message)
    const target = writer.data?.to ?? writer
    target.data?.write?.(output)
    return noFailure()
  }
  const self = hostObject({
    Parse: ([{ data: source }]) => {
      const reason = missing(source)
      if (reason) return [unknown(reason), unknown(reason)]
      const problem = ours.addTemplate(set, name, textOf(name, source), engine.isFunction)
      return problem ? [nil, failure(`template: ${name}:${problem.line}: ${problem.message}`)] : [self, noFailure()]
    },
    Funcs: () => self,
    New: ([other]) => template(other.data, set),
    Clone: () => [template(name, new Map(set)), noFailure()],
    Execute: ([writer, data]) => run(writer, name, data),
    ExecuteTemplate: ([writer, other, data]) => run(writer, other.data, data),
    Lookup: ([other]) => (set.has(other.data) ? template(other.data, set) : nil),
    Option: () => unknown('another treatment of missing keys than Helm has'),
    Delims: () => unknown('other delimiters than Helm has'),
  })
  return self
}

const builder = () => {
  let written = ''
  return hostObject({
    String: () => goString(written),
    Reset: () => {
      written = ''
      return nil
    },
    write: (more) => {
      written += more
    },
  })
}

const host = {
  New: ([name]) => template(name.data, new Map()),
  Must: ([made]) => made,
  'new strings.Builder': builder,
  'new bytes.Buffer': builder,
  'io.Discard': builder(),
  'rangeTestData[]': (type) => goString([0, 1, 2, 3, 4].map((number) => `${type}${number}`).join('')),
  newIntSlice: (numbers) => ({ type: { kind: 'slice', elem: { kind: 'name', name: 'int' } }, data: numbers }),
  JSEscapeString: ([value]) =>
    goString(execute({ templates: { t: '{{js .}}' }, name: 't', data: said(value.data), functions: builtins })),
  IsTrue: ([value]) => {
    const converted = attempt(() => ours.truth(toValue(value, exec)))
    return converted.unusable ? unknown(converted.unusable) : [goBool(converted.output), goBool(true)]
  },
}

const check = (suite) => (name, outcome, detail) => tally.outcome(suite, name, outcome, detail)
const tests = new GoRun({ go: exec, host, check: check('exec_test.go, others') })

/** A table of templates with what they make, and whether they may. */
function replay(suite, rows, templates = {}) {
  for (const row of rows.data) {
    const [name, input, expected, ok] = ['name', 'input', 'output', 'ok'].map((field) => row.data.get(field).data)
    const value = attempt(() => dataOf(row.data.get('data')))
    const reason =
      row.data.get('input').unknown ?? row.data.get('output').unknown ?? missing(input, value.output) ?? value.unusable
    if (reason !== undefined) {
      tally.skipped(suite, reason)
      continue
    }
    if (value.output?.type === '*template.T') structs.set('T', value.output)
    const { output, failure: message } = attempt(() =>
      execute({
        templates: { ...templates, [name]: input },
        name,
        data: value.output,
        functions: testFunctions,
      }),
    )
    if (ok && message !== undefined) tally.failed(suite, name, `${input} fails: ${message}`)
    else if (!ok && message === undefined) tally.failed(suite, name, `${input} does not fail: ${output}`)
    else if (ok) tally.compare(suite, `${name} ${input}`, output, expected)
    else tally.passed(suite)
  }
}

tests.globals.set('bigInt', goString('0x7fffffffffffffff'))
tests.globals.set('bigUint', goString('0x8000000000000000'))
replay('execTests', tests.global('execTests'))
const constant = (name) => tests.global(name).data
replay('multiExecTests', tests.global('multiExecTests'), { 1: constant('multiText1'), 2: constant('multiText2') })
replay('templateFileExecTests', tests.global('templateFileExecTests'), {
  'tmpl1.tmpl': read('testdata/tmpl1.tmpl'),
  'tmpl2.tmpl': read('testdata/tmpl2.tmpl'),
})

const compared = toValue(new GoRun({ go: exec, host, check: () => {} }).test('TestComparison').get('cmpStruct'), exec)
for (const row of tests.global('cmpTests').data) {
  const [expr, truth, ok] = ['expr', 'truth', 'ok'].map((field) => row.data.get(field).data)
  const input = `{{if ${expr}}}true{{else}}false{{end}}`
  const reason = missing(input, compared)
  const { output } = attempt(() => execute({ templates: { t: input }, name: 't', data: compared, functions: builtins }))
  if (reason !== undefined) tally.skipped('cmpTests', reason)
  else tally.compare('cmpTests', expr, output ?? 'an error', ok ? truth : 'an error')
}

for (const row of tests.global('multiParseTests').data) {
  const [name, input, ok] = ['name', 'input', 'ok'].map((field) => row.data.get(field).data)
  const parsed = ours.parseTemplate('root', textOf('root', input), () => true)
  const names = row.data.get('names')
  const results = row.data.get('results')
  const found = 'main' in parsed ? parsed.defines.map(({ name: each, tree }) => [each, shown(tree.root)]) : 'an error'
  const wanted = ok ? (names.data ?? []).map((each, index) => [each.data, results.data[index].data]) : 'an error'
  tally.compare('multiParseTests', name, JSON.stringify(found), JSON.stringify(wanted))
}

/** These try the interface of the Go packages: other delimiters, options, files, names of functions, a failing writer. */
const aboutGo =
  /^Test(?:Delims|Tree|MissingMapKey|ExecuteGivesExecError|(?:Good|Bad)FuncNames|ExecuteOnNewTemplate|MessageForExecuteEmpty|New|Clone|AddParseTree.*|TemplateLookUp|Parse(?:Files|Glob|FS).*)$/
const tables = /^Test(?:Execute|Comparison|MultiParse|MultiExecute)$/
for (const name of exec.functions.keys()) {
  if (!/^Test/.test(name) || tables.test(name)) continue
  if (aboutGo.test(name)) tally.skipped('exec_test.go, others', "a test of Go's own interface")
  else tests.test(name)
}

// parse/parse_test.go

const parse = readGo([read('parse/parse_test.go')])
const parsing = new GoRun({ go: parse, host: {}, check: () => {} })
const knownFunctions = new Set(['printf', 'contains'])
const isKnown = (name) => knownFunctions.has(name)

function shown(nodes) {
  return nodes.map(ours.showNode).join('')
}

/** The tree with its texts quoted, as these tests print them. */
const quoted = (nodes) =>
  nodes?.map((node) => ({
    ...node,
    ...(node.kind === 'text' && { text: { value: JSON.stringify(node.text.value), pieces: [] } }),
    ...(node.list && { list: quoted(node.list), otherwise: quoted(node.otherwise) }),
  }))

for (const row of parsing.global('parseTests').data) {
  const [name, input, ok, result] = ['name', 'input', 'ok', 'result'].map((field) => row.data.get(field).data)
  if (/-?[0-9.]+i\b/.test(input)) {
    tally.skipped('parseTests', 'a complex number')
    continue
  }
  if (/nesting.*exceeds/.test(name)) {
    tally.skipped('parseTests', 'the test lowers the limit of nesting')
    continue
  }
  const parsed = ours.parseTemplate(name, textOf(name, input), isKnown)
  const found = 'main' in parsed ? shown(quoted(parsed.main.root)) : 'an error'
  tally.compare('parseTests', `${name} ${input}`, found, ok ? result : 'an error')
}

for (const row of parsing.global('numberTests').data) {
  const of = (field) => row.data.get(field)?.data
  const written = of('text')
  if (/i$/.test(written)) {
    tally.skipped('numberTests', 'a complex number')
    continue
  }
  const parsed = ours.parseTemplate('t', textOf('t', `{{${written}}}`), isKnown)
  const number = 'main' in parsed ? parsed.main.root[0].pipe.commands[0].args[0] : undefined
  const wanted = {
    int: of('isInt') ? String(of('int64')) : undefined,
    float: of('isFloat') ? Number(of('float64')) : undefined,
  }
  const found = { int: number?.integer?.toString(), float: number?.float }
  const text = (one) => JSON.stringify(one, (_, value) => (Object.is(value, -0) ? 0 : value))
  tally.compare('numberTests', written, text(found), text(wanted))
}

for (const row of parsing.global('errorTests').data) {
  const [name, input, result] = ['name', 'input', 'result'].map((field) => row.data.get(field).data)
  const problem = ours.parseTemplate(name, textOf(name, input), () => false)
  const message = 'main' in problem ? 'no error' : `template: ${name}:${problem.line}: ${problem.message}`
  if (message.includes(result)) tally.passed('errorTests')
  else tally.failed('errorTests', name, `${JSON.stringify(input)}: expected ${result}\n      found    ${message}`)
}

for (const row of parsing.global('isEmptyTests').data) {
  const [name, input, empty] = ['name', 'input', 'empty'].map((field) => row.data.get(field).data)
  const parsed = ours.parseTemplate('root', textOf('root', input), isKnown)
  tally.compare('isEmptyTests', name, 'main' in parsed && ours.isEmptyTree(parsed.main.root), empty)
}

// parse/lex_test.go

const lex = readGo([read('parse/lex_test.go'), read('parse/lex.go')])
const kindNames = { charConstant: 'charConstant', eof: 'eof' }
const items = new Map(
  [...read('parse/lex.go').matchAll(/^\titem(\w+)/gm)].map(([, name]) => {
    const kind = name === 'EOF' ? 'eof' : name[0].toLowerCase() + name.slice(1)
    return [`item${name}`, goString(kindNames[kind] ?? kind)]
  }),
)
lex.values = new Map([...lex.values].filter(([name]) => !/^item[A-Z]/.test(name)))
const makeItem = ([typ, val]) => ({
  type: { kind: 'name', name: 'item' },
  data: new Map([
    ['typ', typ],
    ['val', val],
  ]),
})
const lexing = new GoRun({
  go: lex,
  host: { mkItem: makeItem },
  check: () => {},
})
for (const [name, kind] of items) lexing.globals.set(name, kind)
lex.values = new Map([...lex.values, ...[...items.keys()].map((name) => [name, {}])])

for (const [suite, places] of [
  ['lexTests', false],
  ['lexPosTests', true],
]) {
  for (const row of lexing.global(suite).data) {
    const input = row.data.get('input').data
    const list = row.data
      .get('items')
      .data.map((item) => ['typ', 'val', 'pos', 'line'].map((key) => item.data.get(key)?.data))
    const kinds = new Set(list.map(([kind]) => kind))
    if (kinds.has('complex')) {
      tally.skipped(suite, 'a complex number')
      continue
    }
    const wanted = list
      .filter(([kind]) => kind !== 'comment')
      .map(([kind, val, pos, line]) => (places ? [kind, val, Number(pos), Number(line)] : [kind, val]))
    const found = ours
      .lexTemplate(input)
      .map(({ kind, value, start, line }) => (places ? [kind, value, start, line] : [kind, value]))
    tally.compare(suite, `${row.data.get('name').data} ${input}`, JSON.stringify(found), JSON.stringify(wanted))
  }
}
tally.skipped('lexDelimTests', 'other delimiters than Helm has')

tally.finish()
