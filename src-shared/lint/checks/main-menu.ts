import type { BotRecord } from '../../document/records.ts'
import { unsaid } from '../../kit/say.ts'
import { named } from '../../kit/sentences/named.ts'
import { botCheck } from '../check.ts'
import { fixLabel } from '../fix-label.ts'
import type { Finding } from '../issue.ts'

/** requirements.md KAR-15: the word in MENU_PRINCIPAL needs one menu to lead to. A bot without menus can only be told. */
export const checkMainMenu = botCheck(['bot', 'mainMenu', 'firstMenu', 'variables'], facts => {
  const { bot, mainMenu: main, firstMenu: first, variables } = facts
  const fix = first && { ...fixLabel('fix/mark', { block: named(first) }), changes: marked(bot, first.id) }
  if (main) {
    if (main.kind === 'menu') return []
    const words = unsaid('menu/main-is-no-menu', { block: named(main) })
    const unmark = { ...fixLabel('fix/unmark', {}), changes: marked(bot, null) }
    return [
      { code: 'menu/main-is-no-menu', severity: 'error', ...words, record: main.id, fix: fix ?? unmark },
    ]
  }
  const token = String(variables.get('MENU_PRINCIPAL')?.initial ?? '')
  if (token.trim() === '') return []
  const words = unsaid('menu/no-main', { token })
  return first
    ? [{ code: 'menu/no-main', severity: 'error', ...words, record: first.id, ...(fix ? { fix } : {}) }]
    : [
        {
          code: 'menu/none',
          severity: 'warning',
          ...unsaid('menu/none', { token }),
          record: bot.id,
        },
      ]
})

function marked(bot: BotRecord, mainMenu: BotRecord['mainMenu']): NonNullable<Finding['fix']>['changes'] {
  return { [bot.id]: { before: bot, after: { ...bot, mainMenu } } }
}
