import fc from 'fast-check'
import type { Config } from '../../src/config.ts'
import { parseConfig } from '../../src/config-file.ts'
import { placeInWords } from '../../src/report/place.ts'

const ruleIds = ['image-tag-mismatch', 'image-pull-policy-never']
const parse = (text: string): ReturnType<typeof parseConfig> => parseConfig({ path: 'p.yml', text }, ruleIds)

function config(text: string): Config {
  const parsed = parse(text)
  if (parsed.kind === 'problems') throw new Error(parsed.problems.map(({ message }) => message).join('\n'))
  return parsed.config
}

const problems = (text: string): readonly string[] => {
  const parsed = parse(text)
  return parsed.kind === 'config'
    ? []
    : parsed.problems.map(({ at, message }) => `${placeInWords(at).slice(6)} ${message}`)
}

const whole = `
clusters:
  production:
    match: [prod-aks]        # cluster names as the workflows use them; absent: every deploy
    provider: aks            # aks | eks | gke | ack | openshift | local | other
    region: cn-shanghai
    kubernetes: "1.31"
    nodes: [{ architecture: arm64, cpu: 4, memory: 16Gi, labels: {}, taints: [] }]
    pulls-from: [acme.azurecr.io]          # registries the nodes can pull from without a secret
    exists: [{ kind: Secret, namespace: prod, name: app-secrets, keys: [A, B] }]   # made outside this repository
rules: { image-tag-mutable: off }          # off | notice | warning | error
ignore: [{ rule: image-tag-mutable, path: "k8s/dev/**", why: "…" }]
images: { external: ["docker.io/acme/legacy-*"] }
`

