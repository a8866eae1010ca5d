import { deliveryMap } from '../../src/report/delivery-map.ts'
import { permalink } from '../../src/report/markdown.ts'
import { noPage } from '../../src/report/rule-link.ts'
import { type SummaryOptions, summary, summaryBudget } from '../../src/report/summary.ts'
import { traceText } from '../../src/report/trace.ts'
import type { Delivery } from '../../src/world/deliveries.ts'
import { hostile, manifest, mark, report, workflow } from './findings.ts'

const options: SummaryOptions = {
  link: noPage,
  repositoryUrl: 'https://github.com/acme/shop',
  sha: 'a'.repeat(40),
  prefix: '',
  budget: summaryBudget,
}

const delivery: Delivery = {
  occasion: 'a push to main',
  image: 'ghcr.io/acme/api:1',
  builtAt: undefined,
  pushedAt: mark(workflow, 'docker push'),
  pulledAt: mark(manifest, 'ghcr.io/acme/api:1'),
  workload: 'Deployment/api',
  cluster: 'prod-aks',
  nodes: 'linux/arm64',
  state: 'broken',
}

/** As a browser shows it: character references read, tags of ours left. */
const decoded = (markdown: string): string =>
  markdown.replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code))).replace(/\u2060/g, '')

describe('the job summary', () => {
  it('begins with the verdict, then a table, details and the delivery map', () => {
    const text = decoded(summary(report([{}], { trace: { deliveries: [delivery] } }), options))
    expect(text.split('\n').slice(0, 3)).toEqual([
      '## ❌ deploy-preflight',
      '',
      '**1 error: this delivery is not ready**',
    ])
    expect(text).toContain(
      `| 🔴 error | <code>image-tag-mismatch</code> | [<code>k8s/api.yaml:3</code>](https://github.com/acme/shop/blob/${'a'.repeat(40)}/k8s/api.yaml#L3) | nothing pushes ghcr.io/acme/api:1 |`,
    )
    expect(text).toContain(
      '<details open><summary>🔴 error image-tag-mismatch: nothing pushes ghcr.io/acme/api:1</summary>',
    )
    expect(text).toContain('3 │   image: ghcr.io/acme/api:1\n')
    expect(text).toContain('```mermaid\nflowchart LR\n')
  })

  it('is short when there is nothing to say', () => {
    expect(decoded(summary(report([]), options))).toBe(
      '## ✅ deploy-preflight\n\n**nothing to report: no container delivery was found here**\n\n\n',
    )
  })

  it('has no links where nobody knows the commit', () => {
    expect(summary(report([{}]), { ...options, sha: undefined })).not.toContain('](')
  })

  it.each([summaryBudget, 20_000, 3_000, 300, 10])('stays within %d bytes and says what is left out', (budget) => {
    const findings = Array.from({ length: 2000 }, (_, index) => ({ message: `東京 ${index} ${'é'.repeat(400)}` }))
    const text = summary(report(findings), { ...options, budget })
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(budget)
    if (budget >= 3_000) expect(text).toMatch(/…and \d+ more findings: the whole report is in the file/)
  })

  it.each([
    ['k8s/a b.yaml', 'k8s/a%20b.yaml#L1-L2'],
    ['a#b?c%d.yaml', 'a%23b%3Fc%25d.yaml#L1-L2'],
    ["it's (new)!.yaml", 'it%27s%20%28new%29%21.yaml#L1-L2'],
    ['a\nb](x).yaml', 'a%0Ab%5D%28x%29.yaml#L1-L2'],
    ['\ud800.yaml', '%EF%BF%BD.yaml#L1-L2'],
  ])('links to %j', (path, expected) => {
    expect(permalink('https://github.com/o/n', 'abc', path, 1, 2)).toBe(`https://github.com/o/n/blob/abc/${expected}`)
  })
})

