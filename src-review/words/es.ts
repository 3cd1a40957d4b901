import { blocks } from '../../src-renderer/words/es/blocks.ts'
import { botSettings } from '../../src-renderer/words/es/bot-settings.ts'
import { canvas } from '../../src-renderer/words/es/canvas.ts'
import { checklist } from '../../src-renderer/words/es/checklist.ts'
import { reviewPage } from '../../src-renderer/words/es/review-page.ts'
import { simulator } from '../../src-renderer/words/es/simulator.ts'
import { steps } from '../../src-renderer/words/es/steps.ts'

/** The areas the page uses; those of the window alone do not get into the file. */
export const es = { blocks, botSettings, canvas, checklist, reviewPage, simulator, steps }
