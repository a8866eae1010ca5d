import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The licences of every package that a bundle holds, by the paths of the files in it. */
export function licences(root, inputs) {
  const packages = [...new Set(inputs.flatMap((path) => folderOf(path) ?? []))].map((folder) => described(root, folder))
  const sections = packages
    .toSorted((a, b) => (`${a.name}@${a.version}` < `${b.name}@${b.version}` ? -1 : 1))
    .map(({ name, version, licence, text }) => `${name} ${version} (${licence})\n\n${text}\n`)
  return `deploy-preflight contains the following software.\n\n${sections.map((section) => `${'-'.repeat(80)}\n${section}`).join('\n')}`
}

/** `node_modules/@scope/name` of a file in it, nested ones included. */
function folderOf(path) {
  return /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1]
}

function described(root, folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'))
  const file = readdirSync(join(root, folder))
    .sort()
    .find((entry) => /^(?:licen[cs]e|copying)/i.test(entry))
  if (!license) throw new Error(`${folder} states no licence`)
  const text = file
    ? readFileSync(join(root, folder, file), 'utf8')
        .replaceAll('\r\n', '\n')
        .trim()
    : `${license}, as its package.json states.`
  return { name, version, licence: license, text }
}
