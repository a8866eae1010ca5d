import type { Text } from '../source/text.ts'
import type { Uses, Version } from '../tools/tool.ts'

/** What a step's `uses` names. */
export type Used =
  /** An action or workflow of this repository: `./path`, `$/path`. */
  | { readonly kind: 'local'; readonly path: string }
  | { readonly kind: 'container' }
  | { readonly kind: 'remote'; readonly uses: Uses }

/** `comment` is what stands behind it on the line: a pinned sha says its version there. */
export function readUses(text: Text, comment: string): Used {
  const value = text.value.trim()
  const local = /^[.$]\/(.*)$/.exec(value)
  if (local) return { kind: 'local', path: (local[1] ?? '').replace(/\/+$/, '') }
  if (value.startsWith('docker://')) return { kind: 'container' }
  const [name = '', ref = ''] = value.split('@')
  const [owner = '', repository = '', ...path] = name.split('/')
  const action = `${owner}/${repository}`.toLowerCase()
  return { kind: 'remote', uses: { text, action, path: path.join('/'), version: versionIn(ref) ?? versionIn(comment) } }
}

function versionIn(text: string): Version | undefined {
  if (/^[0-9a-f]{40}$/.test(text)) return undefined
  const match = /(?:^|[^\w.])v?(\d+)(?:\.(\d+))?(?:\.(\d+))?(?![\w])/.exec(text)
  if (!match) return undefined
  const number = (digits: string | undefined): number | undefined => (digits === undefined ? undefined : Number(digits))
  return { major: Number(match[1]), minor: number(match[2]), patch: number(match[3]) }
}
