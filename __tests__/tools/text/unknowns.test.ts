import { fileText, spoken } from '../../../src/source/text.ts'
import { newNames, unknown } from '../../../src/source/unknown.ts'
import { machineWith, run } from './shell.ts'

const source = { path: 'workflow.yml', text: 'secret' }

/** `U` and `V` are unknowns as they went in, `?` is another one made of them. */
function shown(script: string): { stdout: string; status: number | 'unknown' } {
  const names = newNames()
  const [u, v] = [unknown(names, 'secrets.U', 'secrets.U'), unknown(names, 'vars.V', 'vars.V')]
  const at = { source, start: 0, end: 6 }
  const manifest = `kind: Deployment\nimage: ghcr.io/${u}/app:latest\nhost: ${u}\n`
  const machine = machineWith(
    { 'manifest.yaml': manifest, 'words.txt': 'one\ntwo\n', 'answer.txt': `${u}\nknown\n` },
    { U: spoken(u, at), V: spoken(v, at), TAG: '1.2.3' },
    names,
  )
  const { stdout, status } = run(script, machine)
  const readable = stdout.value
    .replaceAll(u, 'U')
    .replaceAll(v, 'V')
    .replace(/[\uE000-\uF8FF]/g, '?')
  return { stdout: readable, status }
}

