import { fileText, placeOf, slice, type Text } from '../../source/text.ts'
import type { RenderFiles } from '../render.ts'
import { Failure, Unsupported } from './failure.ts'
import { cleanPath } from './functions/paths.ts'
import { ignoreRules } from './ignore.ts'
import { byBytes } from './value.ts'

/** A file of a chart; `name` counts from the chart's directory. */
export interface ChartFile {
  readonly name: string
  /** Where it lies, or the archive that it came out of. */
  readonly path: string
  readonly text: Text
}

/** More files than this, or deeper ones, are no chart. */
const mostFiles = 20_000
const deepest = 40
/** loader.MaxDecompressedFileSize */
const largestFile = 5 * 1024 * 1024

/** The files below a directory as Helm's loader walks them: in lexical order, without what `.helmignore` names. */
export function directoryFiles(path: string, files: RenderFiles): readonly ChartFile[] {
  const ignored = ignoreRules(files.read(`${path}/.helmignore`))
  if (!ignored)
    throw new Failure(
      'double-star (**) syntax is not supported',
      placeOf(files.read(`${path}/.helmignore`) ?? { value: '', pieces: [] }),
    )
  const found: ChartFile[] = []
  const walk = (inner: string, depth: number): void => {
    if (depth > deepest) throw new Unsupported('the directories of the chart nest too deeply')
    for (const entry of [...files.list(inner === '' ? path : `${path}/${inner}`)].map(lastPart).sort(byBytes)) {
      const name = inner === '' ? entry : `${inner}/${entry}`
      const isDirectory = files.isDirectory(`${path}/${name}`)
      if (ignored(name, isDirectory)) continue
      if (isDirectory) walk(name, depth + 1)
      else addFile(found, name, `${path}/${name}`, files)
    }
  }
  walk('', 0)
  return found
}

const isPackedChart = (name: string): boolean => /(?:^|\/)charts\/[^/]*\.tgz$/.test(name)
const lastPart = (path: string): string => path.slice(path.lastIndexOf('/') + 1)

function addFile(found: ChartFile[], name: string, path: string, files: RenderFiles): void {
  if (found.length >= mostFiles) throw new Unsupported('the chart has too many files')
  // Archives are read as bytes, when they are needed.
  const text = isPackedChart(name) ? fileText({ path, text: '' }) : files.read(path)
  if (!text) return
  if (text.value.length > largestFile)
    throw new Failure(
      `chart file "${lastPart(name)}" is larger than the maximum file size ${largestFile}`,
      placeOf(text),
    )
  found.push({ name, path, text: withoutMark(text) })
}

const withoutMark = (text: Text): Text => (text.value.startsWith('\ufeff') ? slice(text, 1) : text)

/** What an archive may unpack to (loader.MaxDecompressedChartSize). */
export const largestChart = 100 * 1024 * 1024

/** The files of a packed chart. Their texts stand in sources named like `charts/redis-1.0.0.tgz:values.yaml`. */
export function archiveFiles(path: string, files: RenderFiles): readonly ChartFile[] {
  const bytes = files.unpack?.(path, largestChart)
  if (!bytes) throw new Unsupported(`the packed chart ${path} cannot be unpacked`)
  return untar(bytes, path)
}

const block = 512

/** The regular files of a tar archive (ustar, GNU and pax long names), without their first directory. */
function untar(bytes: Uint8Array, archive: string): readonly ChartFile[] {
  const decoder = new TextDecoder()
  const field = (offset: number, length: number): string =>
    decoder.decode(bytes.subarray(offset, offset + length)).replace(/\0[\s\S]*$/, '')
  const found: ChartFile[] = []
  let longName: string | undefined
  for (let offset = 0; offset + block <= bytes.length; ) {
    const name = field(offset, 100)
    if (name === '' && bytes[offset + 156] === 0) break
    const size = Number.parseInt(field(offset + 124, 12).trim() || '0', 8)
    const type = String.fromCharCode(bytes[offset + 156] ?? 0)
    const prefix = field(offset + 257, 5) === 'ustar' ? field(offset + 345, 155) : ''
    const content = bytes.subarray(offset + block, offset + block + size)
    offset += block + Math.ceil(size / block) * block
    if (!(size >= 0)) break
    if (type === 'L') longName = decoder.decode(content).replace(/\0[\s\S]*$/, '')
    else if (type === 'x') longName = /(?:^|\n)\d+ path=(.*)\n/.exec(decoder.decode(content))?.[1] ?? longName
    else if (type === '0' || type === '\0' || type === '7') {
      addPacked(found, longName ?? (prefix ? `${prefix}/${name}` : name), decoder.decode(content), archive)
      longName = undefined
    } else if (type !== 'g') longName = undefined
    if (found.length > mostFiles) throw new Unsupported('the chart has too many files')
  }
  return found.sort((a, b) => byBytes(a.name, b.name))
}

function addPacked(found: ChartFile[], path: string, content: string, archive: string): void {
  const parts = path.replaceAll('\\', '/').split('/')
  const name = cleanPath(parts.slice(1).join('/'))
  if (name === '.' || name.startsWith('..') || name.startsWith('/'))
    throw new Unsupported(`the packed chart ${archive} has a file outside its directory`)
  // The private-use range is kept for unknowns, as in every file of the repository.
  const text = content.replace(/[\uE000-\uF8FF]/g, '\ufffd')
  const source = `${archive}:${name}`
  // What is packed a second time is not in the repository: nothing can unpack it.
  found.push({
    name,
    path: isPackedChart(name) ? source : archive,
    text: withoutMark(fileText({ path: source, text })),
  })
}
