import { expect, test } from 'vitest'
import { BotDocument } from '../../../src-shared/document/bot-document.ts'
import { missingFields } from '../../../src-shared/lint/mandatory-fields.ts'
import { blockId, type DraftBot, END, flowId, healthyBot } from '../document/draft-bot.ts'

/** requirements.md KAL-11: what Finish & save asks for; everything else may be unfinished. */
const CASES: readonly Readonly<{
  says: string
  change: (bot: DraftBot) => unknown
  missing: readonly string[]
}>[] = [
  { says: 'a bot with name, entry and menu', change: () => undefined, missing: [] },
  {
    says: 'a bot with errors',
    change: bot => bot.unplug('menu', 'opt_b').bot({ mainMenu: null }),
    missing: [],
  },
  {
    says: 'no entry',
    change: bot => bot.drop('block_in').drop('edge_in-next').drop('kw_hi'),
    missing: ['lifecycle/no-entry'],
  },
  {
    says: 'an entry that leads nowhere',
    change: bot => bot.unplug('in', 'next'),
    missing: ['lifecycle/no-rest'],
  },
  {
    says: 'an end that only a jump leads to',
    change: bot =>
      bot
        .block('jump', 'goTo', { block: blockId('far') })
        .flow('away')
        .block('far', 'end', END, { flow: flowId('away') })
        .edge('in', 'next', 'jump'),
    missing: [],
  },
  {
    says: 'an end in a called flow',
    change: bot =>
      bot
        .flow('sub')
        .block('sub-in', 'entry', { trigger: 'call' }, { flow: flowId('sub') })
        .block('sub-end', 'end', END, { flow: flowId('sub') })
        .edge('sub-in', 'next', 'sub-end', flowId('sub'))
        .block('call', 'callFlow', { flow: flowId('sub') })
        .edge('in', 'next', 'call'),
    missing: [],
  },
]

test.each(CASES)('$says: $missing', ({ change, missing }) => {
  const bot = healthyBot()
  change(bot)
  expect(missingFields(bot.document()).map(({ code }) => code)).toEqual(missing)
})

test('a name of blanks, which only reaches it past the border', () => {
  const document = healthyBot().document()
  const nameless = BotDocument.of(
    [...document.values()].map(record => (record.type === 'bot' ? { ...record, name: ' ' } : record)),
  )
  expect(missingFields(nameless)).toMatchObject([
    { code: 'lifecycle/no-name', message: 'the name of the bot', pointer: document.bot.id },
  ])
})
