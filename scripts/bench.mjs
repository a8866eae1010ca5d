#!/usr/bin/env node
// npm run bench [-- --runs 3] [--out FOLDER]
// Times the built command line on an empty repository (a cold start), on an example, and on generated repositories that are
// 1×, 3× and 10× the size of a small monorepo; prints the median, the peak memory, and how time grows with size.
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const option = (name, fallback) =>
  process.argv.includes(name) ? process.argv[process.argv.indexOf(name) + 1] : fallback
const runs = Number(option('--runs', '3'))
const kept = option('--out', undefined)
const folder = kept ?? mkdtempSync(join(tmpdir(), 'bench-'))

/** `size` workflows that build and deploy, each with ten manifests and two scripts. */
function monorepo(name, size) {
  const path = join(folder, name)
  const write = (file, text) => {
    mkdirSync(dirname(join(path, file)), { recursive: true })
    writeFileSync(join(path, file), text)
  }
  for (let index = 0; index < size; index++) {
    const app = `app-${index}`
    write(`.github/workflows/${app}.yml`, workflow(app))
    write(`apps/${app}/Dockerfile`, 'FROM node:24-alpine\nCOPY . .\nCMD ["node", "."]\n')
    write(`apps/${app}/scripts/tag.sh`, `#!/bin/sh\necho "tag=$(echo "$GITHUB_SHA" | cut -c1-7)" >> "$GITHUB_OUTPUT"\n`)
    write(
      `apps/${app}/scripts/deploy.sh`,
      `set -eu\nsed -i "s|IMAGE|$1|" apps/${app}/k8s/*.yaml\nkubectl apply -f apps/${app}/k8s\n`,
    )
    for (let part = 0; part < 10; part++) write(`apps/${app}/k8s/part-${part}.yaml`, deployment(app, part))
  }
  return path
}

const workflow = (app) => `on:
  push:
    branches: [main]
    paths: [apps/${app}/**]
permissions:
  contents: read
  packages: write
jobs:
  build:
    runs-on: ubuntu-latest
    outputs:
      tag: \${{ steps.tag.outputs.tag }}
    steps:
      - uses: actions/checkout@v5
      - id: tag
        run: sh apps/${app}/scripts/tag.sh
      - uses: docker/login-action@v3
        with:
          registry: ghcr.io
          username: \${{ github.actor }}
          password: \${{ secrets.GITHUB_TOKEN }}
      - uses: docker/build-push-action@v6
        with:
          context: apps/${app}
          push: true
          tags: ghcr.io/acme/${app}:\${{ steps.tag.outputs.tag }}
  deploy:
    needs: build
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v5
      - run: sh apps/${app}/scripts/deploy.sh ghcr.io/acme/${app}:\${{ needs.build.outputs.tag }}
`

const deployment = (app, part) => `apiVersion: apps/v1
kind: Deployment
metadata:
  name: ${app}-${part}
spec:
  selector:
    matchLabels: { app: ${app}-${part} }
  template:
    metadata:
      labels: { app: ${app}-${part} }
    spec:
      containers:
        - name: main
          image: IMAGE
`

/** What a run says at its end about itself. */
const probe = `data:text/javascript,${encodeURIComponent(
  "process.on('exit', () => process.stderr.write('\\nrss ' + process.resourceUsage().maxRSS))",
)}`

function measured(path) {
  const samples = Array.from({ length: runs }, () => {
    const begin = process.hrtime.bigint()
    const child = spawnSync(
      process.execPath,
      ['--import', probe, join(root, 'dist/cli.js'), path, '--format', 'json'],
      {
        encoding: 'utf8',
        maxBuffer: 2 ** 28,
      },
    )
    const milliseconds = Number(process.hrtime.bigint() - begin) / 1e6
    if (child.status > 1) throw new Error(child.stderr)
    return { milliseconds, kilobytes: Number(/rss (\d+)$/.exec(child.stderr)?.[1]) }
  })
  const times = samples.map(({ milliseconds }) => milliseconds).sort((a, b) => a - b)
  return {
    milliseconds: times[Math.floor(times.length / 2)],
    megabytes: Math.max(...samples.map(({ kilobytes }) => kilobytes)) / 1024,
  }
}

mkdirSync(join(folder, 'empty'), { recursive: true })
cpSync(join(root, 'examples'), join(folder, 'examples'), { recursive: true })
const cases = [
  ['cold start', join(folder, 'empty')],
  ['an example', join(folder, 'examples/healthy-envsubst-acr')],
  ['10 workflows, 100 manifests, 20 scripts', monorepo('one', 10)],
  ['30 workflows, 300 manifests, 60 scripts', monorepo('three', 30)],
  ['100 workflows, 1,000 manifests, 200 scripts', monorepo('ten', 100)],
]
const results = cases.map(([name, path]) => {
  const result = measured(path)
  console.log(
    `${name.padEnd(46)}${result.milliseconds.toFixed(0).padStart(7)} ms${result.megabytes.toFixed(0).padStart(6)} MB`,
  )
  return result.milliseconds
})
const [cold, , one, , ten] = results
console.log(`ten times the size takes ${((ten - cold) / (one - cold)).toFixed(1)} times as long, without the start`)
if (kept === undefined) rmSync(folder, { recursive: true })
