import type { Repository } from '../repository/repository.ts'

/** Longer documents are no instructions. */
const longest = 300_000

/** Words of the kubectl commands that the repository's documents tell people to type: what they name is there before a deploy. */
export function documentedWords(repository: Repository): ReadonlySet<string> {
  const words = new Set<string>()
  for (const path of repository.paths) {
    if (!/\.(?:md|markdown|txt|adoc|rst)$/i.test(path)) continue
    const text = repository.read(path)?.text ?? ''
    if (text.length > longest) continue
    for (const line of text.split('\n'))
      if (/\b(?:kubectl|helm)\b/.test(line)) for (const word of line.split(/[\s`'"=]+/)) words.add(word)
  }
  return words
}
