import { blocks } from '../../src-renderer/words/pt-BR/blocks.ts'
import { botSettings } from '../../src-renderer/words/pt-BR/bot-settings.ts'
import { canvas } from '../../src-renderer/words/pt-BR/canvas.ts'
import { checklist } from '../../src-renderer/words/pt-BR/checklist.ts'
import { reviewPage } from '../../src-renderer/words/pt-BR/review-page.ts'
import { simulator } from '../../src-renderer/words/pt-BR/simulator.ts'
import { steps } from '../../src-renderer/words/pt-BR/steps.ts'

/** The areas the page uses; those of the window alone do not get into the file. */
export const ptBR = { blocks, botSettings, canvas, checklist, reviewPage, simulator, steps }
