// Makes __tests__/render/kustomize/krusty.json of kustomize's own build tests (sigs.k8s.io/kustomize/api, krusty/*_test.go,
// Apache-2.0): node scripts/extract-krusty.mjs <api module>. Test functions whose files and outputs stand in the code as
// plain strings are taken; those that are put together by helpers are not.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { normalize } from 'node:path'

const [api] = process.argv.slice(2)
const directory = `${api}/krusty`
const cases = []

/** A Go expression of raw and quoted strings, constants and `+`; undefined for anything else. */
function stringOf(source, constants) {
  let rest = source.trim()
  let value = ''
  for (let first = true; rest !== ''; first = false) {
    if (!first) {
      if (!rest.startsWith('+')) return undefined
      rest = rest.slice(1).trimStart()
    }
    const raw = /^`([^`]*)`/.exec(rest)
    const quoted = /^"((?:[^"\\\n]|\\.)*)"/.exec(rest)
    const name = /^[A-Za-z_]\w*/.exec(rest)
    if (raw) value += raw[1]
    else if (quoted) value += JSON.parse(`"${quoted[1].replace(/\\'/g, "'")}"`)
    else if (name && constants.has(name[0])) value += constants.get(name[0])
    else return undefined
    rest = rest.slice((raw ?? quoted ?? name)[0].length).trimStart()
  }
  return value
}

/** The arguments of a call that begins at `start` (behind the parenthesis). */
function argumentsAt(source, start) {
  const found = ['']
  let depth = 0
  for (let index = start; index < source.length; index += 1) {
    const character = source[index]
    if (character === '`' || character === '"') {
      let end = index + 1
      while (source[end] !== character || (character === '"' && source[end - 1] === '\\')) end += 1
      found[found.length - 1] += source.slice(index, end + 1)
      index = end
    } else if (character === ')' && depth === 0) return { arguments: found.map((one) => one.trim()), end: index }
    else if (character === ',' && depth === 0) found.push('')
    else {
      if ('([{'.includes(character)) depth += 1
      if (')]}'.includes(character)) depth -= 1
      found[found.length - 1] += character
    }
  }
  return undefined
}

const header = {
  WriteK: 'apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\n',
  WriteC: 'apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\n',
  WriteF: '',
}

for (const name of readdirSync(directory)
  .filter((file) => file.endsWith('_test.go'))
  .sort()) {
  const source = readFileSync(`${directory}/${name}`, 'utf8')
  const constants = new Map(
    [...source.matchAll(/^(?:const|var) (\w+) = `([^`]*)`/gm)].map((match) => [match[1], match[2]]),
  )
  for (const [, test, body] of source.matchAll(/^func (Test\w+)\(t \*testing\.T\) \{\n([\s\S]*?)\n\}\n/gm)) {
    const local = new Map(constants)
    for (const [, constant, value] of body.matchAll(/(\w+) :?= `([^`]*)`/g)) local.set(constant, value)
    const files = {}
    let whole =
      !/for \w+, \w+ := range|\w+\(th[,)]|t\.Run\(|Options\{|opts\.|ErrorContains|EnablePlugins|MakeOptionsPluginsEnabled|AddManaged|\bwrite\w+\(|\bmake\w+\(th|fSys/.test(
        body,
      )
    const outcomes = []
    let path
    for (const call of body.matchAll(
      /th\.(WriteK|WriteF|WriteC|Run|RunWithErr|AssertActualEqualsExpected(?:NoWarnings)?)\(/g,
    )) {
      const parsed = argumentsAt(body, call.index + call[0].length)
      if (!parsed) continue
      const [first, second] = parsed.arguments
      if (call[1].startsWith('Write')) {
        const file = stringOf(first, local)
        const text = stringOf(second ?? '', local)
        if (file === undefined || text === undefined) whole = false
        else if (call[1] === 'WriteF') files[file] = text
        else files[`${file}/kustomization.yaml`] = header[call[1]] + text
      } else if (call[1].startsWith('Run')) {
        path = stringOf(first, local)
        if (path === undefined || (second && !second.startsWith('th.MakeDefaultOptions('))) whole = false
        if (call[1] === 'RunWithErr') outcomes.push({ path, fails: true, files: { ...files } })
      } else {
        const expected = stringOf(second ?? '', local)
        if (expected === undefined) whole = false
        else outcomes.push({ path, expected, files: { ...files } })
      }
    }
    const hasRoot = ({ path, files }) =>
      Object.keys(files).some((file) => normalize(file) === normalize(`${path}/kustomization.yaml`))
    if (whole)
      for (const [index, outcome] of outcomes.filter(hasRoot).entries())
        cases.push({ name: `${name.replace('_test.go', '')}/${test}${index ? ` ${index}` : ''}`, ...outcome })
  }
}
writeFileSync(
  '__tests__/render/kustomize/krusty.json',
  `${JSON.stringify({ source: 'sigs.k8s.io/kustomize/api v0.21.2, krusty/*_test.go, Apache-2.0', cases }, null, 1)}\n`,
)
console.log(`${cases.length} cases`)
