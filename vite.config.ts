import { readFileSync } from 'node:fs'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

/** The licence of ELK lies beside its file (docs/decisions/0011). */
const elkLicence: Plugin = {
  name: 'elk-licence',
  generateBundle() {
    const source = readFileSync(new URL('node_modules/elkjs/LICENSE.md', import.meta.url), 'utf8')
    this.emitFile({ type: 'asset', fileName: 'assets/elk-worker-LICENSE.md', source })
  },
}

// The window's side. The page is served under a CSP without inline scripts, so nothing may be inlined into it.
export default defineConfig(({ mode }) => ({
  root: 'src-renderer',
  base: './',
  plugins: [react(), elkLicence],
  worker: { format: 'es' },
  build: {
    outDir: '../out/renderer',
    emptyOutDir: true,
    target: 'chrome130',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    sourcemap: mode === 'development',
    chunkSizeWarningLimit: 1500,
    // Every file of the page passes through the main process, so what every start needs is one file.
    rolldownOptions: {
      output: { codeSplitting: { groups: [{ name: 'start', tags: ['$initial'] }] } },
    },
  },
}))
