#!/usr/bin/env node
// Makes __tests__/syntax/fixtures/helm-strvals.json from the table in Helm's pkg/strvals/parser_test.go (Apache-2.0), as data:
//   git -C <helm checkout> show v4.2.4:pkg/strvals/parser_test.go | node scripts/helm-strvals.mjs
import { readFileSync, writeFileSync } from 'node:fs'

const go = readFileSync(0, 'utf8')
const test = go.slice(go.indexOf('func TestParseSet('), go.indexOf('func TestParseInto('))
const [strings, plain] = test.slice(test.indexOf('testsString :=')).split(/\n\ttests := /)

/** A composite literal of Go as JSON: maps have `key:`, everything else in braces is a list. */
function literal(text) {
  let at = 0
  const skip = () => {
    at += /^[\s,]*/.exec(text.slice(at))[0].length
  }
  const value = () => {
    skip()
    const rest = text.slice(at)
    const type = /^(?:\[\]|map\[string\])*(?:any|string|int)?(?=\{)/.exec(rest)
    const token = /^"(?:[^"\\]|\\.)*"|^[\w-]+/.exec(rest)?.[0]
    if (!type) {
      at += token.length
      return token === 'nil' ? null : JSON.parse(token)
    }
    at += type[0].length + 1
    return braces(type[0].startsWith('map'))
  }
  const braces = (isMap) => {
    const keys = []
    const values = []
    for (skip(); text[at] !== '}'; skip()) {
      values.push(value())
      skip()
      if (text[at] !== ':') continue
      at += 1
      keys.push(values.pop())
      values.push(value())
    }
    at += 1
    return isMap || keys.length > 0 ? Object.fromEntries(keys.map((key, index) => [key, values[index]])) : values
  }
  return value()
}

const cases = (table, kind) =>
  [...table.matchAll(/^\t\t\{\n((?:\t\t\t.*\n)*)\t\t\},$/gm)].map(([, body]) => {
    const text = JSON.parse(/^\s*(?:str:\s*)?("(?:[^"\\]|\\.)*")/.exec(body)[1])
    const expect = /map\[string\]any\{/.exec(body)
    return { kind, text, values: expect ? literal(body.slice(expect.index)) : null }
  })

const found = [...cases(strings, 'set-string'), ...cases(plain, 'set')]
const file = new URL('../__tests__/syntax/fixtures/helm-strvals.json', import.meta.url)
writeFileSync(file, `${JSON.stringify(found, null, 2)}\n`)
console.log(`${found.length} cases`)
