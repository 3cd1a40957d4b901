import { blocks } from '../../src-renderer/words/en/blocks.ts'
import { botSettings } from '../../src-renderer/words/en/bot-settings.ts'
import { canvas } from '../../src-renderer/words/en/canvas.ts'
import { checklist } from '../../src-renderer/words/en/checklist.ts'
import { compare } from '../../src-renderer/words/en/compare.ts'
import { problems } from '../../src-renderer/words/en/problems.ts'
import { reviewPage } from '../../src-renderer/words/en/review-page.ts'
import { simulator } from '../../src-renderer/words/en/simulator.ts'
import { steps } from '../../src-renderer/words/en/steps.ts'
import { texts } from '../../src-renderer/words/en/texts.ts'

/** The areas the page uses; those of the window alone do not get into the file. */
export const en = {
  ...{ blocks, botSettings, canvas, checklist, compare, reviewPage, simulator, steps },
  problems: { place: problems.place },
  texts: { field: texts.field },
}
