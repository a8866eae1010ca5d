import { readFileSync } from 'node:fs'
import { textAt } from '../../src/source/text.ts'
import {
  defectOf,
  type ImageReference,
  parseImageReference,
  uppercaseComponent,
} from '../../src/syntax/image-reference.ts'

interface Parsed {
  readonly input: string
  readonly err?: string
  readonly repository?: string
  readonly domain?: string
  readonly tag?: string
  readonly digest?: string
}

interface Normalized {
  readonly RemoteName: string
  readonly FamiliarName: string
  readonly FullName: string
  readonly AmbiguousName: string
  readonly Domain: string
}

const fixture: {
  readonly parsed: readonly Parsed[]
  readonly valid: readonly string[]
  readonly invalid: readonly string[]
  readonly normalized: readonly Normalized[]
} = JSON.parse(readFileSync(new URL('./fixtures/references.json', import.meta.url), 'utf8'))

const parse = (text: string): ImageReference =>
  parseImageReference(textAt({ source: { path: 'image', text }, start: 0, end: text.length }))

const defects: Readonly<Record<string, string>> = {
  ErrNameEmpty: 'empty',
  ErrReferenceInvalidFormat: 'format',
  ErrNameContainsUppercase: 'uppercase',
  ErrNameTooLong: 'too-long',
  ErrDigestInvalidLength: 'digest',
  ErrDigestUnsupported: 'digest',
}

describe("distribution/reference's own cases", () => {
  // The library's tests do not register sha512; the container runtimes do.
  const parsed = fixture.parsed.filter((one) => !one.input.includes('@sha512:'))

  it.each(parsed.map((one) => [one.input, one] as const))('%s', (input, expected) => {
    const reference = parse(input)
    expect(defectOf(reference)).toBe(expected.err && defects[expected.err])
    if (expected.err) return
    expect(reference.tag?.value).toBe(expected.tag)
    expect(reference.digest?.value).toBe(expected.digest)
    expect(reference.written.value).toBe(expected.repository)
    if (expected.domain && /[.:]/.test(expected.domain)) expect(reference.registry).toBe(expected.domain)
  })

  it.each(fixture.valid)('%s is well formed', (input) => expect(defectOf(parse(input))).toBeUndefined())
  it.each(fixture.invalid)('%s is not', (input) => expect(defectOf(parse(input))).toBeDefined())

  it.each(
    fixture.normalized.flatMap((one) =>
      [one.FamiliarName, one.FullName, one.AmbiguousName].filter(Boolean).map((name) => [name, one] as const),
    ),
  )('%s', (name, expected) => {
    const reference = parse(name)
    expect([reference.name, reference.registry, reference.repository]).toEqual([
      expected.FullName,
      expected.Domain,
      expected.RemoteName,
    ])
  })
})

describe('upper case in a name', () => {
  it.each([
    ['ghcr.io/Acme/app:1', 'Acme'],
    ['ghcr.io/acme/App', 'App'],
    ['App', 'App'],
    ['acme/App', 'App'],
    ['Acme/app', undefined],
    ['ghcr.io/acme/app:V1', undefined],
    ['\ue000/App', 'App'],
    ['\ue000App', undefined],
    ['ghcr.io/\ue000App', undefined],
    ['ghcr.io/Acme/\ue000', 'Acme'],
    ['ghcr.io/Acme/app:\ue000', 'Acme'],
  ])('%j: %s', (input, component) => {
    expect(uppercaseComponent(parse(input))?.value).toBe(component)
  })
})
