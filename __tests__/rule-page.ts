import { positionAt, type Span } from '../src/source/span.ts'

/** An example of a rule's page: the files of a small repository, and the marks in them. */
export interface Example {
  readonly title: string
  readonly kind: 'bad' | 'good'
  readonly given: Readonly<Record<string, string>>
  readonly files: Readonly<Record<string, string>>
  readonly marks: readonly Mark[]
}

/** `^^^` marks where the finding is, `---` its other ends. 1-based; `end` is the column behind the last one. */
export interface Mark {
  readonly kind: 'finding' | 'because'
  readonly path: string
  readonly line: number
  readonly column: number
  readonly end: number
}

/**
 * The examples of a page. A level-three heading that begins with "Bad" or "Good" opens one; each fenced block under it whose
 * info string names a file (```` ```yaml k8s/app.yaml ````) is a file of it; a block called `given` states facts.
 */
export function examplesIn(page: string): readonly Example[] {
  return page
    .split(/^(?=#{2,3} )/m)
    .filter((section) => /^#{2,3} (?:Bad|Good)/.test(section))
    .map(exampleOf)
    .filter((example) => Object.keys(example.files).length > 0)
}

function exampleOf(section: string): Example {
  const title = /^#+ (.*)/.exec(section)?.[1] ?? ''
  const files: Record<string, string> = {}
  const marks: Mark[] = []
  let given: Record<string, string> = {}
  for (const [, info = '', body = ''] of section.matchAll(/^```\w+ ([^\n]+)\n([\s\S]*?)^```$/gm)) {
    if (info.trim() === 'given') given = facts(body)
    else {
      const read = withoutMarks(info.trim(), body)
      files[info.trim()] = read.text
      marks.push(...read.marks)
    }
  }
  return { title, kind: title.startsWith('Bad') ? 'bad' : 'good', given, files, marks }
}

const facts = (body: string): Record<string, string> =>
  Object.fromEntries([...body.matchAll(/^([\w-]+): *(.*)$/gm)].map(([, name = '', value = '']) => [name, value]))

/** A line of marks is a comment of nothing but marks, spaces and at most a word behind them. */
function withoutMarks(path: string, body: string): { readonly text: string; readonly marks: readonly Mark[] } {
  const kept: string[] = []
  const marks: Mark[] = []
  for (const line of body.split('\n')) {
    const isMark = /^(?:#|\/\/)?[ \t]*(?:\^+|-{3,})(?:[ ]*(?:\^+|-{3,}))*[ ]*$/.test(line) && line.trim() !== '---'
    if (!isMark) kept.push(line)
    else {
      for (const match of line.matchAll(/\^+|-{3,}/g)) {
        const column = match.index + 1
        marks.push({
          kind: match[0].startsWith('^') ? 'finding' : 'because',
          path,
          line: kept.length,
          column,
          end: column + match[0].length,
        })
      }
    }
  }
  return { text: kept.join('\n'), marks }
}

/** A place as a mark is written: a span of several lines is marked to the end of its first. */
export function markOf(kind: Mark['kind'], span: Span): Mark {
  const start = positionAt(span.source, span.start)
  const lineEnd = span.source.text.indexOf('\n', span.start)
  const end = lineEnd < 0 ? span.end : Math.min(span.end, lineEnd)
  return {
    kind,
    path: span.source.path,
    line: start.line,
    column: start.column,
    end: start.column + Math.max(0, end - span.start),
  }
}
