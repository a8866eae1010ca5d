// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are shell scripts
import { spanText } from '../../src/source/span.ts'
import { originOf, placeOf, type Text } from '../../src/source/text.ts'
import { holdsUnknown, show } from '../../src/source/unknown.ts'
import { command } from '../../src/tools/tool.ts'
import { eventsOf } from '../../src/world/world.ts'
import { rehearse, type Setting, tools } from './machine.ts'

/** A tool that shows how it was called. */
function spy(script: string, setting: Setting = {}) {
  const calls: { readonly words: readonly Text[]; readonly stdin: string; readonly at: string }[] = []
  const tool = command('tool', (call) => {
    calls.push({ words: call.args, stdin: call.stdin.value, at: spanText(call.at) })
    return { status: 0, stdout: { value: '', pieces: [] } }
  })
  const inner = command('inner', (call) => call.interpret(call.args[0] as Text, call.args.slice(1)))
  const commands = new Map([...tools, ['tool', tool.run] as const, ['inner', inner.run] as const])
  const result = rehearse(script, { ...setting, options: { commands, ...setting.options } })
  return { ...result, calls, words: calls.map(({ words }) => words.map(({ value }) => value)) }
}

describe('commands', () => {
  it.each([
    ['tool a "b c"', [['a', 'b c']]],
    ['sudo -E tool a', [['a']]],
    ['sudo -u root X=1 tool a', [['a']]],
    ['env A=b tool a', [['a']]],
    ['timeout -k 5 10m tool a', [['a']]],
    ['nice -n 5 tool a', [['a']]],
    ['/usr/local/bin/tool a', [['a']]],
    ['command tool a', [['a']]],
    ['exec tool a; tool never', [['a']]],
    ['t=tool; $t a', [['a']]],
    ['t="tool a"; $t b', [['a', 'b']]],
    ['eval "tool a"', [['a']]],
    ['bash -c \'tool "$1"\' x y', [['y']]],
    ['inner \'tool "$@"\' p q', [['p', 'q']]],
    ['echo "tool s" | bash', [['s']]],
    ['bash <<E\ntool h\nE', [['h']]],
    [
      'printf "a\\nb\\n" | xargs -n1 tool x',
      [
        ['x', 'a'],
        ['x', 'b'],
      ],
    ],
    ['printf "a\\nb\\n" | xargs -I% tool x/%/y', [['x/a/y'], ['x/b/y']]],
    ['args=(-t "a b"); tool "${args[@]}" "$@"', [['-t', 'a b']]],
    ['tool $(echo a b) "$(echo c d)"', [['a', 'b', 'c d']]],
    ['if tool a; then tool b; fi', [['a'], ['b']]],
    ['tool() { command tool "f$1"; }; tool a', [['fa']]],
    ['tool a & wait', [['a']]],
    ['./s.sh x "y z"', [['from s', 'x', 'y z', './s.sh', 'shared']]],
    ['bash -e s.sh q', [['from s', 'q', 's.sh', 'shared']]],
    ['cd sub; ../s.sh q', [['from s', 'q', '../s.sh', 'shared']]],
    ['source ./s.sh q', [['from s', 'q', 'script.sh', 'shared', 'own']]],
  ] as const)('%s', (script, expected) => {
    const files = { 's.sh': '#!/bin/bash\ntool "from s" "$@" "$0" $SHARED $OWN\n', 'sub/x': '' }
    const { words } = spy(`OWN=own\n${script}`, { files, variables: { SHARED: 'shared' } })
    expect(words).toEqual(expected)
  })

  it('hands over standard input', () => {
    const { calls } = spy('cat <<E | tool -\nimage: $IMG\nE\ntool - <<< $IMG', { variables: { IMG: 'a:1' } })
    expect(calls.map(({ stdin }) => stdin)).toEqual(['image: a:1\n', 'a:1\n'])
  })

  it('gives a called script what is exported, and keeps its own', () => {
    const { stdout } = rehearse('A=1; export B=2; ./s.sh; echo $C $PWD', {
      files: { 's.sh': 'C=3; cd /tmp; echo "[$A][$B]"' },
    })
    expect(stdout).toBe('[][2]\n/github/workspace\n')
  })

  it('leaves variables and directory of the machine as they were', () => {
    const { machine } = rehearse('A=changed; export N=1; cd /tmp', { variables: { A: 'a' } })
    expect(machine.directory).toBe('/github/workspace')
    expect(machine.variables.get('A')?.text.value).toBe('a')
    expect(machine.variables.has('N')).toBe(false)
  })
})

