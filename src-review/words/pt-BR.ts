import { blocks } from '../../src-renderer/words/pt-BR/blocks.ts'
import { botSettings } from '../../src-renderer/words/pt-BR/bot-settings.ts'
import { canvas } from '../../src-renderer/words/pt-BR/canvas.ts'
import { checklist } from '../../src-renderer/words/pt-BR/checklist.ts'
import { compare } from '../../src-renderer/words/pt-BR/compare.ts'
import { problems } from '../../src-renderer/words/pt-BR/problems.ts'
import { reviewPage } from '../../src-renderer/words/pt-BR/review-page.ts'
import { simulator } from '../../src-renderer/words/pt-BR/simulator.ts'
import { steps } from '../../src-renderer/words/pt-BR/steps.ts'
import { texts } from '../../src-renderer/words/pt-BR/texts.ts'

/** The areas the page uses; those of the window alone do not get into the file. */
export const ptBR = {
  ...{ blocks, botSettings, canvas, checklist, compare, reviewPage, simulator, steps },
  problems: { place: problems.place },
  texts: { field: texts.field },
}
