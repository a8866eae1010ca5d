import { placeOf, spoken, type Text } from '../source/text.ts'
import { type Names, unknown } from '../source/unknown.ts'
import type { Base } from '../world/files.ts'

/** A commit's sha, as a stand-in: 40 hex digits that no other commit has. */
export function commitSha(names: Names, commit: 1 | 2, real: string | undefined, label = 'github.sha'): string {
  const value = real && commit === 1 ? real : (inventedShas[`${label}#${commit}`] ?? inventedShas['github.sha#1'] ?? '')
  if (!names.standIns.some((standIn) => standIn.value === value)) {
    names.standIns.push({ value, label, pattern: '[0-9a-f]{40}', cuttable: true })
  }
  return value
}

/** They begin with different letters, hold a letter within their first seven digits, and share no part. */
const inventedShas: Readonly<Record<string, string>> = {
  'github.sha#1': 'd3b07384d1130e66b9c5a7f2e84416aa70cf51be',
  'github.sha#2': 'a948904f2c0f479b18f8197694b30184b0d2ed1c',
  'github.event.pull_request.head.sha#1': 'f10d0a62c9b38e7d45a1d6c0b7e2f3948c5d6e71',
}

/**
 * Files that one commit after another leaves as they are in this rehearsal: how the delivery itself is described. What else a script
 * reads (`VERSION`, `package.json`, `pyproject.toml`) is unknown in the second commit.
 */
const describesDelivery =
  /(?:\.(?:sh|bash|tpl|tmpl|gotmpl|tf|hcl|bicep|dockerfile)|(?:^|\/)(?:values[^/]*\.ya?ml|Chart\.(?:ya?ml|lock)|kustomization\.ya?ml|helmfile[^/]*\.ya?ml|action\.ya?ml|Dockerfile[^/]*|Containerfile[^/]*|[Mm]akefile|GNUmakefile|Kustomization|\.helmignore|\.dockerignore))$|(?:^|\/)(?:\.github|templates)\//

const staysTheSame = (path: string, text: Text): boolean => describesDelivery.test(path) || isManifest(text)

export function secondCommit(first: Base, names: Names): Base {
  const changed = new Map<string, Text>()
  return {
    ...first,
    read: (path) => {
      const text = first.read(path)
      if (!text || text.value === '' || staysTheSame(path, text)) return text
      const known = changed.get(path)
      if (known) return known
      const made = spoken(unknown(names, `${path}#2`, path), placeOf(text))
      changed.set(path, made)
      return made
    },
  }
}

const isManifest = (text: Text): boolean => /^\s*"?(?:apiVersion|kind)"?\s*:/m.test(text.value)
