import type { Sentences } from '../say.ts'
import { channelProblems } from './es/channel-problems.ts'
import { findings } from './es/findings.ts'
import { formulaProblems } from './es/formula-problems.ts'
import { kindFindings } from './es/kind-findings.ts'

/** Every sentence that checks and failures are told in, in Spanish. */
export const es: Sentences = { ...findings, ...kindFindings, ...formulaProblems, ...channelProblems }
