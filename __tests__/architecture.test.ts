import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

const src = fileURLToPath(new URL('../src', import.meta.url))

/**
 * Who may import whom. Data flows one way; every row has its reason. `entries` are the files right in `src`, which tie the
 * rooms together; a plain file name is one of them.
 */
const mayImport: Readonly<Record<string, { readonly from: readonly string[]; readonly because: string }>> = {
  source: { from: [], because: 'text and places are the ground that everything stands on' },
  syntax: { from: ['source'], because: 'a parser turns text into a tree and knows nothing else' },
  repository: { from: ['source', 'world'], because: 'files become texts, and something a machine can be mounted on' },
  documents: { from: ['source', 'syntax', 'world'], because: 'a view names what it sees in the nouns of the world' },
  world: {
    from: ['source', 'syntax', 'documents', 'finding.ts'],
    because: 'the nouns and pure questions about them; objects enter as text',
  },
  render: { from: ['source', 'syntax', 'documents', 'world'], because: 'charts and kustomizations become text' },
  tools: {
    from: ['source', 'syntax', 'documents', 'world', 'render'],
    because: 'a tool states what it does to machine and world',
  },
  rehearsal: {
    from: ['source', 'syntax', 'documents', 'repository', 'world', 'tools', 'render'],
    because: 'it plays the workflows with the tools on the world',
  },
  rules: {
    from: ['source', 'world', 'finding.ts', 'rule.ts'],
    because: 'a rule asks the finished world, and nothing else',
  },
  report: { from: ['source', 'world', 'finding.ts'], because: 'reports are functions of findings' },
}

/** Only these speak to the machine they run on; `arguments.ts` takes parseArgs from node:util. */
const mayUseNode: readonly string[] = ['repository', 'cli.ts', 'action.ts', 'arguments.ts']

const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.ts'))
const roomOf = (path: string): string => path.split('/')[0] ?? ''
const importsOf = (path: string): readonly string[] =>
  [...readFileSync(join(src, path), 'utf8').matchAll(/(?:from|import) '([^']+)'|import\('([^']+)'\)/g)].map(
    (match) => match[1] ?? match[2] ?? '',
  )

it.each(files.map((path) => [path]))('%s imports only what its room may', (path) => {
  const allowed = mayImport[roomOf(path)]
  if (!allowed) return
  const rooms = importsOf(path)
    .filter((target) => target.startsWith('.'))
    .map((target) => roomOf(relative(src, join(src, dirname(path), target))))
  expect(rooms.filter((room) => room !== roomOf(path) && !allowed.from.includes(room))).toEqual([])
})

it.each(files.map((path) => [path]))('%s stays away from the machine unless it is its work', (path) => {
  if (mayUseNode.includes(roomOf(path))) return
  expect(
    importsOf(path).filter(
      (target) =>
        target.startsWith('node:') || target.startsWith('@actions/core') || target.startsWith('@actions/github'),
    ),
  ).toEqual([])
  expect(readFileSync(join(src, path), 'utf8')).not.toMatch(/\bprocess\.(?:env|argv|exit|stdout|stderr|cwd)\b/)
})

it('has a reason for every room', () => {
  const rooms = readdirSync(src, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
  expect(rooms.filter((room) => !(room in mayImport) && room !== 'own-ids')).toEqual([])
})
