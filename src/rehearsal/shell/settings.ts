import type { Settings } from './shell-state.ts'

const letters: Readonly<Record<string, keyof Settings>> = {
  e: 'errexit',
  u: 'nounset',
  f: 'noglob',
  a: 'allexport',
}

const longNames: Readonly<Record<string, keyof Settings>> = {
  errexit: 'errexit',
  nounset: 'nounset',
  noglob: 'noglob',
  allexport: 'allexport',
  pipefail: 'pipefail',
}

/** `set -euo pipefail`, `set +e`; options without a meaning here change nothing. */
export function withOptions(settings: Settings, options: readonly string[]): Settings {
  let changed = settings
  for (let index = 0; index < options.length; index += 1) {
    const option = options[index] as string
    if (!/^[-+][A-Za-z]+$/.test(option)) continue
    const on = option.startsWith('-')
    for (const letter of option.slice(1)) {
      const name = letter === 'o' ? longNames[options[index + 1] ?? ''] : letters[letter]
      if (letter === 'o') index += 1
      if (name) changed = { ...changed, [name]: on }
    }
  }
  return changed
}

const shopts: Readonly<Record<string, keyof Settings>> = {
  nullglob: 'nullglob',
  globstar: 'globstar',
  dotglob: 'dotglob',
  nocasematch: 'nocasematch',
  lastpipe: 'lastpipe',
  inherit_errexit: 'inheritErrexit',
}

/** `shopt -s globstar` */
export function withShopt(settings: Settings, words: readonly string[]): Settings {
  if (words.includes('-o')) return settings
  const on = words.includes('-s')
  if (!on && !words.includes('-u')) return settings
  const named = words.flatMap((word) => shopts[word] ?? [])
  return { ...settings, ...Object.fromEntries(named.map((name) => [name, on])) }
}
