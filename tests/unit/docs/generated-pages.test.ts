import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { generatedPages } from '../../../scripts/generated-pages.ts'
import { REPO_ROOT } from '../../../scripts/repo-root.ts'
import { provenBy } from '../../../scripts/requirement-table.ts'

const pages = generatedPages()

test.each(pages.map(page => [page.path, page.text]))(
  'docs/%s is what the code says; `npm run docs` writes it anew',
  (path, text) => {
    expect(readFileSync(join(REPO_ROOT, 'docs', path), 'utf8')).toBe(text)
  },
)

test('there is no page of a block that does not exist', () => {
  const made = pages.filter(({ path }) => path.startsWith('blocks/')).map(({ path }) => path.slice(7))
  expect(readdirSync(join(REPO_ROOT, 'docs', 'blocks')).sort()).toEqual([...made].sort())
})

describe('every requirement of conversations', () => {
  test.each([...provenBy()])('%s is proven by a recorded conversation', (_, lines) => {
    expect(lines.length).toBeGreaterThan(0)
  })
})
