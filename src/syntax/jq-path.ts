/** `.a.b[0]."c d"["e"]` as jq and yq write it. Undefined: another expression. An empty path is `.` */
export function parseJqPath(expression: string): readonly (string | number)[] | undefined {
  const source = expression.trim()
  if (source === '.') return []
  const path: (string | number)[] = []
  const step = /\.?\[(\d{1,6})\]|\.?\["([^"\\]*)"\]|\."([^"\\]*)"|\.([A-Za-z_][\w-]*)/y
  let index = 0
  for (; index < source.length; index = step.lastIndex) {
    step.lastIndex = index
    const match = step.exec(source)
    if (!match || (index === 0 && !source.startsWith('.'))) return undefined
    path.push(match[1] === undefined ? ((match[2] ?? match[3] ?? match[4]) as string) : Number(match[1]))
  }
  return path.length === 0 ? undefined : path
}