describe('what is not understood', () => {
  it.each([
    ['mystery push "$REPO"', ['push', 'acme/shop', 'env value']],
    ['python deploy.py --image acme/api', ['deploy.py', '--image', 'acme/api', 'env value', 'acme/shop']],
    ['./tool.py', ['env value', 'acme/shop', '#!/usr/bin/env python3\npush("acme/web")\n']],
    ['echo hi | mystery', ['hi\n', 'env value', 'acme/shop']],
    ['rake release', ['release', 'env value', 'acme/shop']],
  ])('may have pushed: %s', (script, about) => {
    const { world, machine } = rehearse(script, {
      loggedIn: true,
      files: { 'tool.py': '#!/usr/bin/env python3\npush("acme/web")\n' },
      variables: { REPO: 'acme/shop', SOME: 'env value', GITHUB_REPOSITORY: 'acme/shop' },
    })
    const [event, ...more] = eventsOf(world, 'opaque')
    expect(more).toEqual([])
    expect([...new Set(event?.about.map(({ value }) => value))].sort()).toEqual([...about].sort())
    expect(event?.anything).toBe(false)
    expect(machine.files.blurred()).toBe(true)
    expect([...world.notModelled.keys()]).toHaveLength(1)
  })

  it('pushes nothing without a login', () => {
    expect(rehearse('mystery push').world.events).toEqual([])
  })

  it.each([
    'sleep 5',
    'apt-get install -y jq',
    'curl -fsS https://example.com',
    'trivy image x',
    'which docker',
    'usermod -aG docker $USER',
    'eval $(ssh-agent -s)',
    'diff a b',
    'source .venv/bin/activate; deactivate',
  ])('changes nothing: %s', (script) => {
    const { world, machine } = rehearse(script, { loggedIn: true })
    expect(world.events).toEqual([])
    expect(machine.files.blurred()).toBe(false)
    expect(world.notModelled.size).toBe(0)
  })

  it.each([
    'curl -Lo k.tgz https://example.com',
    'wget -q https://example.com/k.tgz',
    'tar xzf k.tgz',
    'tar -czf k.tgz *',
    'unzip -q k.zip',
  ])('makes files and pushes nothing: %s', (script) => {
    const { world, machine } = rehearse(script, { loggedIn: true })
    expect(machine.files.blurred()).toBe(true)
    expect(world.events).toEqual([])
    expect(world.notModelled.size).toBe(0)
  })

  it.each(['curl -T k.tgz https://example.com', 'tar --to-command=docker xf x'])('may push: %s', (script) => {
    expect(eventsOf(rehearse(script, { loggedIn: true }).world, 'opaque')).toHaveLength(1)
  })

  it.each([
    ['f=$(mktemp); echo "image: a:1" > "$f"; cat "$f"', 'image: a:1\n'],
    ['d=$(mktemp -d); cp k.yaml "$d/"; ls "$d"; cat $d/k.yaml', 'k.yaml\nkind: A\n'],
    ['a=$(mktemp) b=$(mktemp); [ "$a" = "$b" ] || echo differ; rm "$a"; [ -f "$a" ] || echo gone', 'differ\ngone\n'],
    ['f=$(mktemp -t web-XXXXXX.yaml); case $f in /tmp/web-*.yaml) echo there;; esac', 'there\n'],
    ['f=$(mktemp -p . XXX --suffix=.yaml); echo x > $f; ls *.yaml | wc -l', '2\n'],
    ['d=$(mktemp -d out.XXXX); cd $d && pwd | grep -c workspace/out', '1\n'],
    ['TMPDIR=/github/runner_temp; f=$(mktemp); dirname $f', '/github/runner_temp\n'],
    ['[ -e "$(mktemp -u)" ] || echo not made', 'not made\n'],
  ])('makes up names for files: %s', (script, expected) => {
    expect(rehearse(script, { files: { 'k.yaml': 'kind: A\n' } }).stdout).toBe(expected)
  })

  it('says of a name that is made up that it is', () => {
    const { stdout, world } = rehearse('mktemp -d')
    expect(show(world.names, stdout)).toBe('/tmp/tmp.<a made-up name>\n')
  })

  it.each(['x=$(mystery); echo $x', 'mystery > f; cat f', 'mystery | cut -c1-3', 'echo "$(mystery a)$(mystery a)"'])(
    'prints what nobody knows: %s',
    (script) => {
      expect(holdsUnknown(rehearse(script).stdout)).toBe(true)
    },
  )

  it.each(['if true; then', 'echo "unclosed', 'case x in'])('does not parse or is not followed: %s', (script) => {
    const { world, outcome } = rehearse(script, { loggedIn: true })
    expect(outcome.status).toBe('unknown')
    expect(eventsOf(world, 'opaque')).toHaveLength(1)
    expect([...world.notModelled.keys()]).toEqual(['shell syntax'])
  })

  it.each([
    'while true; do mystery; x=$x.; done; echo end',
    'for i in {1..100}; do for j in {1..100}; do for k in {1..100}; do :; done; done; done; echo end',
    'f() { f; }; f',
    'x=ab; while true; do x=$x$x; done',
  ])('comes to an end: %s', (script) => {
    const { outcome } = rehearse(script)
    expect(outcome.stdout.value).not.toContain('never')
  })
})

