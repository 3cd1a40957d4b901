import { ChangeSet } from '../../edit/changes.ts'
import type { BotCheck } from '../check.ts'
import type { Issue } from '../issue.ts'

/** requirements.md KAR-15: the word in MENU_PRINCIPAL needs one menu to lead to. A bot without menus has no use for it. */
export const checkMainMenu: BotCheck = function* (context): Iterable<Issue> {
  const { bot } = context.document
  const menus = [...context.document.all('block')].filter(({ kind }) => kind === 'menu')
  const [first] = menus
  const marked = bot.mainMenu && context.document.get(bot.mainMenu)
  if (marked && marked.kind !== 'menu')
    yield { code: 'menu/main-is-no-menu', severity: 'error', message: `${context.name(marked)} is marked as main menu and is not a menu.`, record: marked.id }
  if (marked || !first) return
  const token = String(context.document.variableNamed('MENU_PRINCIPAL')?.initial ?? '')
  if (token.trim() === '') return
  const changes = new ChangeSet(context.document).put({ ...bot, mainMenu: first.id }).done()
  yield {
    code: 'menu/no-main',
    severity: 'error',
    message: `No menu is marked as the main menu, so “${token}” leads nowhere.`,
    record: first.id,
    fix: { label: `Mark ${context.name(first)}`, changes },
  }
}
