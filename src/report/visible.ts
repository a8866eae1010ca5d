/**
 * What repositories write, made harmless for a terminal, a log and a page. Every replacement is as long as what it replaces
 * (in UTF-16 units), so that columns and marks stay true.
 */
export const visible = (text: string): string =>
  text
    .replace(controls, picture)
    .replace(deceptive, '\ufffd')
    .replace(astralTags, '\ufffd\ufffd')
    .replace(legacyCommand, '##［')

/** C0, DEL and C1: line ends that would start a forged line, and escape sequences that would repaint the terminal. */
const controls = /[\u0000-\u001f\u007f-\u009f]/g

function picture(control: string): string {
  if (control === '\t') return ' '
  const code = control.charCodeAt(0)
  if (code < 0x20) return String.fromCharCode(0x2400 + code)
  return code === 0x7f ? '\u2421' : '\ufffd'
}

/**
 * Bidirectional controls, line and paragraph separators, characters without width, private use, halves of surrogate pairs:
 * what makes text look like other text, or like nothing.
 */
const deceptive =
  /[\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ue000-\uf8ff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

/** Tag characters (U+E0000 to U+E0FFF), which no font shows. */
const astralTags = /[\u{e0000}-\u{e0fff}]/gu

/** The runner obeys `##[command]` anywhere in a line (actions/runner, ActionCommand.cs, TryParse). */
const legacyCommand = /##\[/g

/** What is visible of a text, cut after so many UTF-16 units: a value of the repository may be of any length. */
export const clipped = (text: string, longest: number): string =>
  text.length <= longest ? visible(text) : `${visible(text.slice(0, longest - 1))}…`

/** How many columns of a terminal a text takes: East Asian wide characters and emoji two, combining marks none. */
export function widthOf(text: string): number {
  let width = 0
  for (const character of text) width += widthOfOne(character)
  return width
}

const narrow = /^[\u0020-\u02ff]$/
const wide =
  /^(?:[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]|\p{Emoji_Presentation})$/u
const combining = /^[\p{Mn}\p{Me}]$/u

function widthOfOne(character: string): number {
  if (narrow.test(character)) return 1
  if (combining.test(character)) return 0
  return wide.test(character) ? 2 : 1
}
