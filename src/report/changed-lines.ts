/** Lines that a change adds or alters, as numbers in the new files, by path. */
export type ChangedLines = ReadonlyMap<string, readonly LineRange[]>

/** Both ends inclusive. */
export interface LineRange {
  readonly from: number
  readonly to: number
}

/** A file as GitHub's compare endpoint lists it. Big and binary files come without a patch. */
export interface ComparedFile {
  readonly filename: string
  readonly status: string
  readonly patch?: string | undefined
}

export function changedLinesOf(files: readonly ComparedFile[]): ChangedLines {
  return new Map(files.map(({ filename, status, patch }) => [filename, rangesOf(status, patch)]))
}

const everyLine: readonly LineRange[] = [{ from: 1, to: Number.POSITIVE_INFINITY }]

function rangesOf(status: string, patch: string | undefined): readonly LineRange[] {
  if (status === 'removed') return []
  if (patch === undefined) return status === 'added' ? everyLine : []
  return addedIn(patch)
}

/** Added lines of a unified diff. */
function addedIn(patch: string): readonly LineRange[] {
  const ranges: { from: number; to: number }[] = []
  let line = 0
  for (const row of patch.split('\n')) {
    const hunk = /^@@ -\d+(?:,\d+)? \+(\d+)(?:,\d+)? @@/.exec(row)
    if (hunk) line = Number(hunk[1])
    else if (row.startsWith('+')) {
      const last = ranges.at(-1)
      if (last?.to === line - 1) last.to = line
      else ranges.push({ from: line, to: line })
      line += 1
    } else if (row.startsWith(' ') || row === '') line += 1
  }
  return ranges
}

export const touches = (changed: ChangedLines, path: string, line: number, endLine: number): boolean =>
  (changed.get(path) ?? []).some(({ from, to }) => from <= endLine && to >= line)
