import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { generatedPages } from './generated-pages.ts'
import { REPO_ROOT } from './repo-root.ts'

/** `npm run docs`: writes the pages that are made from the code; a test says when they are stale. */
for (const { path, text } of generatedPages()) {
  const file = join(REPO_ROOT, 'docs', path)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text)
}
