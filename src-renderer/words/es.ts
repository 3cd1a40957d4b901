import { audit } from './es/audit.ts'
import { blocks } from './es/blocks.ts'
import { botSettings } from './es/bot-settings.ts'
import { canvas } from './es/canvas.ts'
import { checklist } from './es/checklist.ts'
import { compare } from './es/compare.ts'
import { craft } from './es/craft.ts'
import { editor } from './es/editor.ts'
import { engines } from './es/engines.ts'
import { exports } from './es/export.ts'
import { find } from './es/find.ts'
import { history } from './es/history.ts'
import { inspector } from './es/inspector.ts'
import { integrations } from './es/integrations.ts'
import { keywords } from './es/keywords.ts'
import { knowledge } from './es/knowledge.ts'
import { library } from './es/library.ts'
import { live } from './es/live.ts'
import { media } from './es/media.ts'
import { menu } from './es/menu.ts'
import { newBot } from './es/new-bot.ts'
import { people } from './es/people.ts'
import { present } from './es/present.ts'
import { preview } from './es/preview.ts'
import { problems } from './es/problems.ts'
import { review } from './es/review.ts'
import { reviewPage } from './es/review-page.ts'
import { shell } from './es/shell.ts'
import { simulator } from './es/simulator.ts'
import { stage } from './es/stage.ts'
import { steps } from './es/steps.ts'
import { tests } from './es/tests.ts'
import { texts } from './es/texts.ts'
import { variables } from './es/variables.ts'
import { versions } from './es/versions.ts'
import type { Translated } from './translated.ts'

/** Every word of the interface in Spanish, one file per area; the keys are those of `en`. */
export const es: Translated = {
  audit,
  blocks,
  botSettings,
  canvas,
  checklist,
  compare,
  craft,
  editor,
  engines,
  export: exports,
  find,
  history,
  inspector,
  integrations,
  keywords,
  knowledge,
  library,
  live,
  media,
  menu,
  newBot,
  people,
  present,
  preview,
  problems,
  reviewPage,
  review,
  shell,
  simulator,
  stage,
  steps,
  texts,
  tests,
  variables,
  versions,
}
