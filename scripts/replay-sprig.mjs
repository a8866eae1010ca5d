#!/usr/bin/env node
// Replays the tests of Masterminds/sprig on our own functions.
// Usage: node scripts/replay-sprig.mjs <checkout of Masterminds/sprig, such as go mod download keeps one>
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readGo } from './replay/go-parser.mjs'
import { GoRun } from './replay/go-run.mjs'
import { failure, goInt, goString, noFailure, unknown } from './replay/go-values.mjs'
import { execute, fromValue, isFailure, ours, toValue, Unusable, usesLeftOut } from './replay/renderer.mjs'
import { Tally } from './replay/tally.mjs'

const [checkout] = process.argv.slice(2)
if (!checkout) {
  console.error('usage: node scripts/replay-sprig.mjs <checkout of Masterminds/sprig>')
  process.exit(2)
}

const zero = 'Helm asks for missingkey=zero, so that a field of what is missing is an error (engine.go)'
const tally = new Tally({
  'defaults_test.go TestEmpty': zero,
  'defaults_test.go TestCoalesce': zero,
  'defaults_test.go TestAll': zero,
  'defaults_test.go TestAny': zero,
  'crypto_test.go TestUUIDGeneration': 'what is random in Helm is the same in every render here',
  'date_test.go TestDateInZone': 'a pointer to a time, which no chart has',
})

const files = readdirSync(checkout).filter((name) => name.endsWith('_test.go') && !/_windows_|example_/.test(name))
const functions = ours.functionsOf(3)

/** What a template uses that is not for us to make: the reason. */
function notOurs(template) {
  if (/\b(?:env|expandenv)\b/.test(template)) return 'Helm removes env and expandenv'
  if (/\bgetHostByName\b/.test(template)) return 'Helm looks up no hosts'
  if (/\b(?:shuffle|bcrypt|htpasswd)\b/.test(template)) return 'a random result'
  if (/\b(?:gen\w+|buildCustomCert|\w+cryptAES)\b/.test(template)) return 'a certificate, key or cipher'
  return undefined
}

/** A template with data; maps that it changed in place are changed in the test, too. */
function run(go, template, data) {
  const reason = notOurs(template.data)
  if (reason) return unknown(reason)
  try {
    const value = data.type?.kind === 'nil' ? undefined : toValue(data, go)
    const left = usesLeftOut(template.data, value)
    if (left) return unknown(left)
    const output = execute({ templates: { test: template.data }, name: 'test', data: value, functions })
    if (data.data instanceof Map && value?.kind === 'map')
      for (const [key, each] of fromValue(value).data) data.data.set(key, each)
    return output
  } catch (error) {
    if (error instanceof Unusable) return unknown(error.message)
    if (error instanceof ours.Unsupported) return unknown(`not rendered by us: ${error.message}`)
    if (isFailure(error)) return failure(error.message)
    throw error
  }
}

/** What these tests use of Go's library besides; times are made by our own toDate. */
const library = {
  'base32.StdEncoding.EncodeToString': ([bytes]) => functionOf('b32enc', [bytes.data]),
  'strconv.Atoi': ([text]) => [goInt(text.data), noFailure()],
  'time.Parse': ([layout, text]) => {
    const output = functions.toDate.run(
      [layout, text].map((one) => ours.said(one.data, at)),
      { here: at, spend: () => {} },
    )
    return [{ type: { kind: 'name', name: 'time.Time' }, data: new Map(), given: output }, noFailure()]
  },
}
const at = ours.topOf({ path: 'test', text: '' })
const functionOf = (name, args) =>
  fromValue(
    functions[name].run(
      args.map((arg) => ours.said(arg, at)),
      { here: at, spend: () => {} },
    ),
  )

/** Functions of sprig that tests call by their own name in Go: what templates call them. */
const direct = {
  toFloat64: 'float64',
  toInt64: 'int64',
  toInt: 'int',
  toDecimal: 'toDecimal',
  urlJoin: 'urlJoin',
  urlParse: 'urlParse',
  ceil: 'ceil',
  floor: 'floor',
  round: 'round',
  regexMatch: 'regexMatch',
  regexFindAll: 'regexFindAll',
  regexFind: 'regexFind',
  regexReplaceAll: 'regexReplaceAll',
  regexReplaceAllLiteral: 'regexReplaceAllLiteral',
  regexSplit: 'regexSplit',
  regexQuoteMeta: 'regexQuoteMeta',
}

function callOf(go, name) {
  return (args) => {
    const data = { type: { kind: 'slice', elem: { kind: 'name', name: 'any' } }, data: args }
    const template = `{{ set .out "is" (${name} ${args.map((_, index) => `(index .in ${index})`).join(' ')}) | len }}`
    const out = {
      type: { kind: 'map', key: { kind: 'name', name: 'string' }, elem: { kind: 'name', name: 'any' } },
      data: new Map(),
    }
    const scope = {
      ...out,
      data: new Map([
        ['in', data],
        ['out', out],
      ]),
    }
    const made = run(go, goString(template), scope)
    if (typeof made !== 'string') return made
    const result = scope.data.get('out').data.get('is')
    return name.startsWith('must') ? [result, noFailure()] : result
  }
}

for (const file of files) {
  const go = readGo([readFileSync(join(checkout, file), 'utf8')])
  const errorOf = (made, expected) => {
    if (typeof made !== 'string') return made
    return made === expected.data ? noFailure() : failure(`Expected '${expected.data}', got '${made}'`)
  }
  const host = {
    runt: ([template, expected]) =>
      errorOf(
        run(go, template, {
          type: { kind: 'map', key: { kind: 'name', name: 'string' }, elem: { kind: 'name', name: 'string' } },
          data: new Map(),
        }),
        expected,
      ),
    runtv: ([template, expected, vars]) => errorOf(run(go, template, vars), expected),
    runRaw: ([template, vars]) => {
      const made = run(go, template, vars)
      if (typeof made === 'string') return [goString(made), noFailure()]
      return made.unknown ? made : [goString(''), made]
    },
  }
  Object.assign(host, library)
  for (const [name, called] of Object.entries(direct)) {
    host[name] = callOf(go, called)
    const must = `must${called[0].toUpperCase()}${called.slice(1)}`
    if (Object.hasOwn(functions, must)) host[must] = callOf(go, must)
  }
  const tests = new GoRun({ go, host, check: (name, outcome, detail) => tally.outcome(file, name, outcome, detail) })
  for (const name of go.functions.keys()) if (/^Test/.test(name)) tests.test(name)
}

tally.finish()
