import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { formulaReference } from './formula-reference.ts'
import { REPO_ROOT } from './repo-root.ts'

/** `npm run docs`: writes the pages that are made from the code; a test says when they are stale. */
writeFileSync(join(REPO_ROOT, 'docs', 'formulas.md'), formulaReference())
