// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are shell scripts
import { compare } from '../../src/source/compare.ts'
import { holdsUnknown } from '../../src/source/unknown.ts'
import { command } from '../../src/tools/tool.ts'
import { record } from '../../src/world/machine.ts'
import { eventsOf } from '../../src/world/world.ts'
import { rehearse, type Setting, tools } from './machine.ts'

/** Records its arguments as an event, as tools do. */
const ship = command('ship', (call, machine, world) => {
  record(world, machine, { kind: 'command', name: 'ship', arguments: call.args, inputs: new Map(), at: call.at })
  return { status: 0, stdout: call.args[0] as (typeof call.args)[0] }
})

const may = command('may', (call) => ({ status: 'unknown', stdout: { ...call.stdin, value: '', pieces: [] } }))

const run = (script: string, setting: Setting = {}) => {
  const commands = new Map([...tools, ['ship', ship.run] as const, ['may', may.run] as const])
  const result = rehearse(script, {
    variables: { X: '?', Y: '?' },
    ...setting,
    options: { commands, exitOnError: true, ...setting.options },
  })
  const shipped = eventsOf(result.world, 'command').map((event) => {
    const when = [...event.when].map(([condition, holds]) => {
      const named = condition.replaceAll(result.unknown('X'), 'X').replaceAll(result.unknown('Y'), 'Y')
      return `${holds ? '' : 'not '}${named.replace(/ #.*/, '')}`
    })
    return [event.arguments[0]?.value, ...when].join(' | ')
  })
  return { ...result, shipped }
}

