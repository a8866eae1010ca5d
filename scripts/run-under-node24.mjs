#!/usr/bin/env node
// Runs the tests of the built program under Node 24, which is what runs the Action on GitHub. The Node is that of the
// environment variable NODE24, else `node24`, else this one if it is one, else one from npm (126 MB).
import { spawnSync } from 'node:child_process'

const suites =
  process.argv.length > 2 ? process.argv.slice(2) : ['__tests__/action', '__tests__/cli', '__tests__/repository']
const jest = ['node_modules/jest/bin/jest.js', ...suites]
const env = { ...process.env, NODE_OPTIONS: '--experimental-vm-modules', NODE_NO_WARNINGS: '1' }

const found = [process.env.NODE24, 'node24', process.execPath].find(
  (node) => node && /^v24\./.test(spawnSync(node, ['--version'], { encoding: 'utf8' }).stdout ?? ''),
)
const [command, words] = found ? [found, jest] : ['npx', ['--yes', '--package', 'node@24', 'node', ...jest]]
process.exitCode = spawnSync(command, words, { env, stdio: 'inherit' }).status ?? 1
