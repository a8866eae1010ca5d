import type { Finding } from '../../src/finding.ts'
import { withFingerprints } from '../../src/fingerprint.ts'
import { type Outcome, type Report, reportOf, type Thresholds } from '../../src/report/report.ts'
import type { Source, Span } from '../../src/source/span.ts'

/** The first place in a source where some text stands. */
export function mark(source: Source, text: string): Span {
  const start = source.text.indexOf(text)
  if (start < 0) throw new Error(`${source.path} does not say ${text}`)
  return { source, start, end: start + text.length }
}

export const workflow: Source = {
  path: '.github/workflows/ci.yml',
  text: 'jobs:\n  build:\n    steps:\n      - run: docker push ghcr.io/acme/api:$SHORT\n',
}

export const manifest: Source = {
  path: 'k8s/api.yaml',
  text: 'kind: Deployment\nspec:\n  image: ghcr.io/acme/api:1\n  other: ghcr.io/acme/web:2\n',
}

export const tagMismatch: Omit<Finding, 'fingerprint'> = {
  rule: 'image-tag-mismatch',
  severity: 'error',
  message: 'nothing pushes ghcr.io/acme/api:1',
  help: 'deploy the tag that is pushed',
  seen: 'ImagePullBackOff',
  at: mark(manifest, 'ghcr.io/acme/api:1'),
  because: [{ at: mark(workflow, 'ghcr.io/acme/api:$SHORT'), message: 'pushed as <first 7 of github.sha>' }],
  fix: { title: 'use the tag', edits: [{ at: mark(manifest, '1'), replacement: 'v1' }] },
}

export const finding = (changes: Partial<Finding> = {}): Finding =>
  withFingerprints([{ ...tagMismatch, ...changes }])[0] as Finding

export const report = (
  findings: readonly Partial<Finding>[],
  rest: Partial<Outcome> = {},
  thresholds: Partial<Thresholds> = {},
): Report =>
  reportOf(
    {
      findings: withFingerprints(findings.map((changes) => ({ ...tagMismatch, ...changes }))),
      skipped: [],
      coverage: [],
      trace: { deliveries: [] },
      ...rest,
    },
    { failOn: 'error', minSeverity: 'notice', ...thresholds },
  )

/** What files and rules may hold at worst, in one line or several. */
export const hostile: readonly string[] = [
  'a\n::error::forged',
  'a\r\n  ::warning file=x::forged',
  'a\u2028::error::forged',
  'x ##[error]forged',
  'x ##[set-output name=a]forged',
  '::add-mask::x',
  '%0A::error::forged',
  'a:b,c%d',
  '<img src=x onerror=alert(1)>',
  '<!-- hidden -->',
  '</code></summary></details><h1>big</h1>',
  '`code` ``` ````',
  '\n```\n# heading\n```',
  '| a | b \\| c',
  '[link](https://example.com) ![image](x)',
  '**bold** _em_ ~~del~~ $math$ :smile: @acme/owners #12 www.example.com https://example.com',
  '\u001b[31mred\u001b[0m\u001b]8;;https://example.com\u0007link\u001b]8;;\u0007',
  '\u009b31mred',
  '\u202egpj.exe\u202c \u2066x\u2069 \u200bzero',
  '\ud800 alone \udc00',
  '\ue000 private \uf8ff',
  '\0\b\u007f',
]
