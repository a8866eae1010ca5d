import fc from 'fast-check'
import { emptyText } from '../../src/source/text.ts'
import { type Base, type Files, newFiles, workspacePath } from '../../src/world/files.ts'

const inRepository = ['a', 'd/a', 'd/b', 'd/e/a']
const under = (directory: string): readonly string[] =>
  inRepository.filter((path) => directory === '' || path.startsWith(`${directory}/`))
const base: Base = {
  read: (path) => (inRepository.includes(path) ? emptyText : undefined),
  has: (path) => inRepository.includes(path),
  list: (directory) => {
    const names = under(directory).map((path) => path.slice(directory === '' ? 0 : directory.length + 1).split('/')[0])
    return names.length > 0 ? ([...new Set(names)] as string[]) : undefined
  },
}

/** The same by the plainest means: what there is, path by path. */
interface Plain {
  readonly files: Set<string>
  readonly directories: Set<string>
}

const isBelow = (path: string, directory: string): boolean => path.startsWith(directory === '' ? '' : `${directory}/`)

const names = ({ files, directories }: Plain, directory: string): readonly string[] =>
  [
    ...new Set(
      [...files, ...directories]
        .filter((path) => path !== directory && isBelow(path, directory))
        .map((path) => path.slice(directory === '' ? 0 : directory.length + 1).split('/')[0] as string),
    ),
  ].sort()

const steps = fc.array(
  fc.record({
    do: fc.constantFrom('write', 'remove', 'makeDirectory', 'fork'),
    path: fc.constantFrom('a', 'b', 'd/a', 'd/c', 'd/e', 'd/e/a', 'n/x', 'n/y/z', 'd', 'n'),
  }),
  { maxLength: 12 },
)

const at = (path: string): string => `${workspacePath}/${path}`

it('lists what was there, what was made and not what was taken away, in any order of doing', () => {
  fc.assert(
    fc.property(steps, (done) => {
      let files: Files = newFiles()
      files.mount(workspacePath, base)
      const plain: Plain = { files: new Set(inRepository), directories: new Set(['d', 'd/e']) }
      for (const { do: what, path } of done) {
        const isFile = plain.files.has(path)
        const isDirectory = plain.directories.has(path)
        const parts = path.split('/')
        const above = parts.slice(1).map((_, index) => parts.slice(0, index + 1).join('/'))
        if (above.some((one) => plain.files.has(one))) continue
        if (what === 'fork') files = files.fork()
        else if (what === 'remove' && (isFile || isDirectory)) {
          files.remove(at(path))
          for (const set of [plain.files, plain.directories])
            for (const one of [...set]) if (one === path || isBelow(one, path)) set.delete(one)
        } else if (what === 'write' && !isDirectory) {
          for (const one of above) {
            files.makeDirectory(at(one))
            plain.directories.add(one)
          }
          files.write(at(path), emptyText)
          plain.files.add(path)
        } else if (what === 'makeDirectory' && !isFile) {
          files.makeDirectory(at(path))
          for (const one of [...above, path]) plain.directories.add(one)
        }
        files.list(at('d'))
        for (const directory of ['d', 'n', 'd/e', 'n/y']) {
          expect([directory, files.list(at(directory))]).toEqual([directory, names(plain, directory)])
          expect([directory, files.isDirectory(at(directory))]).toEqual([directory, plain.directories.has(directory)])
        }
        expect(files.list(workspacePath)).toEqual(names(plain, ''))
      }
    }),
    { numRuns: 200 },
  )
})
