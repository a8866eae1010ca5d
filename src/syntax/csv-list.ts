import { concatAll, join, placeOf, slice, split, spoken, type Text, trim } from '../source/text.ts'

/** How an input's list is written. Docker's actions read most of theirs with commas, and the attribute lists without. */
export interface ListOptions {
  /** Whether a comma separates items as a line end does. */
  readonly commas: boolean
  /** Whether double quotes group; `outputs` keeps them for a later reader. */
  readonly quotes?: boolean
  /** What a `#` does: begins a comment line, or a comment anywhere. */
  readonly comments?: 'lines' | 'anywhere'
}

/**
 * The items of a list input as docker/actions-toolkit reads it (src/util.ts `getList`, with csv-parse and relaxed quotes).
 * Items are trimmed; empty ones are dropped. A quoted item loses its quotes even where commas do not separate.
 */
export function listItems(text: Text, options: ListOptions): readonly Text[] {
  return csvRecords(text, options)
    .flatMap((fields) => {
      if (!options.commas) return [join(fields, spoken(',', placeOf(text)))]
      return fields.length === 1 ? split(fields[0] as Text, ',') : fields
    })
    .map(trim)
    .filter((item) => item.value !== '')
}

/** What a list can be at most: an input reaches its action as one environment variable, of 128 KiB on Linux. */
const longest = 50_000
const mostPieces = 5_000

/** Whether a text is longer than a list can be. */
export const isTooLong = (text: Text): boolean => text.value.length > longest || text.pieces.length > mostPieces

/** The fields of every record of a CSV text; empty lines are no records. Of a text that is too long, there are none. */
function csvRecords(text: Text, options: Omit<ListOptions, 'commas'> = {}): readonly (readonly Text[])[] {
  if (isTooLong(text)) return []
  const records: Text[][] = []
  const quotes = options.quotes ?? true
  let fields: Text[] = []
  let offset = 0
  const endRecord = (): void => {
    if (fields.length > 1 || fields[0]?.value) records.push(fields)
    fields = []
  }
  while (offset < text.value.length) {
    if (options.comments && fields.length === 0 && text.value[offset] === '#') {
      offset = lineEnd(text.value, offset)
    } else {
      const quoted = quotes && text.value[offset] === '"' ? quotedField(text, offset) : undefined
      const field = quoted ?? plainField(text, offset, options.comments === 'anywhere')
      fields.push(field.text)
      offset = field.end
      if (options.comments === 'anywhere' && text.value[offset] === '#') offset = lineEnd(text.value, offset)
      if (text.value[offset] === ',') {
        offset += 1
        if (offset < text.value.length && !atBreak(text.value, offset)) continue
        fields.push(slice(text, offset, offset))
      }
    }
    if (text.value.startsWith('\r\n', offset)) offset += 2
    else if (offset < text.value.length) offset += 1
    endRecord()
  }
  endRecord()
  return records
}

interface Field {
  readonly text: Text
  readonly end: number
}

const atBreak = (value: string, offset: number): boolean => value[offset] === '\n' || value.startsWith('\r\n', offset)

function lineEnd(value: string, from: number): number {
  const end = value.indexOf('\n', from)
  if (end < 0) return value.length
  return value[end - 1] === '\r' && end > from ? end - 1 : end
}

function plainField(text: Text, start: number, comments: boolean): Field {
  let end = start
  const stops = (): boolean =>
    text.value[end] === ',' || atBreak(text.value, end) || (comments && text.value[end] === '#')
  while (end < text.value.length && !stops()) end += 1
  return { text: slice(text, start, end), end }
}

/** A field in double quotes, `""` being a quote; undefined when something but a separator follows (read as plain then). */
function quotedField(text: Text, start: number): Field | undefined {
  const parts: Text[] = []
  let from = start + 1
  for (;;) {
    const quote = text.value.indexOf('"', from)
    if (quote < 0) return undefined
    const doubled = text.value[quote + 1] === '"'
    parts.push(slice(text, from, doubled ? quote + 1 : quote))
    from = quote + (doubled ? 2 : 1)
    if (doubled) continue
    const closes = from >= text.value.length || text.value[from] === ',' || atBreak(text.value, from)
    return closes ? { text: concatAll(parts), end: from } : undefined
  }
}

/** `key=value` of a comma list; the key in lower case. A lone word has no value. */
export interface Attribute {
  readonly key: string
  readonly value: Text | undefined
  readonly text: Text
}

/** The attributes of one item: `type=image,push=true,"name=a,b"`. The value is what follows the first `=`. */
export const attributesOf = (item: Text): readonly Attribute[] =>
  (csvRecords(item)[0] ?? []).map((field) => {
    const text = trim(field)
    const equals = text.value.indexOf('=', 1)
    return equals < 0
      ? { key: text.value.toLowerCase(), value: undefined, text }
      : {
          key: text.value.slice(0, equals).trim().toLowerCase(),
          value: trim(slice(text, equals + 1)),
          text,
        }
  })

/** The value of the last attribute of that name. */
export const attribute = (attributes: readonly Attribute[], key: string): Text | undefined =>
  attributes.findLast((one) => one.key === key)?.value
