import { existsSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'

/** What a checkout says about itself. Read from files; git is never run. */
export interface Checkout {
  /** `owner/name` on github.com, from the remote `origin`. */
  readonly repository: string | undefined
  /** Where `origin/HEAD` points. */
  readonly defaultBranch: string | undefined
  /** The commit that is checked out: 40 hexadecimal digits (64 with SHA-256). */
  readonly sha: string | undefined
}

/** Facts from `.git` in a directory. Everything is undefined where there is none, or where it says nothing. */
export function readCheckout(root: string): Checkout {
  const own = gitDirectory(root)
  const common = own && commonDirectory(own)
  if (!own || !common) return { repository: undefined, defaultBranch: undefined, sha: undefined }
  return {
    repository: repositoryOf(originOf(read(join(common, 'config')) ?? '') ?? ''),
    defaultBranch: branchIn(read(join(common, 'refs/remotes/origin/HEAD')) ?? ''),
    sha: headOf(own, common),
  }
}

/** The nearest directory with a `.git`, from `root` upwards, but not above `ceiling`; where there is none, `root`. */
export function topOfCheckout(root: string, ceiling = '/'): string {
  for (let folder = root; ; folder = dirname(folder)) {
    if (existsSync(join(folder, '.git'))) return folder
    if (folder === ceiling || folder === dirname(folder)) return root
  }
}

/** The path of `root` below `top`, with `/` at the end; empty where they are the same. */
export const prefixBelow = (top: string, root: string): string =>
  top === root ? '' : `${relative(top, root).split(sep).join('/')}/`

/** `.git` is a directory, or a file that names one (worktrees, submodules; gitrepository-layout(5)). */
function gitDirectory(root: string): string | undefined {
  const path = join(root, '.git')
  const named = /^gitdir: ([^\r\n]+)/.exec(read(path) ?? '')?.[1]
  return named === undefined ? path : resolve(root, named)
}

/** Linked worktrees share configuration and branches with the main one. */
function commonDirectory(own: string): string {
  const shared = read(join(own, 'commondir'))?.trim()
  return shared ? resolve(own, shared) : own
}

const largest = 8 * 1024 * 1024

function read(path: string): string | undefined {
  try {
    const file = statSync(path)
    return file.isFile() && file.size <= largest ? readFileSync(path, 'utf8') : undefined
  } catch {
    return undefined
  }
}

/** The first `url` under `[remote "origin"]` of a git configuration. */
function originOf(config: string): string | undefined {
  let section = ''
  for (const line of config.split(/\r\n|\n/)) {
    const header = /^\s*\[([^\]]*)\]/.exec(line)
    if (header) section = header[1] as string
    const url = /^\s*url\s*=\s*"?([^"#;\s]+)/i.exec(line)
    if (url && /^remote\s+"origin"$/i.test(section)) return url[1]
  }
  return undefined
}

/** `https://github.com/o/n.git`, `git@github.com:o/n.git`, `ssh://git@ssh.github.com:443/o/n`. */
function repositoryOf(url: string): string | undefined {
  const match =
    /^(?:(?:https?|ssh|git):\/\/(?:[^@/]*@)?(?:ssh\.|www\.)?github\.com(?::\d+)?\/|(?:[^@/]*@)?github\.com:\/?)([\w.-]+\/[\w.-]+?)(?:\.git)?\/?$/i.exec(
      url,
    )
  return match?.[1]
}

const branchIn = (ref: string): string | undefined => /^ref: refs\/remotes\/origin\/(\S+)\s*$/.exec(ref)?.[1]

function headOf(own: string, common: string): string | undefined {
  const head = read(join(own, 'HEAD'))?.trim() ?? ''
  const ref = /^ref: (refs\/\S+)$/.exec(head)?.[1]
  if (ref === undefined) return sha(head)
  if (ref.split('/').includes('..')) return undefined
  return sha(read(join(own, ref))?.trim()) ?? sha(read(join(common, ref))?.trim()) ?? packed(common, ref)
}

const sha = (text: string | undefined): string | undefined =>
  text !== undefined && /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(text) ? text : undefined

function packed(common: string, ref: string): string | undefined {
  const line = (read(join(common, 'packed-refs')) ?? '').split('\n').find((candidate) => candidate.endsWith(` ${ref}`))
  return sha(line?.split(' ')[0])
}
