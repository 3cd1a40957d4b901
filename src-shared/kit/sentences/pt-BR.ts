import type { Sentences } from '../say.ts'
import { channelProblems } from './pt-BR/channel-problems.ts'
import { findings } from './pt-BR/findings.ts'
import { formulaProblems } from './pt-BR/formula-problems.ts'
import { kindFindings } from './pt-BR/kind-findings.ts'

/** Every sentence that checks and failures are told in, in Brazilian Portuguese. */
export const ptBR: Sentences = { ...findings, ...kindFindings, ...formulaProblems, ...channelProblems }
