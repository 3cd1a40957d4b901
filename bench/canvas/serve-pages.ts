import { mkdtempSync, rmSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import react from '@vitejs/plugin-react'
import { build } from 'vite'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
}

export type Pages = Readonly<{ url: string; close(): void }>

/** Builds the pages of the other subjects as they would ship, and serves them on loopback. */
export async function servePages(names: readonly string[]): Promise<Pages> {
  const outDir = mkdtempSync(join(tmpdir(), 'parley-bench-pages-'))
  const root = join(import.meta.dirname, 'pages')
  await build({
    configFile: false,
    root,
    base: './',
    logLevel: 'error',
    mode: 'production',
    plugins: [react()],
    resolve: { alias: { 'litegraph.js': join(import.meta.dirname, '../peers/node_modules/litegraph.js') } },
    build: {
      outDir,
      emptyOutDir: true,
      rolldownOptions: { input: names.map(name => join(root, `${name}.html`)) },
    },
  })
  const server = createServer(async (request, response) => {
    const name = new URL(request.url ?? '/', 'http://page').pathname
    try {
      const bytes = await readFile(join(outDir, name))
      response
        .writeHead(200, { 'content-type': TYPES[extname(name)] ?? 'application/octet-stream' })
        .end(bytes)
    } catch {
      response.writeHead(404).end()
    }
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : undefined
  const close = () => {
    server.close()
    server.closeAllConnections()
    rmSync(outDir, { recursive: true, force: true })
  }
  return { url: `http://127.0.0.1:${port}`, close }
}
