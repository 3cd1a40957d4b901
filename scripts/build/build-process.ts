import { join } from 'node:path'

/** What the main process and the preload script are built from and into, relative to `root`. */
export type ProcessBuild = Readonly<{
  root: string
  entry: string
  outDir: string
  format: 'es' | 'cjs'
  external: readonly (string | RegExp)[]
  dev: boolean
}>

/** Bundles one Node-side entry into a file of its own name (`.js`, or `.cjs`); everything not external goes in. */
export async function buildProcess(what: ProcessBuild): Promise<void> {
  const extension = what.format === 'es' ? 'js' : 'cjs'
  // Loaded late: most starts find everything up to date.
  const { build } = await import('vite')
  await build({
    configFile: false,
    root: what.root,
    logLevel: 'warn',
    mode: what.dev ? 'development' : 'production',
    ssr: { noExternal: true },
    build: {
      ssr: true,
      outDir: join(what.root, what.outDir),
      emptyOutDir: true,
      // The older of the two Electrons in use runs Node 20.18.
      target: 'node20.18',
      minify: false,
      sourcemap: what.dev,
      rolldownOptions: {
        input: join(what.root, what.entry),
        external: [...what.external],
        platform: 'node',
        output: {
          format: what.format,
          entryFileNames: `[name].${extension}`,
          chunkFileNames: `[name]-[hash].${extension}`,
          codeSplitting: what.format === 'es',
        },
      },
    },
  })
}
