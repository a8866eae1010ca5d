/** How the parts of a text report look. Each takes text that is already harmless. */
export interface Style {
  readonly error: (text: string) => string
  readonly warning: (text: string) => string
  readonly notice: (text: string) => string
  readonly good: (text: string) => string
  readonly strong: (text: string) => string
  readonly faint: (text: string) => string
  readonly other: (text: string) => string
}

const plain = (text: string): string => text

export const withoutColour: Style = {
  error: plain,
  warning: plain,
  notice: plain,
  good: plain,
  strong: plain,
  faint: plain,
  other: plain,
}

/** Select Graphic Rendition (ECMA-48): bold and the eight colours that every terminal and the log of GitHub show. */
const sgr =
  (code: string) =>
  (text: string): string =>
    text === '' ? '' : `\u001b[${code}m${text}\u001b[0m`

export const withColour: Style = {
  error: sgr('1;31'),
  warning: sgr('1;33'),
  notice: sgr('1;36'),
  good: sgr('1;32'),
  strong: sgr('1'),
  faint: sgr('2'),
  other: sgr('36'),
}
