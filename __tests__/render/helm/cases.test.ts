import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { renderChart } from '../../../src/render/helm/helm.ts'
import type { RenderValues } from '../../../src/render/render.ts'
import { fileText, type Text } from '../../../src/source/text.ts'
import { renderFiles } from '../files.ts'

const here = dirname(fileURLToPath(import.meta.url))
const recorded = (name: string) => JSON.parse(readFileSync(join(here, name), 'utf8'))
const typed = (text: string): Text => fileText({ path: '(command line)', text })

/** A chart of one template whose result is shown as a JSON string. */
function render(template: string, values: string, given: readonly RenderValues[] = [], helm: 3 | 4 = 3) {
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
      versions: { helm, kubernetes: undefined, apiVersions: [] },
    },
    renderFiles('/c', files),
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

describe('what is not rendered, so that nothing is said of it', () => {
  it.each<[string, 3 | 4, 'unsupported' | 'fails']>([
    // Helm 4.3 has it, 4.2 has not.
    ['{{ durationSeconds "1m" }}', 4, 'unsupported'],
    ['{{ durationSeconds "1m" }}', 3, 'fails'],
    ['{{ fromToml "a = 1" }}', 3, 'unsupported'],
    // A time shows itself in the zone that it was written in.
    ['{{ toDate "15:04 MST" "12:00 CET" }}', 3, 'unsupported'],
    ['{{ (toDate "15:04 -0700" "12:00 +0200").Hour }}', 3, 'unsupported'],
    ['{{ now.Weekday }} {{ now.Add 3600 }}', 3, 'unsupported'],
    ['{{ dateInZone "15:04" (now) "Europe/Berlin" }}', 3, 'unsupported'],
  ])('%s in helm %s: %s', (template, helm, kind) => {
    expect(render(template, '', [], helm).kind).toBe(kind)
  })
})
