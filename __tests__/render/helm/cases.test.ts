import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { renderChart } from '../../../src/render/helm/helm.ts'
import type { RenderValues } from '../../../src/render/render.ts'
import { fileText, type Text } from '../../../src/source/text.ts'

const here = dirname(fileURLToPath(import.meta.url))
const recorded = (name: string) => JSON.parse(readFileSync(join(here, name), 'utf8'))
const typed = (text: string): Text => fileText({ path: '(command line)', text })

/** A chart of one template whose result is shown as a JSON string. */
function render(template: string, values: string, given: readonly RenderValues[] = []) {
  const files: Readonly<Record<string, string>> = {
    'Chart.yaml': 'apiVersion: v2\nname: c\nversion: 0.1.0\n',
    'values.yaml': values,
    'templates/_case.tpl': template,
    'templates/a.yaml': 'text: {{ include "c/templates/_case.tpl" . | toJson }}\n',
  }
  return renderChart(
    {
      path: '/c',
      kind: 'helm',
      values: given,
      release: typed('r'),
      namespace: undefined,
      versions: { helm: 3, kubernetes: undefined, apiVersions: [] },
    },
    {
      read: (path) => {
        const text = files[path.slice('/c/'.length)]
        return text === undefined ? undefined : fileText({ path, text })
      },
      list: (path) => (path === '/c' ? ['Chart.yaml', 'values.yaml', 'templates'] : ['_case.tpl', 'a.yaml']),
      isDirectory: (path) => path === '/c' || path === '/c/templates',
    },
  )
}

const shown = (rendered: ReturnType<typeof render>): { text: unknown } | { error: string } =>
  rendered.kind === 'text'
    ? { text: JSON.parse(/^text: (.*)$/m.exec(rendered.text.value)?.[1] ?? 'null') }
    : { error: rendered.kind === 'fails' ? rendered.message : rendered.reason }

interface TemplateCase {
  readonly template: string
  readonly values?: string
  readonly text?: string
  readonly error?: string
}

/** As `scripts/record-helm-cases.mjs` wrote down what helm 3.21 says. */
describe('text/template as helm executes it', () => {
  it.each<TemplateCase>(recorded('template-cases.json'))('$template', ({ template, values, text, error }) => {
    const answer = shown(render(template, values ?? ''))
    if (error === undefined) expect(answer).toEqual({ text })
    else expect(answer).toEqual({ error })
  })
})

interface SetCase {
  readonly kind: 'set' | 'set-string'
  readonly argument: string
  readonly values?: unknown
  readonly error?: string
}

describe('--set and --set-string as helm reads them', () => {
  it.each<SetCase>(recorded('strvals-cases.json'))('--$kind $argument', ({ kind, argument, values, error }) => {
    const answer = shown(render('{{ toJson .Values }}', '', [{ kind, text: typed(argument) }]))
    if (error === undefined) expect('text' in answer && JSON.parse(String(answer.text))).toEqual(values)
    else expect(answer).toEqual({ error })
  })
})
