import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { formulaReference } from '../../../scripts/formula-reference.ts'
import { REPO_ROOT } from '../../../scripts/repo-root.ts'

test('docs/formulas.md is what the function table says; `npm run docs` writes it anew', () => {
  expect(readFileSync(join(REPO_ROOT, 'docs', 'formulas.md'), 'utf8')).toBe(formulaReference())
})
