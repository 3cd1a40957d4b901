import { channelProblems } from './en/channel-problems.ts'
import { findings } from './en/findings.ts'
import { formulaProblems } from './en/formula-problems.ts'
import { kindFindings } from './en/kind-findings.ts'

/** Every sentence that checks and failures are told in, in English; other languages hold the same. */
export const en = { ...findings, ...kindFindings, ...formulaProblems, ...channelProblems } as const
