import { join } from 'node:path'

/** Bundles the page of review files into one script and one style sheet, out/review, which go into the file as they are. */
export async function buildReview(root: string, dev: boolean): Promise<void> {
  const { build } = await import('vite')
  await build({
    configFile: false,
    root: join(root, 'src-review'),
    logLevel: 'warn',
    mode: dev ? 'development' : 'production',
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    build: {
      outDir: join(root, 'out/review'),
      emptyOutDir: true,
      target: ['chrome109', 'firefox115', 'safari16'],
      cssCodeSplit: false,
      modulePreload: false,
      // All of it is needed, and it is one file.
      chunkSizeWarningLimit: 3000,
      rolldownOptions: {
        input: join(root, 'src-review/main.tsx'),
        output: {
          format: 'iife',
          entryFileNames: 'review.js',
          assetFileNames: 'review[extname]',
          codeSplitting: false,
        },
      },
    },
  })
}
