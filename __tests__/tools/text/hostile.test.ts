import fc from 'fast-check'
import { fileText, type Text } from '../../../src/source/text.ts'
import { holdsUnknown } from '../../../src/source/unknown.ts'
import { posixPattern } from '../../../src/syntax/posix-regex.ts'
import { parseSed } from '../../../src/syntax/sed.ts'
import { aboutLinear, growth } from '../../growth.ts'
import { machineWith, run } from './shell.ts'

const quoted = (word: string): string => `'${word.replaceAll("'", '')}'`

const input = fc.string({
  unit: fc.constantFrom('a', 'b', '1', ' ', ':', '/', '\n', '\ue000', 'é', '$', '{', '}'),
  maxLength: 60,
})
const pattern = fc.string({
  unit: fc.constantFrom(
    'a',
    'b',
    '.',
    '*',
    '\\(',
    '\\)',
    '\\1',
    '[',
    ']',
    '^',
    '$',
    '\\{',
    '\\}',
    '1',
    ',',
    '+',
    '(',
    ')',
    '|',
    '-',
    '\ue000',
  ),
  maxLength: 14,
})
const replacement = fc.string({
  unit: fc.constantFrom('x', '&', '\\1', '\\U', '\\n', '\\E', '\\l', '\ue001'),
  maxLength: 6,
})
const step = fc.oneof(
  fc.tuple(pattern, replacement, fc.constantFrom('', 'g', '2', 'p', 'I', '2g')).map(([a, b, c]) => `s/${a}/${b}/${c}`),
  fc.constantFrom(
    'd',
    'p',
    'n',
    'N',
    'D',
    'P',
    'h',
    'H',
    'g',
    'G',
    'x',
    '=',
    'q',
    'b',
    't',
    ':a',
    'ba',
    'ta',
    'z',
    '{',
    '}',
    'y/ab/ba/',
    'a x',
    'i\\',
    'c y',
  ),
)
const address = fc.oneof(
  fc.constantFrom('', '1', '$', '2,3', '0~2', '1,$', '/a/,/b/', '2!', '0,/a/', '/a/,+1', '3,~2'),
  pattern.map((one) => `/${one}/`),
)
const script = fc
  .array(
    fc.tuple(address, step).map(([a, s]) => a + s),
    { maxLength: 5 },
  )
  .map((steps) => steps.join('\n'))

function piecesCover(text: Text): void {
  let end = 0
  for (const piece of text.pieces) {
    expect(piece.end).toBeGreaterThan(end)
    end = piece.end
  }
  expect(end).toBe(text.value.length)
}

describe('hostile input', () => {
  it('no sed script throws, hangs, or loses count of its pieces', () => {
    fc.assert(
      fc.property(script, input, fc.constantFrom('', '-n', '-E', '-i', '-nE', '-z'), (commands, text, flags) => {
        const machine = machineWith({ in: fileText({ path: 'in', text }) })
        piecesCover(run(`sed ${flags} -e ${quoted(commands)} in`, machine).stdout)
        piecesCover(run('cat in', machine).stdout)
      }),
      { seed: 1, numRuns: 1500 },
    )
  })

  it.each([
    'grep -oE',
    'grep -w',
    'grep -ivn',
    'tr -s',
    'tr -d',
    'cut -c',
    'cut -d: -f',
    'awk',
    'jq -r',
    'yq',
    'printf',
    'envsubst',
    'basename',
    'test',
    'head -c',
    'sort -n',
    'find -name',
  ])('%s survives any word', (command) => {
    fc.assert(
      fc.property(fc.string({ maxLength: 30 }), input, (word, text) => {
        const machine = machineWith({ in: text })
        piecesCover(run(`cat in | ${command} ${quoted(word)}`, machine).stdout)
      }),
      { seed: 1, numRuns: 150 },
    )
  })

  it.each([
    ['a loop without end', 'sed ":a;s/x/xx/;ta" big'],
    ['a hold space that doubles', 'sed "H;G;h;x;G;G;G;G;h" big'],
    ['a loop that does nothing', 'sed ":a;ba" big'],
    ['a pattern that backtracks', "grep -E '^(x+x+)+y$' big"],
    ['a replacement that grows', "sed 's/x*/&&&&&&&&&&&&&&&&&&&&&&/g;s/x*/&&&&&&&&&&&&&&&&&&&&&&/g' big"],
    ['a huge width', "printf '%999999999s' x"],
    ['a format over and over', "printf '%99999s%99999s' a a a a a a a a a a a a a a a a a a a a a a a a a a"],
    ['a long sequence', 'seq 1 999999999'],
    ['nested groups', `grep -E '${'('.repeat(3000)}${')'.repeat(3000)}' big`],
    ['nested intervals', "grep -E '(((x{900}){900}){900}){900}' big"],
    ['nested tests', `test ${'! '.repeat(3000)} x`],
  ])('%s ends soon', (_, hostile) => {
    const machine = machineWith({ big: `${'x'.repeat(2000)}\n`.repeat(20) })
    expect(run(hostile, machine)).toBeDefined()
  })

  it('long files stay linear', () => {
    const rewritten = (count: number): string =>
      run(
        "sed 's/latest/v1/' big | sed 's/acme/other/' | grep image | cut -d: -f2- | tr a-z A-Z",
        machineWith({ big: 'image: ghcr.io/acme/app:latest # comment\n'.repeat(count) }),
      ).stdout.value
    expect(rewritten(1)).toBe(' GHCR.IO/OTHER/APP:V1 # COMMENT\n')
    expect(growth(1000, rewritten)).toBeLessThan(aboutLinear)
  })

  it('parsers answer on anything', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), fc.boolean(), (text, extended) => {
        parseSed(fileText({ path: 'x', text }))
        posixPattern(text, { extended, sedEscapes: true, unknowns: 'anything' })
      }),
    )
    expect(holdsUnknown('')).toBe(false)
  })
})
