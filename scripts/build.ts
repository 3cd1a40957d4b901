import { existsSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { buildProcess } from './build/build-process.ts'
import { buildReview } from './build/build-review.ts'
import { inputHash } from './build/input-hash.ts'
import { REPO_ROOT } from './repo-root.ts'
import { runTool } from './tool-fault.ts'

/** `dev` adds source maps; `root` is another checkout (tests); `only` is one part by its name. */
export type BuildOptions = Readonly<{ dev?: boolean; root?: string; only?: string }>

type Part = Readonly<{ name: string; output: string; inputs: readonly string[]; run: () => Promise<void> }>
type Stamps = Record<string, string>

const COMMON_INPUTS = [
  'src-shared',
  'assets',
  'package-lock.json',
  'tsconfig.base.json',
  'scripts/build',
  'scripts/build.ts',
]
const STAMP_FILE = 'out/.inputs.json'

/** Builds the parts of the app into `out/`, leaving out what is up to date; answers the names of what was built. */
export async function build(options: BuildOptions = {}): Promise<readonly string[]> {
  const root = options.root ?? REPO_ROOT
  const dev = options.dev ?? false
  const stamps = await readStamps(root)
  const built: string[] = []
  for (const part of partsOf(root, dev)) {
    if (options.only !== undefined && part.name !== options.only) continue
    const hash = await inputHash(root, [...COMMON_INPUTS, ...part.inputs], modeOf(dev))
    if (stamps[part.name] === hash && existsSync(join(root, part.output))) continue
    const startedAt = performance.now()
    await withNodeEnv(modeOf(dev), part.run)
    built.push(part.name)
    stamps[part.name] = hash
    await writeStamps(root, stamps)
    console.log(`built ${part.name} in ${((performance.now() - startedAt) / 1000).toFixed(1)} s`)
  }
  return built
}

function modeOf(dev: boolean): string {
  return dev ? 'development' : 'production'
}

/** Test runners set NODE_ENV to `test`, which would put React's slow build into the window. */
async function withNodeEnv(mode: string, run: () => Promise<void>): Promise<void> {
  const before = process.env.NODE_ENV
  process.env.NODE_ENV = mode
  try {
    await run()
  } finally {
    if (before === undefined) delete process.env.NODE_ENV
    else process.env.NODE_ENV = before
  }
}

function partsOf(root: string, dev: boolean): readonly Part[] {
  const main = {
    entry: 'src-main/main.ts',
    outDir: 'out/main',
    format: 'es',
    external: ['electron', 'better-sqlite3', /^node:/],
  } as const
  // A sandboxed preload script can load nothing but electron.
  const preload = {
    entry: 'src-main/preload.ts',
    outDir: 'out/preload',
    format: 'cjs',
    external: ['electron'],
  } as const
  return [
    {
      name: 'main',
      output: 'out/main/main.js',
      inputs: ['src-main'],
      run: () => buildProcess({ ...main, root, dev }),
    },
    {
      name: 'preload',
      output: 'out/preload/preload.cjs',
      inputs: ['src-main'],
      run: () => buildProcess({ ...preload, root, dev }),
    },
    {
      name: 'renderer',
      output: 'out/renderer/index.html',
      inputs: ['src-renderer', 'vite.config.ts'],
      run: () => buildRenderer(root, dev),
    },
    {
      name: 'review',
      output: 'out/review/review.js',
      inputs: ['src-review', 'src-renderer'],
      run: () => buildReview(root, dev),
    },
  ]
}

async function buildRenderer(root: string, dev: boolean): Promise<void> {
  const mode = modeOf(dev)
  const { build: viteBuild } = await import('vite')
  await viteBuild({
    configFile: join(REPO_ROOT, 'vite.config.ts'),
    root: join(root, 'src-renderer'),
    mode,
    logLevel: 'warn',
  })
}

async function readStamps(root: string): Promise<Stamps> {
  try {
    return JSON.parse(await readFile(join(root, STAMP_FILE), 'utf8')) as Stamps
  } catch {
    return {}
  }
}

async function writeStamps(root: string, stamps: Stamps): Promise<void> {
  await mkdir(join(root, 'out'), { recursive: true })
  await writeFile(join(root, STAMP_FILE), JSON.stringify(stamps))
}

async function main(): Promise<number> {
  const built = await build({ dev: process.argv.includes('--dev') })
  console.log(built.length > 0 ? 'out/ is ready' : 'out/ is up to date')
  return 0
}

if (import.meta.main) await runTool(main)
