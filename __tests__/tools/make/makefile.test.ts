import { fileText } from '../../../src/source/text.ts'
import { expandMake, parseMakefile } from '../../../src/syntax/makefile.ts'

const read = (text: string) => parseMakefile(fileText({ path: 'Makefile', text }))

describe('Makefiles', () => {
  it('reads variables, rules and recipes', () => {
    const { variables, rules } = read(
      'A = 1\nB := $(A)2 # two\nC ?= x\nall: a b ; echo done\n\t@echo $(A) \\\n\t  more\n',
    )
    expect(variables.map(({ name, operator, value }) => [name, operator, value.value])).toEqual([
      ['A', '=', '1'],
      ['B', ':=', '$(A)2'],
      ['C', '?=', 'x'],
    ])
    expect(
      rules.map(({ targets, prerequisites, recipe }) =>
        [targets, prerequisites, recipe].map((texts) => texts.map((text) => text.value)),
      ),
    ).toEqual([[['all'], ['a', 'b'], ['echo done', '@echo $(A) \\\n  more']]])
  })

  it.each([
    ['ifeq ($(X),1)\nA = 1\nendif\n', true],
    ['include other.mk\n', true],
    ['A = 1\n', false],
  ])('%j may hold more than it says: %s', (text, open) => {
    expect(read(text).open).toBe(open)
  })

  it.each([
    ['$(A)-${B}-$C', '<A>-<B>-<C>'],
    ['$$HOME $$(pwd)', '$HOME $(pwd)'],
    ['$(shell git rev-parse $(REF))', '[shell git rev-parse <REF>]'],
    ['$(unclosed', '<unclose>'],
  ])('expands %s to %s', (text, expected) => {
    const expanded = expandMake(fileText({ path: 'Makefile', text }), {
      variable: (name) => fileText({ path: 'x', text: `<${name}>` }),
      call: (name, argument) => fileText({ path: 'x', text: `[${name} ${argument.value}]` }),
    })
    expect(expanded.value).toBe(expected)
  })
})
