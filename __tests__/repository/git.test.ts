import { mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { readCheckout } from '../../src/repository/git.ts'
import { folderOf } from '../built.ts'

const sha = '0123456789abcdef0123456789abcdef01234567'
const config = (url: string): string =>
  `[core]\n\tbare = false\n[remote "fork"]\n\turl = https://github.com/x/y\n[remote "origin"]\n\turl = ${url}\n`

describe('a checkout', () => {
  it.each([
    ['https://github.com/acme/shop.git', 'acme/shop'],
    ['https://github.com/acme/shop', 'acme/shop'],
    ['https://github.com/acme/shop/', 'acme/shop'],
    ['https://x-access-token:secret@github.com/Acme/Shop.js.git', 'Acme/Shop.js'],
    ['git@github.com:acme/shop.git', 'acme/shop'],
    ['ssh://git@github.com/acme/shop.git', 'acme/shop'],
    ['ssh://git@ssh.github.com:443/acme/shop.git', 'acme/shop'],
    ['"https://github.com/acme/shop"', 'acme/shop'],
    ['https://gitlab.com/acme/shop.git', undefined],
    ['https://github.com.evil.example/acme/shop', undefined],
    ['https://evil.example/github.com/acme/shop', undefined],
    ['https://github.com/acme', undefined],
    ['https://github.com/acme/shop/tree/main', undefined],
    ['../shop', undefined],
    ['', undefined],
  ])('of %s is %s', (url, expected) => {
    expect(readCheckout(folderOf({ '.git/config': config(url), '.git/HEAD': sha })).repository).toBe(expected)
  })

  it.each([
    ['a branch', { '.git/HEAD': 'ref: refs/heads/main\n', '.git/refs/heads/main': `${sha}\n` }, sha],
    ['a commit', { '.git/HEAD': `${sha}\n` }, sha],
    [
      'a packed branch',
      {
        '.git/HEAD': 'ref: refs/heads/feat/x\n',
        '.git/packed-refs': `# pack-refs with: peeled fully-peeled sorted\n${'1'.repeat(40)} refs/heads/x\n${sha} refs/heads/feat/x\n`,
      },
      sha,
    ],
    ['no commit yet', { '.git/HEAD': 'ref: refs/heads/main\n' }, undefined],
    ['a way out', { '.git/HEAD': 'ref: refs/../../secret\n', secret: sha }, undefined],
    ['nothing', { 'README.md': '' }, undefined],
  ])('on %s', (_, files, expected) => {
    expect(readCheckout(folderOf(files)).sha).toBe(expected)
  })

  it.each([
    ['ref: refs/remotes/origin/main\n', 'main'],
    ['ref: refs/remotes/origin/release/1.x\n', 'release/1.x'],
    [`${sha}\n`, undefined],
    ['', undefined],
  ])('has a default branch: %j', (text, expected) => {
    expect(readCheckout(folderOf({ '.git/refs/remotes/origin/HEAD': text })).defaultBranch).toBe(expected)
  })

  it('may be a linked worktree', () => {
    const root = folderOf({
      'main/.git/config': config('git@github.com:acme/shop.git'),
      'main/.git/refs/heads/topic': `${sha}\n`,
      'main/.git/refs/remotes/origin/HEAD': 'ref: refs/remotes/origin/trunk\n',
      'main/.git/worktrees/topic/commondir': '../..\n',
      'main/.git/worktrees/topic/HEAD': 'ref: refs/heads/topic\n',
      'topic/.git': 'gitdir: ../main/.git/worktrees/topic\n',
    })
    expect(readCheckout(join(root, 'topic'))).toEqual({ repository: 'acme/shop', defaultBranch: 'trunk', sha })
  })

  it('is not read through what is no file', () => {
    const root = folderOf({ '.git/config': config('') })
    symlinkSync(join(root, '.git/HEAD'), join(root, '.git/HEAD'))
    mkdirSync(join(root, '.git/packed-refs'))
    expect(readCheckout(root)).toEqual({ repository: undefined, defaultBranch: undefined, sha: undefined })
  })
})
