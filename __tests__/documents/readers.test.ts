import fc from 'fast-check'
import { nodePoolsInAzureTemplates } from '../../src/documents/azure-node-pools.ts'
import { nodePoolsInYaml } from '../../src/documents/cluster-config.ts'
import { nodePoolsInTerraform } from '../../src/documents/terraform-node-pools.ts'
import { spanText } from '../../src/source/span.ts'
import { fileText, placeOf } from '../../src/source/text.ts'
import { parseBicep } from '../../src/syntax/bicep.ts'
import { type HclValue, parseHcl } from '../../src/syntax/hcl.ts'
import { aboutLinear, growth } from '../growth.ts'

const file = (text: string, path = 'a.tf') => fileText({ path, text })

const plain = (value: HclValue | undefined): unknown => {
  switch (value?.kind) {
    case 'string':
      return value.text.value
    case 'number':
    case 'boolean':
      return value.value
    case 'null':
      return null
    case 'list':
      return value.items.map(plain)
    case 'object':
      return Object.fromEntries([...value.entries].map(([key, item]) => [key, plain(item)]))
    case 'reference':
      return `<${value.path.join('.')}>`
    default:
      return undefined
  }
}

describe('HCL', () => {
  it.each([
    ['"a"', 'a'],
    ['"a\\n\\"b\\""', 'a\n"b"'],
    ['"$${a} %%{b}"', '${a} %{b}'],
    ['"${var.a}"', '<var.a>'],
    ['"a-${var.a}"', undefined],
    ['"${lookup(var.a, "}")}"', undefined],
    ['-1.5', -1.5],
    ['true # yes', true],
    ['null /* no */', null],
    ['[1, "a, b", # c\n var.x,\n]', [1, 'a, b', '<var.x>']],
    ['{ a = 1, "b/c" = [2]\n d : "e" # f\n}', { a: 1, 'b/c': [2], d: 'e' }],
    ['{ a = { b = {} } }', { a: { b: {} } }],
    ['{ for k in x : k => 1 }', undefined],
    ['[for k in x : k]', undefined],
    ['[1][0]', undefined],
    ['aws_x.y[0].z["w"]', '<aws_x.y.0.z.w>'],
    ['a.b == "c"', undefined],
    ['<<EOT\n}\nEOT', undefined],
    ['f("a")', undefined],
  ])('%s is %j', (written, expected) => {
    const body = parseHcl(file(`block {\n  x = ${written}\n  after = 1\n}\n`)).blocks[0]?.body
    expect(plain(body?.attributes.get('x'))).toEqual(expected)
    expect(plain(body?.attributes.get('after'))).toBe(1)
  })

  it('reads blocks, and goes on behind what it does not understand', () => {
    const body = parseHcl(file('???\nresource "a" "b" { x = 1 }\n= 3\n)\nlocals {\n  inner {\n}\n}\n/* } */ y = 2'))
    expect(body.blocks.map(({ type, labels, head }) => [type, labels, spanText(placeOf(head))])).toEqual([
      ['resource', ['a', 'b'], 'resource "a" "b"'],
      ['locals', [], 'locals'],
    ])
    expect(plain(body.attributes.get('y'))).toBe(2)
  })
})

describe('Bicep', () => {
  it.each([
    ["param a string = 'it\\'s'", 'param', 'a', "it's"],
    ["var b = '''x'y'''", 'var', 'b', "x'y"],
    ["@secure()\nparam c string = 'x' // y", 'param', 'c', 'x'],
    ["resource d 'T/t@1' = if (x) { a: 1 }\n", 'resource', 'd', undefined],
  ])('%s', (written, kind, name, text) => {
    const [declaration] = parseBicep(file(written))
    expect([declaration?.kind, declaration?.name]).toEqual([kind, name])
    expect(declaration?.value?.kind === 'string' ? declaration.value.text.value : undefined).toBe(text)
  })
})

describe('any text', () => {
  const words = fc.constantFrom(
    'resource',
    'module',
    'variable',
    'param',
    ' "a"',
    " 'a'",
    '"',
    "'",
    '${',
    '{',
    '}',
    '[',
    ']',
    '(',
    ')',
    '=',
    ':',
    ',',
    '\n',
    '#',
    '//',
    '/*',
    '<<E\n',
    'var.a',
    '1',
    '\\',
    'for ',
    'if (',
  )

  it('is read without a throw', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.array(words).map((list) => list.join('')),
        ),
        (text) => {
          nodePoolsInTerraform([file(text), file(text, 'a.tfvars')])
          nodePoolsInAzureTemplates([file(text, 'a.bicep'), file(`${text}schema.management.azure.com`, 'a.json')])
          nodePoolsInYaml([file(`${text}\n# eksctl.io/`, 'a.yml')])
        },
      ),
      { seed: 1, numRuns: 2000 },
    )
  })

  it.each([
    'a = [',
    'a = {',
    'a { ',
    'x "',
    '"${',
    '(',
    ')(',
    '/*',
    '<<E\n',
    'a = "',
    "var a = '${",
    'var a = [\n',
    'var a = {\nb: ',
  ])('is read in time, %j many times over', (piece) => {
    const read = (count: number): void => {
      const text = piece.repeat(count)
      parseHcl(file(text))
      parseBicep(file(text))
    }
    expect(growth(2500, read)).toBeLessThan(aboutLinear)
  })

  it('does not follow modules for ever', () => {
    const calls = (to: string) =>
      Array.from({ length: 40 }, (_, index) => `module "m${index}" {\n source = "../${to}"\n size = var.size\n}`).join(
        '\n',
      )
    const pool = 'resource "azurerm_kubernetes_cluster" "c" {\n default_node_pool {\n vm_size = var.size\n }\n}'
    const pools = nodePoolsInTerraform([file(calls('b') + pool, 'a/m.tf'), file(calls('a') + pool, 'b/m.tf')])
    expect(pools.map(({ architecture }) => architecture)).toEqual([undefined, undefined])
  })
})