describe('a condition nobody can decide', () => {
  it.each([
    ['if [ "$X" = prod ]; then ship a; else ship b; fi; ship c', ['a | X = prod', 'b | not X = prod', 'c']],
    ['if [ "$X" != prod ]; then ship a; else ship b; fi', ['a | not X = prod', 'b | X = prod']],
    ['if [[ $X == prod ]]; then ship a; fi; ship b', ['a | X = prod', 'b']],
    ['if ! [ "$X" == prod ]; then ship a; fi', ['a | not X = prod']],
    ['if [ -z "$X" ]; then ship a; elif [ -n "$Y" ]; then ship b; fi', ['a | X = ', 'b | not X =  | not Y = ']],
    ['[ "$X" = a ] && ship a || ship b', ['a | X = a', 'b | not X = a']],
    [
      'case $X in a) ship a;; b|c) ship bc;; *) ship d;; esac',
      [
        'a | X = a',
        'bc | not X = a | X = b',
        'bc | not X = a | not X = b | X = c',
        'd | not X = a | not X = b | not X = c',
      ],
    ],
    ['if [ "$X" = a ]; then if [ "$X" = a ]; then ship a; else ship never; fi; fi', ['a | X = a']],
    ['if may; then ship a; else ship b; fi', ['a | may succeeds', 'b | not may succeeds']],
    ['may; ship a', ['a']],
    ['may || ship b; ship c', ['b | not may succeeds', 'c']],
    ['may && ship a; ship c', ['a | may succeeds', 'c']],
  ])('%s', (script, expected) => {
    expect([...run(script).shipped].sort()).toEqual([...expected].sort())
  })

  it.each([
    ['a side that fails is not taken', 'if [ -z "$X" ]; then echo error; exit 1; fi; ship a', ['a']],
    ['nor does it leave events', 'if [ -z "$X" ]; then ship never; exit 1; fi; ship a', ['a']],
    ['whichever side it is', 'if [ -n "$X" ]; then ship a; else exit 1; fi; ship b', ['a', 'b']],
    ['with braces', '[ -n "$X" ] || { echo "no X"; exit 1; }; ship a', ['a']],
    ['by a function', 'die() { echo "$@"; exit 1; }; [ -n "$X" ] || die no; ship a', ['a']],
    ['by a name that says nothing', 'zz() { exit 2; }; if [ "$X" ]; then ship a; else zz; fi; ship b', ['a', 'b']],
    ['by set -e', 'if [ -z "$X" ]; then false; fi; ship a', ['a']],
    ['in a case', 'case $X in a) ship a;; *) exit 1;; esac; ship b', ['a', 'b']],
    ['in a function', 'check() { [ -n "$1" ] || return 1; ship in; }; check "$X"; ship a', ['in', 'a']],
    ['in a subshell', '( [ -n "$X" ] || exit 1; ship a ); ship b', ['a', 'b']],
  ])('%s: %s', (_, script, expected) => {
    expect(run(script).shipped).toEqual(expected)
  })

  it.each([
    [
      'exit 0 leaves the rest under the other assumption',
      'if [ "$X" = skip ]; then exit 0; fi; ship a',
      ['a | not X = skip'],
    ],
    [
      'a step that may fail can go on either way',
      'if [ -z "$X" ]; then exit 1; fi; ship a',
      ['a | not X = '],
      { mayFail: true },
    ],
    [
      'return leaves the function alone',
      'f() { [ "$X" = a ] && return 0; ship in; }; f; ship out',
      ['in | not X = a', 'out'],
    ],
    [
      'continue leaves the turn alone',
      'for i in 1 2; do [ "$X" = a ] && continue; ship $i; done; ship out',
      ['1 | not X = a', '2 | not X = a', 'out'],
    ],
    ['a loop that waits goes on', 'while true; do if may; then break; fi; sleep 5; done; ship a', ['a']],
    ['so does one that asks', 'until may; do ship in; sleep 5; done; ship a', ['in | not may succeeds', 'a']],
    ['retries', 'for i in 1 2 3; do may && break; sleep 5; done; ship a', ['a']],
    ['a subshell comes back', '( [ "$X" = a ] && exit 0; ship in ); ship out', ['in | not X = a', 'out']],
    ['what leaves runs the exit trap', 'trap "ship z" EXIT; [ "$X" = a ] && exit 0; ship a', ['a | not X = a', 'z']],
    ['so does what a trap calls', 'f() { ship "$1"; }; trap "f z" EXIT INT; ship a', ['a', 'z']],
    ['a trap that only one side sets', 'if [ "$X" = a ]; then trap "ship never" EXIT; fi; ship b', ['b']],
    ['a coprocess does what it does', 'coproc { read x; ship in; }; ship out', ['in', 'out']],
    [
      'a choice that nobody knows',
      'select c in a b; do ship in; break; done <<< $X; ship out',
      ['in | a line is there', 'out'],
    ],
    [
      'a descriptor that nobody follows',
      'while read x <&3; do ship in; done; ship out',
      ['in | a line is there', 'out'],
    ],
    ['a substitution comes back', 'v=$( [ "$X" = a ] && exit 0; echo b ); ship out', ['out']],
  ] as const)('%s: %s', (_, script, expected, options: Setting['options'] = {}) => {
    expect(run(script, { options }).shipped).toEqual(expected)
  })

  it.each([
    ['TAG=x; [ "$X" = a ] && TAG=y || true; echo "$TAG"', 'x', 'y'],
    ['if [ "$X" = a ]; then T=x; else T=y; fi; echo $T', 'x', 'y'],
    ['case $X in a) T=x;; *) T=y;; esac; echo $T', 'x', 'y'],
    ['T=$(if [ "$X" = a ]; then echo x; else echo y; fi); echo $T', 'x', 'y'],
    ['if [ "$X" = a ]; then echo x; else echo y; fi > f; cat f', 'x', 'y'],
    ['echo ${X:-y}', 'y', 'x'],
    ['T=x; if may; then T=y; fi; echo $T', 'x', 'y'],
    ['a=(x); if may; then a=(y); fi; echo ${a[0]}', 'x', 'y'],
    ['f() { echo x; }; if may; then f() { echo y; }; fi; f', 'x', 'y'],
    ['i=0; while may; do i=$((i+1)); done; echo $i', '0', '7'],
    ['for s in $X; do T=$s; done; echo $T', '', 'anything'],
    ['mkdir d e; cd d; if may; then cd ../e; fi; basename $PWD', 'd', 'e'],
  ])('%s may be %j or %j', (script, one, other) => {
    const { value } = run(script).outcome.stdout
    expect(holdsUnknown(value)).toBe(true)
    expect(compare(value.trimEnd(), one)).toBe('unknown')
    expect(compare(value.trimEnd(), other)).toBe('unknown')
  })

  it('keeps what both sides have in common', () => {
    const { stdout } = run('if [ "$X" = a ]; then T=reg/app:dev; else T=reg/app:prod; fi; echo $T')
    expect(compare(stdout, 'reg/app:dev\n')).toBe('unknown')
    expect(compare(stdout, 'reg/api:dev\n')).toBe('different')
  })

  it.each([
    'may && echo x > f; [ -f f ] && ship a',
    'echo x > f; may && rm f; if [ -f f ]; then ship a; fi',
    'may && mkdir d; if [[ -d d ]]; then ship a; fi',
    'if may; then mkdir d; fi; [ -d d ] && ship a',
  ])('doubts a file that one side alone has: %s', (script) => {
    expect(run(script).shipped[0]).toMatch(/^a \| (?!not)/)
    expect(run(`${script}\necho y > f; mkdir -p d; [ -f f ] && [ -d d ] && ship b`).shipped.at(-1)).toBe('b')
  })

  it('keeps the names of outputs', () => {
    const { file } = run(
      'echo n=1 > out; if [ "$X" = a ]; then echo t=b >> out; else echo t=c >> out; fi; echo z=2 >> out',
    )
    expect(file('out')).toMatch(/^n=1\nt=.\nz=2\n$/)
  })

  it('keeps what one side alone sets for the runner', () => {
    const { file } = run(
      'out() { echo "$1" >> $GITHUB_OUTPUT; }; out a=1; out b=1; if [ "$X" = a ]; then out b=2; out c=3; fi; out d=4',
      { variables: { X: '?', GITHUB_OUTPUT: '/github/workspace/out' } },
    )
    expect(file('out')).toMatch(/^a=1\nb=1\nb=[\ue000-\uf8ff]\nc=[\ue000-\uf8ff]\nd=4\n$/)
  })

  it('says of a line that one side alone writes that it may not be there', () => {
    expect(compare(run('if [ "$X" = a ]; then echo b; fi').stdout, '')).toBe('unknown')
    expect(compare(run('if [ "$X" = a ]; then echo b; fi').stdout, 'b\n')).toBe('unknown')
  })

  it('gives equal sides of equal conditions the same unknown', () => {
    const { stdout } = run('f() { if [ "$X" = a ]; then echo p; else echo q; fi; }; echo "$(f)"; echo "$(f)"')
    const [one, two] = stdout.split('\n')
    expect(one).toBe(two)
    expect(compare(one as string, 'p')).toBe('unknown')
  })
})