describe('places', () => {
  const shown = (text: Text) => text.pieces.map((piece) => spanText(piece.at))
  const origins = (text: Text) => text.pieces.map((piece) => spanText(originOf(piece)))

  it.each([
    ['tool app:latest', ['app:latest'], ['app:latest']],
    ['tool "app:$TAG"', ['app:', '$TAG'], ['app:', 'v1']],
    ['tool app:${TAG}-x', ['app:', '${TAG}', '-x'], ['app:', 'v1', '-x']],
    ['T=$TAG; tool a:$T', ['a:', '$T'], ['a:', 'v1']],
    ['I=a:b; tool $I', ['$I'], ['a:b']],
    ['tool ${TAG#v}', ['${TAG#v}'], ['1']],
    ['tool $(echo $TAG)', ['$(echo $TAG)'], ['v1']],
    ['tool x{a,b}', ['x', 'a'], ['x', 'a']],
    ['tool \'a\'b"c"\\d', ['a', 'b', 'c', 'd'], ['a', 'b', 'c', 'd']],
    ['f() { tool "$1"; }; f $TAG', ['$1'], ['v1']],
    ['for i in a b; do tool $i; done', ['$i'], ['a']],
    ['tool $(cat f)', ['$(cat f)'], ['content']],
    ['echo $TAG > g; tool $(cat g)', ['$(cat g)'], ['v1']],
    ['while read x; do tool $x; done < f', ['$x'], ['content']],
    ['tool ${NONE:-dflt}', ['dflt'], ['dflt']],
  ])('%s', (script, at, from) => {
    const { calls } = spy(script, { variables: { TAG: 'v1' }, files: { f: 'content\n' } })
    const word = calls[0]?.words[0] as Text
    expect(shown(word)).toEqual(at)
    expect(origins(word)).toEqual(from)
  })

  it('says where a command is, in the file that has it', () => {
    const { calls } = spy('echo; ./s.sh', { files: { 's.sh': 'true\n  tool x:1\n' } })
    expect(calls[0]?.at).toBe('tool')
    expect(placeOf(calls[0]?.words[0] as Text)).toMatchObject({ source: { path: 's.sh' }, start: 12, end: 15 })
  })

  it('keeps places of a here-document', () => {
    const { machine, source } = rehearse('cat <<-E > out\n\timage: app:$TAG\n\tE\n', { variables: { TAG: 'v1' } })
    const text = machine.files.read('/github/workspace/out') as Text
    expect(text.value).toBe('image: app:v1\n')
    expect(shown(text)).toEqual(['image: app:', '$TAG', '\n'])
    expect(text.pieces[0]?.at).toEqual({ source, start: 16, end: 27 })
  })
})
