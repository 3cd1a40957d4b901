import { audit } from './pt-BR/audit.ts'
import { blocks } from './pt-BR/blocks.ts'
import { botSettings } from './pt-BR/bot-settings.ts'
import { canvas } from './pt-BR/canvas.ts'
import { checklist } from './pt-BR/checklist.ts'
import { compare } from './pt-BR/compare.ts'
import { craft } from './pt-BR/craft.ts'
import { editor } from './pt-BR/editor.ts'
import { engines } from './pt-BR/engines.ts'
import { exports } from './pt-BR/export.ts'
import { find } from './pt-BR/find.ts'
import { history } from './pt-BR/history.ts'
import { inspector } from './pt-BR/inspector.ts'
import { integrations } from './pt-BR/integrations.ts'
import { keywords } from './pt-BR/keywords.ts'
import { knowledge } from './pt-BR/knowledge.ts'
import { library } from './pt-BR/library.ts'
import { live } from './pt-BR/live.ts'
import { media } from './pt-BR/media.ts'
import { menu } from './pt-BR/menu.ts'
import { newBot } from './pt-BR/new-bot.ts'
import { people } from './pt-BR/people.ts'
import { present } from './pt-BR/present.ts'
import { preview } from './pt-BR/preview.ts'
import { problems } from './pt-BR/problems.ts'
import { review } from './pt-BR/review.ts'
import { reviewPage } from './pt-BR/review-page.ts'
import { shell } from './pt-BR/shell.ts'
import { simulator } from './pt-BR/simulator.ts'
import { stage } from './pt-BR/stage.ts'
import { steps } from './pt-BR/steps.ts'
import { tests } from './pt-BR/tests.ts'
import { texts } from './pt-BR/texts.ts'
import { variables } from './pt-BR/variables.ts'
import { versions } from './pt-BR/versions.ts'
import type { Translated } from './translated.ts'

/** Every word of the interface in Brazilian Portuguese, one file per area, with the keys of `en`. */
export const ptBR: Translated = {
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
