import { CallError } from '../failure.ts'
import { type Functions, makes, num, str } from '../function.ts'

/** github.com/huandu/xstrings (1.5.0) and github.com/Masterminds/goutils: functions on words. */

type WordKind = 'none' | 'number' | 'upper' | 'alphabet' | 'connector' | 'punctuation' | 'other'

interface Word {
  readonly kind: WordKind
  readonly text: string
  readonly rest: string
}

const isUpper = (character: string): boolean => /\p{Lu}/u.test(character)
const isConnector = (character: string): boolean => /[-_\s\x85]/.test(character)
const forms: readonly (readonly [WordKind, RegExp])[] = [
  ['connector', /^[-_\s\x85]+/],
  ['punctuation', /^\p{P}+/u],
  // Two capitals and more; the last one begins the next word when a letter follows.
  [
    'upper',
    /^\p{Lu}\p{Lu}+(?=\p{Lu}[\p{Ll}\p{Lt}\p{Lm}\p{Lo}])|^\p{Lu}(?=\p{Lu}[\p{Ll}\p{Lt}])|^\p{Lu}\p{Lu}+|^\p{Lu}[\p{Ll}\p{Lt}\p{Lm}\p{Lo}]*/u,
  ],
  ['alphabet', /^[\p{Ll}\p{Lt}\p{Lm}\p{Lo}]+/u],
  ['number', /^\p{N}+/u],
  ['other', /^[\s\S]/u],
]

function nextWord(value: string): Word {
  for (const [kind, form] of forms) {
    const text = value && form.exec(value)?.[0]
    if (text) return { kind, text, rest: value.slice(text.length) }
  }
  return { kind: 'none', text: '', rest: '' }
}

function lowered({ kind, text }: Word, connector: string): string {
  if (kind !== 'upper' && kind !== 'connector') return text
  return Array.from(text, (character) => (isConnector(character) ? connector : character.toLowerCase())).join('')
}

const isWord = (kind: WordKind): boolean => kind === 'alphabet' || kind === 'number'
const breaksOff = (kind: WordKind): boolean => kind !== 'none' && kind !== 'connector' && kind !== 'punctuation'

/** xstrings' camelCaseToLowerCase. */
function lowerCase(value: string, connector: string): string {
  let made = ''
  let word = nextWord(value)
  const follow = (): void => {
    while (isWord(word.kind)) {
      made += lowered(word, connector)
      word = nextWord(word.rest)
    }
    if (breaksOff(word.kind)) made += connector
  }
  while (word.rest !== '') {
    if (word.kind !== 'connector') made += lowered(word, connector)
    const last = word
    word = nextWord(word.rest)
    if (last.kind === 'number') follow()
    else if (last.kind === 'connector') made += lowered(last, connector)
    else if (last.kind !== 'punctuation') {
      if (word.kind !== 'number') {
        if (word.kind !== 'connector' && word.kind !== 'punctuation') made += connector
        continue
      }
      if (word.rest === '') continue
      const digits = word
      word = nextWord(word.rest)
      if (word.kind !== 'alphabet') {
        made += lowered(digits, connector)
        if (word.kind !== 'connector' && word.kind !== 'punctuation') made += connector
        continue
      }
      made += connector + lowered(digits, connector)
      follow()
    }
  }
  return made + lowered(word, connector)
}

/** xstrings' toCamelCase with a big first letter. */
function pascalCase(value: string): string {
  const characters = [...value]
  let made = ''
  let at = characters.findIndex((character) => !isConnector(character))
  if (at < 0) return value
  made += characters.slice(0, at).join('')
  let current = characters[at] as string
  let wasUpper = isUpper(current)
  current = current.toUpperCase()
  for (at += 1; at < characters.length; at += 1) {
    const before = current
    current = characters[at] as string
    if (isConnector(current) && isConnector(before)) made += before
    else if (isConnector(before)) {
      wasUpper = isUpper(current)
      current = current.toUpperCase()
    } else {
      if (wasUpper) {
        if (isUpper(current)) current = current.toLowerCase()
        else wasUpper = false
      }
      made += before
    }
  }
  return made + current
}

/** goutils.WrapCustom */
function wrap(value: string, width: number, lineBreak: string, wrapsLong: boolean): string {
  const limit = Math.max(width, 1)
  let made = ''
  let offset = 0
  while (value.length - offset > limit) {
    if (value[offset] === ' ') {
      offset += 1
      continue
    }
    const space = value.slice(offset, offset + limit + 1).lastIndexOf(' ')
    const after = wrapsLong ? -1 : value.indexOf(' ', offset + limit)
    const end = space >= 0 ? offset + space : wrapsLong ? offset + limit : after < 0 ? value.length : after
    made += value.slice(offset, end)
    if (end === value.length) return made
    made += lineBreak
    offset = space >= 0 || !wrapsLong ? end + 1 : end
  }
  return made + value.slice(offset)
}

/** goutils.AbbreviateFull */
function abbreviate(value: string, offset: number, width: number): string {
  if (value === '' || width < 4) return value
  if (value.length <= width) return value
  const from = Math.min(offset, value.length)
  const start = value.length - from < width - 3 ? value.length - (width - 3) : from
  if (start <= 4) return `${value.slice(0, width - 3)}...`
  if (width < 7) throw new CallError('minimum abbreviation width with offset is 7')
  if (start + width - 3 < value.length) return `...${abbreviate(value.slice(start), 0, width - 3)}`
  return `...${value.slice(value.length - (width - 3))}`
}

export const wordFunctions: Functions = {
  snakecase: makes('string', ([text]) => lowerCase(str(text), '_')),
  kebabcase: makes('string', ([text]) => lowerCase(str(text), '-')),
  camelcase: makes('string', ([text]) => pascalCase(str(text))),
  wrap: makes('int string', ([width, text]) => wrap(str(text), num(width), '\n', false)),
  wrapWith: makes('int string string', ([width, lineBreak, text]) =>
    wrap(str(text), num(width), str(lineBreak) || '\n', true),
  ),
  abbrev: makes('int string', ([width, text]) => abbreviate(str(text), 0, num(width))),
  abbrevboth: makes('int int string', ([left, right, text]) =>
    num(right) < 4 || (num(left) > 0 && num(right) < 7) ? str(text) : abbreviate(str(text), num(left), num(right)),
  ),
}
