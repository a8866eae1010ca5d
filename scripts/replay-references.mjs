#!/usr/bin/env node
// Makes __tests__/syntax/fixtures/references.json again: the inputs of distribution/reference's own tests, as data.
// Usage: node scripts/replay-references.mjs <checkout of distribution/reference> <its commit>
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const [checkout, commit] = process.argv.slice(2)
if (!checkout || !commit) {
  console.error('usage: node scripts/replay-references.mjs <checkout of distribution/reference> <its commit>')
  process.exit(2)
}
const read = (name) => readFileSync(join(checkout, name), 'utf8').replace(/^\s*\/\/.*$/gm, '')

/** The value of a Go expression made of strings, `strings.Repeat` and `+`. */
function evaluate(expression) {
  const terms = expression.matchAll(/strings\.Repeat\("([^"]*)", (\d+)\)|"((?:[^"\\]|\\.)*)"/g)
  return [...terms]
    .map(([, part, times, text]) => (times ? part.repeat(Number(times)) : JSON.parse(`"${text}"`)))
    .join('')
}

/** The composite literals between braces of a test's table, as maps from field to value. */
function table(text, test) {
  const body = text.slice(text.indexOf(`func ${test}(`))
  const end = body.indexOf('\n}\n')
  return [...body.slice(0, end).matchAll(/^\t\t\{\n([\s\S]*?)^\t\t\},/gm)].map(([, fields]) =>
    Object.fromEntries(
      [...fields.matchAll(/^\t\t\t(\w+):\s+(.*),(?:\s*\/\/.*)?$/gm)].map(([, name, value]) => [
        name,
        name === 'err' ? value.replace(/^\w+\./, '') : evaluate(value),
      ]),
    ),
  )
}

/** The strings of a list. */
function list(text, name, test) {
  const body = text.slice(text.indexOf(`func ${test}(`))
  const from = body.indexOf(`${name} := []string{`)
  return [...body.slice(from, body.indexOf('\n\t}\n', from)).matchAll(/^\t\t("[^\n]*"),/gm)].map(([, value]) =>
    evaluate(value),
  )
}

const normalize = read('normalize_test.go')
const data = {
  source: 'https://github.com/distribution/reference (reference_test.go, normalize_test.go)',
  commit,
  license: 'Apache-2.0, The distribution authors',
  madeBy: 'scripts/replay-references.mjs',
  parsed: table(read('reference_test.go'), 'TestReferenceParse'),
  valid: [
    ...list(normalize, 'validRepoNames', 'TestValidateReferenceName'),
    ...list(normalize, 'validRepositoryNames', 'TestValidateRemoteName'),
  ],
  invalid: [
    ...list(normalize, 'invalidRepoNames', 'TestValidateReferenceName'),
    ...list(normalize, 'invalidRepositoryNames', 'TestValidateRemoteName'),
  ],
  normalized: table(normalize, 'TestParseRepositoryInfo'),
}
const target = join(dirname(dirname(fileURLToPath(import.meta.url))), '__tests__/syntax/fixtures/references.json')
mkdirSync(dirname(target), { recursive: true })
writeFileSync(target, `${JSON.stringify(data, null, 1)}\n`)
console.log(
  Object.entries(data)
    .flatMap(([name, rows]) => (Array.isArray(rows) ? [`${name}: ${rows.length}`] : []))
    .join(', '),
)
