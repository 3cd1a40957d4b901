import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { build } from '../../../scripts/build.ts'
import { REPO_ROOT } from '../../../scripts/repo-root.ts'

const FILES: Record<string, string> = {
  'package.json': '{ "name": "tiny", "version": "1.0.0", "type": "module" }',
  'src-shared/greeting.ts':
    "import { z } from 'zod'\nexport const greeting: string = z.string().parse('hello')",
  'src-main/main.ts':
    "import { app } from 'electron'\nimport Database from 'better-sqlite3'\nimport { join } from 'node:path'\n" +
    "import { greeting } from '../src-shared/greeting.ts'\nconsole.log(app, Database, join(greeting, 'x'))",
  'src-main/preload.ts':
    "import { contextBridge } from 'electron'\nimport { greeting } from '../src-shared/greeting.ts'\n" +
    "contextBridge.exposeInMainWorld('tiny', { greeting })",
  'src-renderer/index.html':
    '<!doctype html><html lang="en"><body><div id="root"></div><script type="module" src="./main.tsx"></script></body></html>',
  'src-renderer/main.tsx':
    "import { createRoot } from 'react-dom/client'\nimport './main.css'\n" +
    "createRoot(document.body).render(<p>tiny</p>)\nimport('./later.ts').then(({ later }) => later())",
  'src-renderer/later.ts': "export function later() { console.log('later') }",
  'src-renderer/main.css': 'p { color: teal }',
  'src-review/main.tsx':
    "import { render } from 'preact'\nimport './review.css'\nimport { greeting } from '../src-shared/greeting.ts'\nrender(<p>tiny</p>, document.body)\n" +
    'console.log(greeting)',
  'src-review/review.css': 'p { color: plum }',
}

let root: string

async function write(file: string, text: string): Promise<void> {
  await mkdir(dirname(join(root, file)), { recursive: true })
  await writeFile(join(root, file), text)
}

function read(file: string): Promise<string> {
  return readFile(join(root, file), 'utf8')
}

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'parley-build-'))
  for (const [file, text] of Object.entries(FILES)) await write(file, text)
  await symlink(join(REPO_ROOT, 'node_modules'), join(root, 'node_modules'))
})

afterAll(() => rm(root, { recursive: true, force: true }))

test('builds four parts, and afterwards only what changed', async () => {
  expect(await build({ root })).toEqual(['main', 'preload', 'renderer', 'review'])
  expect(await build({ root })).toEqual([])
  await write('src-renderer/later.ts', "export function later() { console.log('much later') }")
  // The page of review files draws with files of the window.
  expect(await build({ root })).toEqual(['renderer', 'review'])
  await rm(join(root, 'out/preload'), { recursive: true })
  expect(await build({ root })).toEqual(['preload'])
}, 120_000)

test('main is ESM: Electron, better-sqlite3 and Node stay outside, the rest is bundled', async () => {
  const imports = [...(await read('out/main/main.js')).matchAll(/^import .*?from ?["'](.+?)["']/gm)].map(
    m => m[1],
  )
  expect([...new Set(imports)].sort()).toEqual(['better-sqlite3', 'electron', 'node:path'])
})

test('a sandboxed preload script requires only electron', async () => {
  const code = await read('out/preload/preload.cjs')
  expect([...new Set([...code.matchAll(/\brequire\(["'](.+?)["']\)/g)].map(m => m[1]))]).toEqual(['electron'])
  expect(code).not.toMatch(/^import /m)
  expect(await readdir(join(root, 'out/preload'))).toEqual(['preload.cjs'])
})

test('the page of review files is one script and one style sheet', async () => {
  expect((await readdir(join(root, 'out/review'))).sort()).toEqual(['review.css', 'review.js'])
  expect(await read('out/review/review.js')).not.toMatch(/^(import|export) /m)
})

test('the page has no inline script or style and only relative addresses, so that a strict CSP holds', async () => {
  const html = await read('out/renderer/index.html')
  expect(
    [...html.matchAll(/<script(.*?)>(.*?)<\/script>/gs)].every(m => m[1]?.includes('src="./') && !m[2]),
  ).toBe(true)
  expect(html).not.toMatch(/<style|data:|(?:src|href)="\//)
  const assets = await readdir(join(root, 'out/renderer/assets'))
  expect(assets.filter(name => name.endsWith('.js')).length).toBeGreaterThan(1)
  expect(assets.filter(name => name.endsWith('.map'))).toEqual([])
})
