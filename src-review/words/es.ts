import { blocks } from '../../src-renderer/words/es/blocks.ts'
import { botSettings } from '../../src-renderer/words/es/bot-settings.ts'
import { canvas } from '../../src-renderer/words/es/canvas.ts'
import { checklist } from '../../src-renderer/words/es/checklist.ts'
import { compare } from '../../src-renderer/words/es/compare.ts'
import { problems } from '../../src-renderer/words/es/problems.ts'
import { reviewPage } from '../../src-renderer/words/es/review-page.ts'
import { simulator } from '../../src-renderer/words/es/simulator.ts'
import { steps } from '../../src-renderer/words/es/steps.ts'
import { texts } from '../../src-renderer/words/es/texts.ts'

/** The areas the page uses; those of the window alone do not get into the file. */
export const es = {
  ...{ blocks, botSettings, canvas, checklist, compare, reviewPage, simulator, steps },
  problems: { place: problems.place },
  texts: { field: texts.field },
}
