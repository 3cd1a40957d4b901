import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { REPO_ROOT } from './repo-root.ts'

/** How one command ended; `output` is empty unless it was asked for. */
export type Ended = Readonly<{ exitCode: number; output: string }>

/** Absolute path of a command of an installed package, so that no shell and no PATH is needed. */
export function packageBin(packageName: string, command: string): string {
  const folder = join(REPO_ROOT, 'node_modules', packageName)
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    bin: Record<string, string>
  }
  const file = manifest.bin[command]
  if (!file) throw new Error(`${packageName} has no command ${command}`)
  return join(dirname(join(folder, 'package.json')), file)
}

/** Runs a package's command with this very Node; output goes to the terminal, or is kept when `quiet`. */
export function runPackage(
  [packageName, command, ...args]: readonly [string, string, ...string[]],
  options: { quiet?: boolean } = {},
): Promise<Ended> {
  const child = spawn(process.execPath, [packageBin(packageName, command), ...args], {
    cwd: REPO_ROOT,
    stdio: options.quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit',
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', text => {
      output += text
    })
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', code => resolve({ exitCode: code ?? 1, output }))
  })
}
