// What our own modules export, for scripts: bundled to where their packages are found, as TypeScript is not Node's.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'

/** `exports`: statements as they stand in a module at the top of the project (`export { a } from './src/a.ts'`). */
export async function loadSources(exports, plugins = []) {
  const folder = mkdtempSync(join(tmpdir(), 'sources-'))
  const outfile = join(folder, 'sources.mjs')
  try {
    await build({
      stdin: { contents: exports.join('\n'), resolveDir: fileURLToPath(new URL('..', import.meta.url)) },
      bundle: true,
      platform: 'node',
      format: 'esm',
      outfile,
      plugins,
      logLevel: 'error',
      banner: { js: "import{createRequire as __cr}from'node:module';const require=__cr(import.meta.url);" },
    })
    return await import(pathToFileURL(outfile))
  } finally {
    rmSync(folder, { recursive: true })
  }
}