describe('a configuration', () => {
  it('is read as a whole', () => {
    const { clusters, rules, ignore, externalImages } = config(whole)
    expect(clusters).toMatchObject([
      {
        name: 'production',
        match: ['prod-aks'],
        provider: 'aks',
        region: 'cn-shanghai',
        kubernetes: '1.31',
        nodes: [{ provider: 'aks', architecture: 'arm64', cpu: 4, memory: 16 * 2 ** 30, taints: [] }],
        pullsFrom: ['acme.azurecr.io'],
        exists: [{ kind: 'Secret', namespace: 'prod', name: 'app-secrets', keys: ['A', 'B'] }],
      },
    ])
    expect([...rules]).toEqual([['image-tag-mutable', 'off']])
    expect(ignore).toMatchObject([{ rule: 'image-tag-mutable', path: 'k8s/dev/**', why: '…' }])
    expect(externalImages).toEqual(['docker.io/acme/legacy-*'])
  })

  it.each([
    ['nothing', ''],
    ['a comment', '# nothing yet\n'],
    ['an empty map', '{}'],
    ['JSON', '{"rules": {"image-tag-mismatch": "warning"}}'],
    ['a byte order mark and CRLF', '\ufeffrules:\r\n  image-tag-mismatch: off\r\n'],
    ['a rule of another version', 'rules: { image-signature-missing: off }'],
    ['merge keys and aliases', 'clusters:\n  a: &a { provider: aks }\n  b: { <<: *a, region: x }'],
  ])('may be %s', (_, text) => {
    expect(problems(text)).toEqual([])
  })

  it.each([
    ['1.30', '1.30'],
    ['"1.30"', '1.30'],
    ['v1.31.4', '1.31.4'],
  ])('says kubernetes: %s and means %s', (written, expected) => {
    expect(config(`clusters: { a: { kubernetes: ${written} } }`).clusters[0]?.kubernetes).toBe(expected)
  })

  it('reads labels, taints and quantities', () => {
    const text =
      'clusters: { a: { nodes: [{ cpu: 3860m, labels: { gpu: true, n: 1 }, taints: [{ key: k, value: "1", effect: NoSchedule }] }] } }'
    expect(config(text).clusters[0]?.nodes).toMatchObject([
      {
        cpu: 3.86,
        memory: undefined,
        architecture: undefined,
        labels: new Map([
          ['gpu', 'true'],
          ['n', '1'],
        ]),
        taints: [{ key: 'k', value: '1', effect: 'NoSchedule' }],
      },
    ])
  })

  it.each([
    ['an unknown key', 'cluster: {}', ['1:1 the configuration has no key "cluster"; did you mean "clusters"?']],
    [
      'an unknown key below',
      'clusters:\n  a:\n    pulls-form: []',
      ['3:5 clusters.a has no key "pulls-form"; did you mean "pulls-from"?'],
    ],
    ['a misspelled rule', 'rules:\n  image-tag-missmatch: off', ['2:3 there is no rule "image-tag-missmatch"']],
    [
      'a misspelled rule to ignore',
      'ignore:\n  - { rule: image-tag-mismach }',
      ['2:13 there is no rule "image-tag-mismach"'],
    ],
    ['a severity', 'rules: { image-tag-mismatch: fatal }', ['1:30 rules.image-tag-mismatch cannot be "fatal"']],
    ['a boolean severity', 'rules: { image-tag-mismatch: true }', ['1:30 rules.image-tag-mismatch cannot be true']],
    ['a list for a map', 'clusters: [a]', ['1:11 clusters must be a map']],
    ['a text for a list', 'images: { external: x }', ['1:21 images.external must be a list']],
    ['nothing for a map', 'clusters:\n', ['1:1 clusters must be a map']],
    ['a text for everything', 'hello', ['1:1 the configuration must be a map']],
    ['a missing key', 'ignore:\n  - path: x', ['2:5 ignore.0 needs rule']],
    ['a version', 'clusters: { a: { kubernetes: latest } }', ['1:30 clusters.a.kubernetes cannot be "latest"']],
    ['two documents', 'rules: {}\n---\nrules: {}', ['2:1 only the first document is read']],
    [
      'a number of mistakes',
      'a: 1\nb: 2',
      ['1:1 the configuration has no key "a"', '2:1 the configuration has no key "b"'],
    ],
  ])('is told about %s, at its line', (_, text, expected) => {
    expect(problems(text)).toEqual(expected)
  })

  it('is told about YAML that does not parse', () => {
    expect(problems('rules: { a: [ }')).not.toEqual([])
    expect(problems('a: b: c')).not.toEqual([])
  })

  it.each([
    ['deep nesting', '['.repeat(5000)],
    [
      'an alias bomb',
      `a: &a [x,x,x,x,x,x,x,x]\n${[...'bcdefgh'].map((n, i) => `${n}: &${n} [${Array(9).fill(`*${'abcdefgh'[i]}`)}]`).join('\n')}`,
    ],
    ['a key named __proto__', '__proto__: { polluted: true }'],
    ['many mistakes', Array.from({ length: 20_000 }, (_, index) => `k${index}: 1`).join('\n')],
    ['binary', '\0\u0001\ufffd'],
  ])('survives %s', (_, text) => {
    expect(problems(text).length).toBeGreaterThan(0)
    expect(problems(text).length).toBeLessThanOrEqual(60)
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined()
  })
})

describe('whatever a file holds', () => {
  const token = fc.constantFrom(
    'clusters',
    'rules',
    'ignore',
    'images',
    'nodes',
    ':',
    '- ',
    '\n',
    '  ',
    '[',
    ']',
    '{',
    '}',
    '&a ',
    '*a',
    '<<: ',
    '"',
    "'",
    '|',
    '#',
    '---\n',
    '!!int ',
    '1.30',
    'off',
    '\t',
    '\ufeff',
    '\0',
  )
  const text = fc.array(fc.oneof(token, fc.string({ unit: 'binary', maxLength: 4 })), { maxLength: 40 })

  it('is read or told about, at a place within it', () => {
    fc.assert(
      fc.property(text, (parts) => {
        const source = { path: 'p.yml', text: parts.join('') }
        const parsed = parseConfig(source, ruleIds)
        if (parsed.kind === 'config') return
        expect(parsed.problems.length).toBeGreaterThan(0)
        for (const { at, message } of parsed.problems) {
          expect(at.source).toBe(source)
          expect(at.start >= 0 && at.end <= source.text.length).toBe(true)
          expect(message).not.toContain('undefined')
        }
      }),
      { seed: 1, numRuns: 500 },
    )
  })
})
