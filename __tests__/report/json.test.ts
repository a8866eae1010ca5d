import { type JsonReport, jsonReport } from '../../src/report/json.ts'
import { noPage, pageOnGitHub } from '../../src/report/rule-link.ts'
import { seenBy } from '../action/runner.ts'
import { finding, hostile, mark, report } from './findings.ts'

const parsed = (...given: Parameters<typeof jsonReport>): JsonReport => JSON.parse(jsonReport(...given))

describe('the JSON report, version 1', () => {
  it('has exactly this shape', () => {
    const link = pageOnGitHub('https://github.com', 'acme/deploy-preflight', 'v1')
    const skipped = [{ path: 'big.bin', reason: 'binary' }]
    expect(parsed(report([{}], { skipped, coverage: ['npm ci'] }), link)).toEqual({
      version: 1,
      summary: {
        verdict: 'fail',
        errors: 1,
        warnings: 0,
        notices: 0,
        hidden: 0,
        deliveries: 0,
        failOn: 'error',
        notUnderstood: ['npm ci'],
      },
      findings: [
        {
          rule: 'image-tag-mismatch',
          severity: 'error',
          message: 'nothing pushes ghcr.io/acme/api:1',
          help: 'deploy the tag that is pushed',
          seen: 'ImagePullBackOff',
          path: 'k8s/api.yaml',
          line: 3,
          column: 10,
          endLine: 3,
          endColumn: 28,
          because: [
            {
              path: '.github/workflows/ci.yml',
              line: 4,
              column: 26,
              endLine: 4,
              endColumn: 49,
              message: 'pushed as <first 7 of github.sha>',
            },
          ],
          fix: {
            title: 'use the tag',
            edits: [{ path: 'k8s/api.yaml', line: 3, column: 27, endLine: 3, endColumn: 28, replacement: 'v1' }],
          },
          fingerprint: finding().fingerprint,
          url: 'https://github.com/acme/deploy-preflight/blob/v1/dist/rules/image-tag-mismatch.md',
        },
      ],
      skipped: [{ path: 'big.bin', reason: 'binary' }],
    })
  })

  it('has no fix where there is none, and an empty address where there is no page', () => {
    const [first] = parsed(report([{ fix: undefined }]), noPage).findings
    expect(first).not.toHaveProperty('fix')
    expect(first?.url).toBe('')
  })

  it.each(hostile)('carries %j unchanged, and nobody obeys it', (evil) => {
    const source = { path: evil, text: 'web' }
    const text = jsonReport(report([{ message: evil, at: mark(source, 'web'), because: [], fix: undefined }]), noPage)
    expect(seenBy(text)).toMatchObject({ annotations: [], commands: [] })
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\ue000-\uf8ff]/)
    expect(JSON.parse(text).findings[0]).toMatchObject({ message: evil, path: evil })
  })
})
