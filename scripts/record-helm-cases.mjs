// node scripts/record-helm-cases.mjs [strvals <parser_test.go of Helm>]: records what the real helm (3.21) makes of the
// templates in __tests__/render/helm/template-cases.json, or of the arguments in Helm's own table of `--set` cases
// (pkg/strvals/parser_test.go, Apache-2.0), which become __tests__/render/helm/strvals-cases.json.
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const tests = join(dirname(fileURLToPath(import.meta.url)), '../__tests__/render/helm')
const chart = mkdtempSync(join(tmpdir(), 'case-'))
mkdirSync(join(chart, 'templates'))
writeFileSync(join(chart, 'Chart.yaml'), 'apiVersion: v2\nname: c\nversion: 0.1.0\n')

/** What `text:` of the output says, or the error. */
function run(template, values, args) {
  writeFileSync(join(chart, 'templates/_case.tpl'), template)
  writeFileSync(join(chart, 'templates/a.yaml'), 'text: {{ include "c/templates/_case.tpl" . | toJson }}\n')
  writeFileSync(join(chart, 'values.yaml'), values)
  const { status, stdout, stderr, error } = spawnSync('helm', ['template', 'r', chart, ...args], { encoding: 'utf8' })
  if (error) throw error
  if (status !== 0)
    return {
      error: stderr
        .split('\n')
        .filter((line) => line.startsWith('Error: '))
        .join('\n')
        .slice('Error: '.length),
    }
  return {
    text: JSON.parse(
      stdout
        .split('\n')
        .find((line) => line.startsWith('text: '))
        .slice('text: '.length),
    ),
  }
}

if (process.argv[2] === 'strvals') {
  const source = readFileSync(process.argv[3], 'utf8')
  const body = source.slice(source.indexOf('func TestParseSet('), source.indexOf('func TestToYAML('))
  const found = new Set(
    [...body.matchAll(/^\t\t\t(?:str:\s+|input:\s+|input2:\s+)?("(?:[^"\\]|\\.)*"),$/gm)].map((match) =>
      JSON.parse(match[1]),
    ),
  )
  const cases = [...found].flatMap((argument) =>
    ['set', 'set-string'].map((kind) => {
      const { text, error } = run('{{ toJson .Values }}', '', [`--${kind}`, argument])
      return { kind, argument, ...(error === undefined ? { values: JSON.parse(text) } : { error }) }
    }),
  )
  writeFileSync(join(tests, 'strvals-cases.json'), `${JSON.stringify(cases, null, 1)}\n`)
} else {
  const path = join(tests, 'template-cases.json')
  const cases = JSON.parse(readFileSync(path, 'utf8'))
  const recorded = cases.map(({ template, values }) => ({
    template,
    ...(values && { values }),
    ...run(template, values ?? '', []),
  }))
  writeFileSync(path, `${JSON.stringify(recorded, null, 1)}\n`)
}
rmSync(chart, { recursive: true })
