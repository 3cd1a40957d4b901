import { audit } from './en/audit.ts'
import { blocks } from './en/blocks.ts'
import { botSettings } from './en/bot-settings.ts'
import { canvas } from './en/canvas.ts'
import { checklist } from './en/checklist.ts'
import { compare } from './en/compare.ts'
import { craft } from './en/craft.ts'
import { editor } from './en/editor.ts'
import { engines } from './en/engines.ts'
import { exports } from './en/export.ts'
import { find } from './en/find.ts'
import { history } from './en/history.ts'
import { inspector } from './en/inspector.ts'
import { integrations } from './en/integrations.ts'
import { keywords } from './en/keywords.ts'
import { knowledge } from './en/knowledge.ts'
import { library } from './en/library.ts'
import { live } from './en/live.ts'
import { media } from './en/media.ts'
import { menu } from './en/menu.ts'
import { newBot } from './en/new-bot.ts'
import { people } from './en/people.ts'
import { present } from './en/present.ts'
import { preview } from './en/preview.ts'
import { problems } from './en/problems.ts'
import { review } from './en/review.ts'
import { reviewPage } from './en/review-page.ts'
import { shell } from './en/shell.ts'
import { simulator } from './en/simulator.ts'
import { stage } from './en/stage.ts'
import { steps } from './en/steps.ts'
import { tests } from './en/tests.ts'
import { texts } from './en/texts.ts'
import { variables } from './en/variables.ts'
import { versions } from './en/versions.ts'

/** Every word of the interface in English, one file per area; other languages will hold the same keys. */
export const en = {
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

export type Words = typeof en
