import { blockName, capitalBlockName } from '../../blocks/block-name.ts'
import type { BotRecord } from '../../document/records.ts'
import { botCheck } from '../check.ts'
import type { Issue } from '../issue.ts'

/** requirements.md KAR-15: the word in MENU_PRINCIPAL needs one menu to lead to. A bot without menus can only be told. */
export const checkMainMenu = botCheck(['bot', 'mainMenu', 'firstMenu', 'variables'], facts => {
  const { bot, mainMenu: main, firstMenu: first, variables } = facts
  const fix = first && { label: `Mark ${blockName(first)}`, changes: marked(bot, first.id) }
  if (main) {
    if (main.kind === 'menu') return []
    const message = `${capitalBlockName(main)} is marked as the main menu and is not a menu.`
    const unmark = { label: 'Remove the mark', changes: marked(bot, null) }
    return [{ code: 'menu/main-is-no-menu', severity: 'error', message, record: main.id, fix: fix ?? unmark }]
  }
  const token = String(variables.get('MENU_PRINCIPAL')?.initial ?? '')
  if (token.trim() === '') return []
  const message = `No menu is marked as the main menu, so “${token}” leads nowhere.`
  return first
    ? [{ code: 'menu/no-main', severity: 'error', message, record: first.id, ...(fix ? { fix } : {}) }]
    : [
        {
          code: 'menu/none',
          severity: 'warning',
          message: `The bot has no menu, so “${token}” leads nowhere.`,
          record: bot.id,
        },
      ]
})

function marked(bot: BotRecord, mainMenu: BotRecord['mainMenu']): NonNullable<Issue['fix']>['changes'] {
  return { [bot.id]: { before: bot, after: { ...bot, mainMenu } } }
}
