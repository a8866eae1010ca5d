// Records what the real `kustomize build` prints for every fixture: node scripts/record-kustomize.mjs
// The outputs go to __tests__/render/kustomize/recorded.json, with the tool's version.
import { execFileSync } from 'node:child_process'
import { readdirSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'

const fixtures = resolve('__tests__/render/kustomize/fixtures')
const recorded = {}
for (const name of readdirSync(fixtures).sort()) {
  try {
    recorded[name] = {
      prints: execFileSync('kustomize', ['build', `${fixtures}/${name}`], { stdio: 'pipe' }).toString(),
    }
  } catch (error) {
    recorded[name] = { fails: String(error.stderr).trim().split('\n').at(-1).replaceAll(`${fixtures}/`, '') }
  }
}
const version = execFileSync('kustomize', ['version']).toString().trim()
writeFileSync('__tests__/render/kustomize/recorded.json', `${JSON.stringify({ version, recorded }, null, 2)}\n`)
