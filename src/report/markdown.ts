import { visible } from './visible.ts'

/**
 * Text that stays text in GitHub's Markdown: punctuation as character references, which CommonMark never takes for structure
 * (§2.5), and a word joiner where GitHub would make a mention, an address or an issue of it.
 */
export const escaped = (text: string): string =>
  visible(text)
    .replace(/[!-$&(-*\-./:<>@[-`{-~]/g, (mark) => `&#${mark.charCodeAt(0)};`)
    .replace(/&#(?:64|35);(?=\w)/g, (mark) => `${mark}&#8288;`)

/**
 * Code in a line of text or in a cell of a table. A code span would not do: in a table, GitHub's parser splits `\\|` within
 * backticks (cmark-gfm, extensions/ext_scanners.re), and what follows would be Markdown again.
 */
export const code = (text: string): string => (text === '' ? '' : `<code>${escaped(text)}</code>`)

/** A block of code. `text` is harmless already but for its backticks, and ends with a line end. */
export function codeBlock(language: string, text: string): string {
  const fence = '`'.repeat(Math.max(3, longestRun(text) + 1))
  return `${fence}${language}\n${text}${fence}\n`
}

const longestRun = (text: string): number =>
  (text.match(/`+/g) ?? []).reduce((longest, run) => Math.max(longest, run.length), 0)

/** A file in a repository on GitHub, at a commit. */
export const permalink = (repositoryUrl: string, sha: string, path: string, from: number, to: number): string =>
  `${repositoryUrl}/blob/${sha}/${path.split('/').map(encodedSegment).join('/')}#L${from}${to > from ? `-L${to}` : ''}`

const encodedSegment = (segment: string): string =>
  encodeURIComponent(segment.replace(halves, '\ufffd')).replace(
    /[!'()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  )

/** Halves of surrogate pairs, which cannot be encoded. */
const halves = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g
