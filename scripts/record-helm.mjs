// node scripts/record-helm.mjs [NAME]: records what the real helm (3) and helm4 make of __tests__/render/helm/fixtures.
// `expected.yaml` or `expected.error` is Helm 3's answer; `expected-4.*` is Helm 4's where it is another.
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const fixtures = join(dirname(fileURLToPath(import.meta.url)), '../__tests__/render/helm/fixtures')
const only = process.argv[2]

/** The arguments of `helm template` that a fixture's request.json stands for. */
function argumentsOf(request) {
  const repeated = (flag, list = []) => list.flatMap((value) => [flag, value])
  return [
    'template',
    request.release ?? 'release',
    'chart',
    '--kube-version',
    request.kubernetes ?? '1.30.0',
    ...(request.namespace ? ['--namespace', request.namespace] : []),
    ...repeated('--api-versions', request.apiVersions),
    ...repeated('-f', request.values),
    ...['set', 'set-string', 'set-file', 'set-json', 'set-literal'].flatMap((kind) =>
      repeated(`--${kind}`, request[kind]),
    ),
    ...(request.includeCrds ? ['--include-crds'] : []),
  ]
}

for (const name of readdirSync(fixtures).sort()) {
  if (only && name !== only) continue
  const folder = join(fixtures, name)
  const path = join(folder, 'request.json')
  const request = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {}
  const answers = ['helm', 'helm4'].map((binary) => {
    const { status, stdout, stderr, error } = spawnSync(binary, argumentsOf(request), { cwd: folder, encoding: 'utf8' })
    if (error) throw error
    const message = stderr
      .split('\n')
      .filter((line) => !/^(?:WARNING|walk\.go|coalesce\.go|\d{4}\/|level=|time=)/.test(line))
      .join('\n')
      .replace(/\n\nUse --debug flag to render out invalid YAML\n?$/, '\n')
    return status === 0 ? { kind: 'yaml', text: stdout } : { kind: 'error', text: message.replace(/^Error: /, '') }
  })
  for (const file of readdirSync(folder)) if (file.startsWith('expected')) rmSync(join(folder, file))
  // An endless recursion says the same a thousand times.
  const [three, four] = answers.map(({ kind, text }) => ({ kind, text: kind === 'error' ? text.slice(0, 2000) : text }))
  writeFileSync(join(folder, `expected.${three.kind}`), three.text)
  if (four.kind !== three.kind || four.text !== three.text)
    writeFileSync(join(folder, `expected-4.${four.kind}`), four.text)
}