describe('hostile content', () => {
  /** Lines outside code blocks; a fence closes what a fence of the same length opened. */
  function outsideCode(markdown: string): readonly string[] {
    let fence = ''
    return markdown.split('\n').filter((line) => {
      const run = /^`{3,}/.exec(line)?.[0] ?? ''
      if (fence === '' && run !== '') fence = run
      else if (fence !== '' && line === fence) fence = ''
      else return fence === ''
      return false
    })
  }

  it.each(hostile)('%j stays text', (evil) => {
    const source = { path: `dir/${evil}.yaml`, text: `a: ${evil}\nimage: web\n` }
    const at = mark(source, 'web')
    const findings = [
      { message: evil, help: evil, seen: evil, at, because: [{ at: { source, start: 0, end: 3 }, message: evil }] },
    ]
    const evilDelivery = {
      ...delivery,
      occasion: evil,
      image: evil,
      workload: evil,
      cluster: evil,
      nodes: evil,
      pulledAt: at,
    }
    const rest = { skipped: [{ path: evil, reason: evil }], coverage: [evil], trace: { deliveries: [evilDelivery] } }
    const text = summary(report(findings, rest), options)
    const visibleLines = outsideCode(text)
    const ours = visibleLines
      .join('\n')
      .replace(/<\/?(?:code|details|summary)>|<details open>|^\*\*|\*\*$/gm, '')
      .replace(/\[([^\][]*)\]\(https:\/\/github\.com\/acme\/shop\/blob\/[\w./%~-]*#L\d+\)/g, '$1')
    expect(ours).not.toMatch(/[<>`*_~$@\\[\]]|www\.|https?:/)
    expect(ours.match(/^#+ .*/gm)).toEqual(['## ❌ deploy-preflight', '### Delivery map'])
    expect(visibleLines.filter((line) => line.startsWith('|')).map((line) => line.split('|').length)).toEqual([6, 6, 6])
    expect(text).not.toMatch(/##\[|[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\ue000-\uf8ff]/)
  })
})

describe('the delivery map', () => {
  it('as a picture has one statement on a line, and the broken in red', () => {
    expect(
      deliveryMap({
        deliveries: [
          delivery,
          { ...delivery, workload: 'Deployment/web', state: 'ok', builtAt: undefined, pushedAt: undefined },
        ],
      }),
    ).toBe(
      [
        '```mermaid',
        'flowchart LR',
        'n1["build<br/>.github/workflows/ci.yml#58;4#58;14"]',
        'n2(["ghcr.io/acme/api#58;1"]):::broken',
        'n3["Deployment/api<br/>k8s/api.yaml#58;3#58;10"]:::broken',
        'n4["prod-aks<br/>linux/arm64"]',
        'n5(["ghcr.io/acme/api#58;1"])',
        'n6["Deployment/web<br/>k8s/api.yaml#58;3#58;10"]',
        'n1 --> n2',
        'n2 -. ✗ .-> n3',
        'n3 --> n4',
        'n5 --> n6',
        'n6 --> n4',
        'classDef broken stroke:#cf222e,stroke-width:3px',
        '```',
        '',
      ].join('\n'),
    )
  })

  it.each([0, 31])('is left out for %d deliveries', (count) => {
    expect(deliveryMap({ deliveries: Array(count).fill(delivery) })).toBe('')
  })

  it.each(hostile)('keeps %j within its label', (evil) => {
    const map = deliveryMap({ deliveries: [{ ...delivery, image: evil, workload: evil, cluster: evil, nodes: evil }] })
    for (const line of map.split('\n').filter((one) => /^n\d+\W*"/.test(one)))
      expect(line).toMatch(/^n\d+(?:\[|\(\[)"[^"<>`]*(?:<br\/>[^"<>`]*)*"(?:\]|\]\))(?::::broken)?$/)
    expect(map.split('\n')).toHaveLength(12)
  })

  it('as text is grouped by occasion', () => {
    expect(
      traceText({ deliveries: [delivery, { ...delivery, occasion: 'a release', state: 'ok', cluster: '' }] }),
    ).toBe(`on a push to main
  ✗ ghcr.io/acme/api:1
    built    not known
    pushed   .github/workflows/ci.yml:4:14
    deployed k8s/api.yaml:3:10
    pods     Deployment/api
    cluster  prod-aks
    nodes    linux/arm64

on a release
  ✓ ghcr.io/acme/api:1
    built    not known
    pushed   .github/workflows/ci.yml:4:14
    deployed k8s/api.yaml:3:10
    pods     Deployment/api
    cluster  not known
    nodes    linux/arm64
`)
    const implied = { ...delivery, occasion: 'somebody using k8s/api.yaml' }
    const reasons = [
      'nothing here applies the manifests in k8s',
      undefined,
      'nothing here applies the manifests in k8s',
    ]
    const heads = traceText({ deliveries: reasons.map((reason) => ({ ...implied, reason })) }).match(/^on .*/gm)
    expect(heads).toEqual([
      'on somebody using k8s/api.yaml, because nothing here applies the manifests in k8s',
      'on somebody using k8s/api.yaml',
    ])
    expect(traceText({ deliveries: [{ ...delivery, reason: '\u001b[31m' }] })).not.toContain('\u001b')
    expect(traceText({ deliveries: [] })).toBe('no container delivery was found here\n')
  })
})
