import { oneEditApart } from '../source/distance.ts'

/**
 * Whether somebody who wrote the path of one key surely meant the other: other capitals or separators, or one of the keys in
 * another number or with a slip of the pen. `http` and `https`, `app` and `api`, `db1` and `db2` are words of their own.
 */
export function isSlip(path: string, other: string): boolean {
  if (path === other) return false
  if (plain(path) === plain(other)) return true
  const [a, b] = [path.split('.'), other.split('.')]
  const differing = a.flatMap((key, index) => (key === b[index] ? [] : [[key, b[index] ?? ''] as const]))
  return a.length === b.length && differing.length === 1 && differing.every(([one, two]) => isSlipOfKey(one, two))
}

const plain = (path: string): string => path.toLowerCase().replace(/[._-]/g, '')

function isSlipOfKey(a: string, b: string): boolean {
  const [short, long] = [plain(a), plain(b)].sort((one, two) => one.length - two.length) as [string, string]
  if (short === long) return true
  if (short.length < 3 || (short === 'http' && long === 'https') || withoutDigits(short) === withoutDigits(long))
    return false
  if (long === `${short}s` || long === `${short}es` || long === short.replace(/y$/, 'ies')) return true
  const isSwap = short.length === long.length && sorted(short) === sorted(long)
  // Of few letters, another letter is another word: `stage` and `state`, `mode` and `model`.
  return oneEditApart(short, long) && (isSwap || short.length >= (short.length < long.length ? 5 : 7))
}

const withoutDigits = (word: string): string => word.replace(/\d/g, '')
const sorted = (word: string): string => [...word].sort().join('')
