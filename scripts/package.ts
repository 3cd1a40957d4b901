import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { build } from './build.ts'
import { shippedLicences } from './licences.ts'
import { noticesOf } from './notices.ts'
import { REPO_ROOT } from './repo-root.ts'
import { runPackage } from './run-package.ts'
import { runTool } from './tool-fault.ts'

/**
 * `npm run package -- --linux dir` and the like: the program as people install it, in `release/`, with the licences of
 * everything in it beside it. What follows is handed to electron-builder (electron-builder.yml).
 */
async function main(): Promise<number> {
  await build()
  await writeFile(join(REPO_ROOT, 'out/third-party.txt'), noticesOf(shippedLicences()))
  const { exitCode } = await runPackage(['electron-builder', 'electron-builder', ...process.argv.slice(2)])
  return exitCode
}

await runTool(main)
