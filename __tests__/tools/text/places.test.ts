import { type Span, spanText } from '../../../src/source/span.ts'
import { fileText, originOf, slice, type Text, textAt } from '../../../src/source/text.ts'
import { resolvePath, workspacePath } from '../../../src/world/files.ts'
import { machineWith, run } from './shell.ts'

const manifest = { path: 'k8s/app.yaml', text: 'kind: Deployment\nimage: ghcr.io/acme/app:latest\nhost: \x24{HOST}\n' }
const entry = { path: '.github/workflows/deploy.yml', text: 'env:\n  TAG: 1.2.3\n  HOST: a.example.com\n' }
const inEntry = (value: string): Text => {
  const start = entry.text.indexOf(value)
  return textAt({ source: entry, start, end: start + value.length })
}
const machine = () =>
  machineWith({ 'app.yaml': fileText(manifest) }, { TAG: inEntry('1.2.3'), HOST: inEntry('a.example.com') })

const read = (from: ReturnType<typeof machine>, path: string): Text =>
  from.files.read(resolvePath(workspacePath, path)) as Text

/** Where each stretch of a text stands, and where it was written: `value@path` and `<origin`. */
function places(text: Text): readonly string[] {
  let start = 0
  return text.pieces.map((piece) => {
    const value = text.value.slice(start, piece.end)
    start = piece.end
    const name = (span: Span) => `${span.source.path.split('/').at(-1)}:${spanText(span)}`
    const origin = originOf(piece)
    return [value, name(piece.at), ...(origin === piece.at ? [] : [name(origin)])].join(' < ')
  })
}

const around = (text: Text, part: string): Text => {
  const start = text.value.indexOf(part)
  return slice(text, start, start + part.length)
}

describe('places of text that commands have moved', () => {
  it('sed keeps the places of what it leaves, and puts the replacement where the script says it', () => {
    const here = machine()
    run('sed -i "s|image: .*|image: acme/app:v2|" app.yaml', here)
    const text = read(here, 'app.yaml')
    expect(text.value).toBe('kind: Deployment\nimage: acme/app:v2\nhost: \x24{HOST}\n')
    expect(places(around(text, 'image: acme/app:v2'))).toEqual(['image: acme/app:v2 < script:image: acme/app:v2'])
    expect(places(around(text, 'Deployment'))).toEqual(['Deployment < app.yaml:Deployment'])
  })

  it('a variable in a sed script is spoken there and written elsewhere; a group keeps its place in the file', () => {
    const here = machine()
    run('sed -E -i "s|(image: .*):.*|\\1:$TAG|" app.yaml', here)
    expect(places(around(read(here, 'app.yaml'), 'image: ghcr.io/acme/app:1.2.3'))).toEqual([
      'image: ghcr.io/acme/app < app.yaml:image: ghcr.io/acme/app',
      ': < script::',
      '1.2.3 < script:$TAG < deploy.yml:1.2.3',
    ])
  })

  it('envsubst speaks a value at its placeholder', () => {
    const here = machine()
    run('envsubst < app.yaml > out.yaml', here)
    expect(places(around(read(here, 'out.yaml'), 'host: a.example.com'))).toEqual([
      'host:  < app.yaml:host: ',
      'a.example.com < app.yaml:\x24{HOST} < deploy.yml:a.example.com',
    ])
  })

  it.each([
    ['grep image: app.yaml', 'ghcr.io', ['ghcr.io < app.yaml:ghcr.io']],
    ['grep image: app.yaml | cut -d: -f3', 'latest', ['latest < app.yaml:latest']],
    ["awk '/image:/{print $2}' app.yaml", 'acme/app', ['acme/app < app.yaml:acme/app']],
    ['head -2 app.yaml | tail -1', 'acme', ['acme < app.yaml:acme']],
    ['grep -o "acme/[a-z]*" app.yaml', 'acme/app', ['acme/app < app.yaml:acme/app']],
    ['head -1 app.yaml | tr D d', 'deployment', ['d < app.yaml:D', 'eployment < app.yaml:eployment']],
    ['echo "image: $TAG"', '1.2.3', ['1.2.3 < script:$TAG < deploy.yml:1.2.3']],
    [
      'printf "%s:%s\\n" app $TAG',
      'app:1.2.3',
      ['app < script:app', ': < script::', '1.2.3 < script:$TAG < deploy.yml:1.2.3'],
    ],
    ['sort app.yaml', 'host', ['host < app.yaml:host']],
    ['basename k8s/app.yaml .yaml', 'app', ['app < script:app']],
    ["yq '.image' app.yaml", 'acme', ['acme < app.yaml:acme']],
    ["yq -i '.image = strenv(TAG)' app.yaml; cat app.yaml", '1.2.3', ['1.2.3 < script:strenv(TAG) < deploy.yml:1.2.3']],
    ['yq -i \'.image = "acme/api:2"\' app.yaml; cat app.yaml', 'acme/api:2', ['acme/api:2 < script:acme/api:2']],
    ['git rev-parse HEAD', '0123456789', ['0123456789 < script:git']],
  ])('%s', (script, part, expected) => {
    expect(places(around(run(script, machine()).stdout, part))).toEqual(expected)
  })
})