describe('what becomes of unknowns', () => {
  it.each([
    // Moving keeps them.
    ['echo "$U/app:$TAG"', 'U/app:1.2.3\n'],
    ['printf "%s:%s\\n" "$U" x', 'U:x\n'],
    ['echo "$U" > out; cat out words.txt', 'U\none\ntwo\n'],
    ['echo "a $U" | tee out; cat out', 'a U\na U\n'],
    // Looking inside makes others, and leaves what stands beside them.
    ['echo "GHCR.io/$U/App" | tr A-Z a-z', 'ghcr.io/?/app\n'],
    ['echo "$U" | tr / -', '?\n'],
    ['printf "%5s|\\n" "$U"', '?|\n'],
    ['echo "$U/app" | cut -d/ -f1', '?\n'],
    ['echo "a:$U:b" | cut -d: -f1', 'a\n'],
    ['echo "a:b:$U" | cut -d: -f2', 'b\n'],
    ['echo "$U" | cut -c1-7', '?\n'],
    ['echo "abcdefgh$U" | cut -c1-7', 'abcdefg\n'],
    ['basename "$U/app"', 'app\n'],
    ['basename "$U"', '?\n'],
    ['dirname "k8s/$U"', '?\n'],
    ['echo "$U" | rev', '?\n'],
    ['echo "$U" | base64', '?'],
    ['echo "$U" | awk \'{print $1}\'', '?'],
    ['echo "x $U" | awk \'{print $1}\'', 'x\n'],
    ['echo "image: $U/app" | awk \'{print $1}\'', 'image:\n'],
    // Lines: an unknown that is all of a line may be several.
    ['head -1 answer.txt', '?'],
    ['tail -1 answer.txt', 'known\n'],
    ['tail -2 answer.txt', '?known\n'],
    ['head -2 manifest.yaml', 'kind: Deployment\nimage: ghcr.io/U/app:latest\n'],
    ['wc -l < answer.txt', '?'],
    // sed
    ['sed "s/latest/$TAG/" manifest.yaml', 'kind: Deployment\nimage: ghcr.io/U/app:1.2.3\nhost: U\n'],
    ['sed "s|image: .*|image: $V|" manifest.yaml', 'kind: Deployment\nimage: V\nhost: U\n'],
    ['sed "s/IMAGE_TAG/$TAG/" manifest.yaml', 'kind: Deployment\nimage: ghcr.io/U/app:latest\nhost: U\n'],
    ['sed "s/:latest$/:$TAG/" manifest.yaml', 'kind: Deployment\nimage: ghcr.io/U/app:1.2.3\nhost: U\n'],
    ['sed "s|image: [^:]*:.*|image: $TAG|" manifest.yaml', 'kind: Deployment\nimage: 1.2.3\nhost: U\n'],
    ['sed "s|host: [^:]*:.*|host: x|" manifest.yaml', 'kind: Deployment\nimage: ghcr.io/U/app:latest\nhost: ?\n'],
    ['sed "s|\\(image: .*\\):.*|\\1:$TAG|" manifest.yaml', 'kind: Deployment\nimage: ghcr.io/U/app:1.2.3\nhost: U\n'],
    ['echo "$U" | sed s/^v//', '?\n'],
    ['echo "$U" | sed "s|refs/heads/||"', '?\n'],
    ['echo "app-$U" | sed s/-/_/', 'app_U\n'],
    ['echo "app-$U" | sed s/-/_/g', 'app_?\n'],
    ['echo "x$U" | sed s/^/v/', 'vxU\n'],
    [
      'sed "s|ghcr.io/$U/app:.*|ghcr.io/$U/app:$TAG|" manifest.yaml',
      'kind: Deployment\nimage: ghcr.io/U/app:1.2.3\nhost: U\n',
    ],
    ['sed "s|$V|x|" words.txt', '?\n?\n'],
    ['sed "s|image: $V|image: x|" manifest.yaml', 'kind: Deployment\nimage: ?\nhost: U\n'],
    ['sed /kind/d manifest.yaml', 'image: ghcr.io/U/app:latest\nhost: U\n'],
    ['sed 1d answer.txt', '??'],
    ['sed 1d manifest.yaml', 'image: ghcr.io/U/app:latest\nhost: U\n'],
    ['sed "/a$/d" manifest.yaml', 'kind: Deployment\nimage: ghcr.io/U/app:latest\n?'],
    ['sed \'s/.*/\\L&/\' <<< "IMAGE-$U"', 'image-?\n'],
    ['sed y/abc/xyz/ <<< "abc$U"', 'xyz?\n'],
    // grep
    ['grep host: manifest.yaml', 'host: U\n'],
    ['grep -o "host: .*" manifest.yaml', 'host: U\n'],
    ['grep -oE "[a-z]+:" manifest.yaml', 'kind:\nimage:\n?app:\nhost:?\n'],
    ['grep nothing answer.txt', '?'],
    ['grep -v kind manifest.yaml', 'image: ghcr.io/U/app:latest\nhost: U\n'],
    ['grep -c image manifest.yaml', '1\n'],
    // Checksums are unknown, the same for the same.
    ['sha256sum < words.txt', '?  -\n'],
    ['sort answer.txt', '?'],
  ])('%s', (script, expected) => {
    expect(shown(script).stdout).toBe(expected)
  })

  it.each([
    ['[ -n "$U" ]', 'unknown'],
    ['[ -n "a$U" ]', 0],
    ['[ "$U" = "$U" ]', 0],
    ['[ "$U" = "$V" ]', 'unknown'],
    ['[ "a$U" = "b" ]', 1],
    ['[ "$U" -gt 3 ]', 'unknown'],
    ['[ -f "$U" ]', 'unknown'],
    ['grep -q kind manifest.yaml', 0],
    ['grep -q zzzz manifest.yaml', 1],
    ['grep -q known answer.txt', 0],
    ['grep -q other answer.txt', 'unknown'],
    ['cat "$U"', 'unknown'],
  ])('%s: %s', (script, expected) => {
    expect(shown(script).status).toBe(expected)
  })

  it('gives equal names to equal doings', () => {
    const names = newNames()
    const u = unknown(names, 'secrets.U', 'secrets.U')
    const machine = machineWith({}, { U: spoken(u, { source, start: 0, end: 6 }) }, names)
    const lower = () => run('echo "$U" | tr "[:upper:]" "[:lower:]"', machine).stdout.value
    expect(lower()).toBe(lower())
    expect(run('echo "$U" | tr A-Z a-z', machine).stdout.value).toBe(lower())
  })

  it('never takes two readings of the clock for one', () => {
    const machine = machineWith()
    const [first, second] = run('date +%s; date +%s', machine).stdout.value
    expect(first).not.toBe(second)
    expect(fileText(source).value).toBe('secret')
  })
})
