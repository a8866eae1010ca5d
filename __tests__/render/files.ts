import type { RenderFiles } from '../../src/render/render.ts'
import { fileText, type Text } from '../../src/source/text.ts'

/** A few files below `top`, as a renderer sees them. */
export function renderFiles(top: string, files: Readonly<Record<string, string>>): RenderFiles {
  const texts = new Map<string, Text>(
    Object.entries(files).map(
      ([name, text]) => [`${top}/${name}`, fileText({ path: `${top}/${name}`, text })] as const,
    ),
  )
  const list = (path: string): readonly string[] => [
    ...new Set(
      [...texts.keys()].flatMap((one) =>
        one.startsWith(`${path}/`) ? [one.slice(path.length + 1).split('/')[0] as string] : [],
      ),
    ),
  ]
  return { read: (path) => texts.get(path), list, isDirectory: (path) => list(path).length > 0 }
}