describe('values nobody knows', () => {
  it.each([
    ['echo ${X##*/}', undefined],
    ['v=$X/app; echo ${v##*/}', 'app'],
    ['v=reg/$X; echo ${v%%/*}', 'reg'],
    ['v=$X/app; echo ${v%%/*}', undefined],
    ['v=app:$X; echo ${v%:*}', undefined],
    ['v=app:$X; echo ${v%%:*}', 'app'],
    ['v=v1-$X; echo ${v#v}', '1-X'],
    ['v=$X.git; echo ${v%.git}', 'X'],
    ['echo ${#X}', undefined],
    ['echo ${X:0:7}', undefined],
    ['v=abcdefgh$X; echo ${v:0:7}', 'abcdefg'],
    ['v=abc$X; echo ${v:1}', 'bcX'],
    ['v=$X-abc; echo ${v: -3}', 'abc'],
    ['echo ${X//A/b}', undefined],
    ['v=A/$X; echo ${v/A/b}', undefined],
    ['v=a/$X; echo "$v" "$v"', 'a/X a/X'],
    ['echo $((X + 1))', undefined],
    ['echo $((3 + 4)) $X', '7 X'],
    ['set -- $X b; echo $#', undefined],
    ['set -- "$X" b; echo $# $2', '2 b'],
    ['read -r a <<< "k-$X"; echo $a', 'k-X'],
    ['echo ${X:+set}', undefined],
    ['echo "${X:-}"', 'X'],
    ['echo "${X-none}"', 'X'],
    ['v=r$X; echo ${v:-none} ${v:+some}', 'rX some'],
    ['echo ${NOBODY} x', 'x'],
  ])('%s: %j', (script, expected) => {
    const { stdout, unknown } = run(script, { options: { exitOnError: false } })
    const value = stdout.trimEnd().replaceAll(unknown('X'), 'X')
    if (expected === undefined) {
      expect(holdsUnknown(value)).toBe(true)
      expect(compare(value, 'anything')).toBe('unknown')
    } else expect(value).toBe(expected)
  })

  it.each(['GITHUB_REF_NAME', 'RUNNER_TEMP', 'CI', 'RANDOM', 'JAVA_HOME_17_X64', 'KUBECONFIG'])(
    '%s is set by others',
    (name) => {
      expect(compare(run(`echo $${name}`).stdout.trimEnd(), 'anything')).toBe('unknown')
    },
  )

  it('believes set -u that a variable is there', () => {
    expect(holdsUnknown(run('set -u; echo $NOBODY').stdout)).toBe(true)
    expect(run('set -u; echo ${NOBODY:-x}').stdout).toBe('x\n')
  })

  it('takes any variable for set when something may have set it', () => {
    expect(holdsUnknown(run('eval "$X"; echo $NOBODY').stdout)).toBe(true)
    expect(holdsUnknown(run('source missing.sh; echo $NOBODY').stdout)).toBe(true)
    expect(holdsUnknown(run('echo $NOBODY', { options: { openEnvironment: true } }).stdout)).toBe(true)
  })
})
