// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are shell scripts
import fc from 'fast-check'
import type { Text } from '../../src/source/text.ts'
import { rehearse } from './machine.ts'

const bit = fc.constantFrom(
  ...[
    'a',
    'x',
    '1',
    '0',
    ' ',
    '\n',
    '$',
    '"',
    "'",
    '\\',
    '`',
    '(',
    ')',
    '{',
    '}',
    '[',
    ']',
    '|',
    '&',
    ';',
    '<',
    '>',
    '*',
    '?',
  ],
  ...['#', '%', '/', ':', '-', '=', '+', '!', '~', ',', '..', '@', '^', '\ue000', 'é', '😀', '\t'],
  ...[
    '$x',
    '${x',
    '${x:-',
    '${x#',
    '${x//',
    '${x:0:',
    '${#',
    '${!',
    '$(',
    '$((',
    '))',
    '<<E\n',
    '\nE\n',
    '<<<',
    '$@',
    '"$@"',
    '${x[@]}',
  ],
  ...[
    'echo ',
    'if ',
    '; then ',
    '; fi',
    '; else ',
    'for x in ',
    'for ((;;',
    'select x in ',
    'coproc ',
    'trap "',
    ' EXIT;',
    '; do ',
    '; done',
    'while ',
    'case $x in ',
    ') ',
    ';; ',
    'esac',
    'f() { ',
    '; }',
    '[[ ',
    ' ]]',
    '[ ',
    ' ]',
  ],
  ...[
    'break',
    'continue',
    'return ',
    'exit ',
    'set -e',
    'local x=',
    'export x=',
    'x=',
    'x=(',
    'x+=',
    'read x',
    'eval ',
    'shift',
    'may ',
    '&& ',
    '|| ',
    ' | ',
    '> f',
    '2>&1',
    '{a,b}',
    '{1..3}',
    'unset x',
    'cd ',
    'f ',
    'cat ',
  ],
)
const scripts = fc.array(bit, { maxLength: 40 }).map((bits) => bits.join(''))

function covered(text: Text): void {
  let end = 0
  for (const piece of text.pieces) {
    expect(piece.end).toBeGreaterThan(end)
    end = piece.end
  }
  expect(end).toBe(text.value.length)
}

describe('hostile scripts', () => {
  it('never throw or run away, and every text knows where it was written', () => {
    fc.assert(
      fc.property(scripts, fc.boolean(), (script, exitOnError) => {
        const { outcome, machine } = rehearse(script, {
          variables: { x: '?', a: 'b c/*' },
          loggedIn: true,
          options: { exitOnError, args: [] },
        })
        covered(outcome.stdout)
        for (const text of machine.files.changed().values()) if (text) covered(text)
        expect(machine.when.size).toBe(0)
        expect(machine.directory).toBe('/github/workspace')
      }),
      { seed: 1, numRuns: 3000 },
    )
  }, 120_000)

  it.each([
    ['nested substitutions', `echo ${'$('.repeat(500)}x${')'.repeat(500)}`],
    ['nested groups', `${'{ '.repeat(500)}x${'; }'.repeat(500)}`],
    ['nested conditions', `${'if may; then '.repeat(60)}x${'; else y; fi'.repeat(60)}`],
    ['conditions in a row', 'if may; then x=$x.; else x=$x-; fi\n'.repeat(2000)],
    ['exits in a row', 'if may; then exit 0; fi\n'.repeat(500)],
    ['braces', `echo ${'{a,b}'.repeat(30)}`],
    ['a long sequence', 'echo {1..999999999}'],
    ['doubling', 'x=a; for i in {1..200}; do x=$x$x; done; echo $x'],
    ['an extended pattern', `x=${'a'.repeat(3000)}; [[ $x == +(+(+(a)))b ]]; echo \${x//+(a)+(a)b/}`],
    ['a pattern of stars', `x=${'a'.repeat(20000)}; echo \${x//${'*a'.repeat(50)}b/}`],
    ['a power', 'echo $((9**9999999999)) $((1<<9999))'],
    ['arithmetic on itself', 'x=x; echo $((x)); y=y+1; echo $((y))'],
    ['recursion', 'f() { f | f; }; f'],
    ['a script that calls itself', 'echo "bash me" > me; bash me'],
    ['many words', `x="${'a '.repeat(50_000)}"; for i in $x; do :; done`],
    ['eval of itself', 'x=\'eval "$x"\'; eval "$x"'],
    ['aliases of a source', 'echo ". ./me" > me; . ./me'],
    ['traps that set traps', 'f() { trap f EXIT; bash -c "trap f EXIT"; }; trap f EXIT; (f); exit'],
    ['a trap in every subshell', `${'(trap "echo x" EXIT; '.repeat(200)}:${')'.repeat(200)}`],
    ['a menu that nobody answers', `select x in a b; do :; done <<< "${'\n'.repeat(100_000)}"`],
    ['a menu without end', 'select x in a b; do echo $x; done < <(yes 1 | head -n 100000)'],
    ['a coprocess of itself', 'f() { coproc f; }; f'],
    ['counting far', 'for ((i=0; i<999999999; i++)); do for ((j=0; ; j++)); do x=$i; done; done; echo $x'],
    ['a long pipe', `echo a${' | cat'.repeat(1000)}`],
  ])('%s', (_, script) => {
    const { outcome } = rehearse(script)
    covered(outcome.stdout)
  })
})
