// What the scripts that compare our Helm renderer with the real one share: the renderer itself, the disk as it reads it, and
// the charts of a folder.
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { parse as parseYaml } from 'yaml'
import { loadSources } from './sources.mjs'

export const loadRenderer = () =>
  loadSources([
    "export { renderChart } from './src/render/helm/helm.ts'",
    "export { remembering } from './src/render/memory.ts'",
    "export { fileText } from './src/source/text.ts'",
    "export { positionAt } from './src/source/span.ts'",
    "export { isCompatible } from './src/render/helm/semver.ts'",
  ])

/** Undefined where it cannot be had. */
function attempt(run) {
  try {
    return run()
  } catch {
    return undefined
  }
}

/** Files as the program reads them: none can forge an unknown. */
export function diskFiles(fileText) {
  const read = (path) =>
    attempt(() =>
      statSync(path).isFile()
        ? fileText({ path, text: readFileSync(path, 'utf8').replace(/[\uE000-\uF8FF]/g, '\ufffd') })
        : undefined,
    )
  return {
    read,
    list: (path) => attempt(() => readdirSync(path)) ?? [],
    isDirectory,
    unpack: (path, most) => attempt(() => gunzipSync(readFileSync(path), { maxOutputLength: most })),
  }
}

export const isDirectory = (path) => attempt(() => statSync(path).isDirectory()) ?? false

/** Every folder with a Chart.yaml and every packed chart that is not itself in `charts/` of another chart. */
export function chartsBelow(path, found = []) {
  if (existsSync(join(path, 'Chart.yaml')) || existsSync(join(path, 'chart.yaml'))) found.push(path)
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    if (entry.name.endsWith('.tgz') && !path.endsWith('/charts')) found.push(join(path, entry.name))
    if (!entry.isDirectory() || entry.name === '.git' || entry.name === 'node_modules') continue
    if (entry.name === 'charts' && existsSync(join(path, 'Chart.yaml'))) continue
    chartsBelow(join(path, entry.name), found)
  }
  return found
}

/** A copy of a chart with its missing dependencies from next to it in `charts/`: what `helm dependency build` makes. */
export function vendored(chart, into, isCompatible, depth = 0) {
  cpSync(chart, into, { recursive: true, dereference: true, filter: (path) => !path.endsWith('/.git') })
  const declared = ['Chart.yaml', 'requirements.yaml'].flatMap((name) => {
    const text = existsSync(join(chart, name)) ? readFileSync(join(chart, name), 'utf8') : ''
    return parseYaml(text, { logLevel: 'silent', strict: false })?.dependencies ?? []
  })
  mkdirSync(join(into, 'charts'), { recursive: true })
  for (const { name, version, repository } of declared) {
    const folder = String(repository).startsWith('file://') ? join(chart, repository.slice(7)) : join(chart, '..', name)
    if (depth > 5 || folder === chart || !existsSync(join(folder, 'Chart.yaml'))) continue
    const known = readdirSync(join(into, 'charts'), { recursive: false }).some(
      (one) => one === name || one.startsWith(`${name}-`),
    )
    const found = parseYaml(readFileSync(join(folder, 'Chart.yaml'), 'utf8'), { logLevel: 'silent', strict: false })
    if (known || found.name !== name || !isCompatible(String(version), String(found.version))) continue
    vendored(folder, join(into, 'charts', name), isCompatible, depth + 1)
  }
  return into
}
