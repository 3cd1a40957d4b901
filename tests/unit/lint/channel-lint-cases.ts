import type { FlowId } from '../../../src-shared/document/ids.ts'
import type { BotSettings } from '../../../src-shared/document/settings.ts'
import { ask, type DraftBot, END, RETURN, say, set, templateId } from '../document/draft-bot.ts'
import { proactive, sending } from './bot-lint-cases.ts'
import { between, type LintCase } from './lint-cases.ts'

const SILENT_END = { mode: 'close', text: { en: '' } }

type Channels = NonNullable<BotSettings['channels']>

/** hello → so many hours of silence → the block → menu. */
function silence(bot: DraftBot, hours: number): DraftBot {
  return bot
    .block('wait', 'delay', { amount: hours, unit: 'hours' })
    .edge('hello', 'next', 'wait')
    .edge('wait', 'next', 'menu')
}

function bound(bot: DraftBot, ...channels: Channels): DraftBot {
  return bot.settings({ channels })
}

/** The company begins with a block, and says no more. */
function beginningWith(
  bot: DraftBot,
  kind: string,
  data: object,
  channel: Channels[number] = 'whatsapp',
): DraftBot {
  return proactive(bound(bot, channel))
    .template('order_update')
    .block('first', kind, data)
    .block('last', 'end', SILENT_END)
    .edge('begin', 'next', 'first')
    .edge('first', 'next', 'last')
}

const TEMPLATE = { template: templateId('order_update'), parameters: [] }
const SUB = 'flow_sub' as FlowId

/** A flow in which a block stands between its beginning and its return. */
function flowWith(bot: DraftBot, kind: string, data: object, port = 'next'): DraftBot {
  return bot
    .flow('sub')
    .block('sub-in', 'entry', { trigger: 'call' }, { flow: SUB })
    .block('sub-do', kind, data, { flow: SUB })
    .block('sub-end', 'end', RETURN, { flow: SUB })
    .edge('sub-in', 'next', 'sub-do', SUB)
    .edge('sub-do', port, 'sub-end', SUB)
}

/** hello → the flow → menu. */
function calling(bot: DraftBot): DraftBot {
  return between(bot, 'call', 'callFlow', { flow: SUB })
}

function collecting(bot: DraftBot, silenceSeconds: number): DraftBot {
  const texts = { prompt: { en: 'Tell us' }, more: {}, retry: {}, doneWords: {} }
  return between(
    bound(bot, 'whatsapp'),
    'tell',
    'collect',
    {
      ...{ ...texts, count: null, silenceSeconds, saveTo: null },
    },
    'done',
  ).edge('tell', 'timeout', 'menu')
}

const WINDOW_CASES: readonly LintCase[] = [
  {
    code: 'window/free-text',
    says: 'after a day of silence; after 23 hours it is no matter (KAL-04, NHN-40)',
    raises: bot => silence(bound(bot, 'whatsapp'), 24),
    spares: bot => silence(bound(bot, 'whatsapp'), 23),
  },
  {
    code: 'window/free-text',
    says: 'on a channel with a window; the others take anything at any time (NHN-34)',
    raises: bot => silence(bound(bot, 'web', 'messenger'), 24),
    spares: bot => silence(bound(bot, 'web', 'sms'), 24),
  },
  {
    code: 'window/free-text',
    says: 'two waits make a day; an answer between them begins it anew',
    raises: bot =>
      silence(bound(bot, 'whatsapp'), 12)
        .block('more', 'delay', { amount: 12, unit: 'hours' })
        .edge('wait', 'next', 'more')
        .edge('more', 'next', 'menu'),
    spares: bot =>
      silence(bound(bot, 'whatsapp'), 12)
        .block('ask', 'question', ask())
        .block('more', 'delay', { amount: 12, unit: 'hours' })
        .edge('wait', 'next', 'ask')
        .edge('ask', 'answered', 'more')
        .edge('more', 'next', 'menu'),
  },
  {
    code: 'window/free-text',
    says: 'the company begins with words of its own; a template may be sent (D-23)',
    raises: bot => beginningWith(bot, 'message', say('News')),
    spares: bot => beginningWith(bot, 'sendTemplate', TEMPLATE),
  },
  {
    code: 'window/template',
    says: 'the company begins with a template on a channel that has none (D-23)',
    raises: bot => beginningWith(bot, 'sendTemplate', TEMPLATE, 'messenger'),
    spares: bot => beginningWith(bot, 'sendTemplate', TEMPLATE),
  },
  {
    code: 'window/free-text',
    says: 'the company begins with a question, or decides first and says nothing',
    raises: bot => beginningWith(bot, 'end', END),
    spares: bot => beginningWith(bot, 'setVariable', set(null, '1')),
  },
  {
    code: 'window/free-text',
    says: 'an event begins late, a link the customer opens does not (NHN-51)',
    raises: bot =>
      bound(bot, 'instagram')
        .block('paid', 'entry', { trigger: 'event', name: 'paid' })
        .edge('paid', 'next', 'menu'),
    spares: bot =>
      bound(bot, 'instagram')
        .block('by', 'entry', { trigger: 'referral', name: 'ad' })
        .edge('by', 'next', 'menu'),
  },
  {
    code: 'window/free-text',
    says: 'a day goes by in a flow that is called',
    raises: bot => calling(flowWith(bound(bot, 'whatsapp'), 'delay', { amount: 1, unit: 'days' })),
    spares: bot => calling(flowWith(bound(bot, 'whatsapp'), 'delay', { amount: 23, unit: 'hours' })),
  },
  {
    code: 'window/free-text',
    says: 'of a flow called early and late, only the late one comes back late',
    raises: bot =>
      beginningWith(flowWith(bot, 'setVariable', set(null, '1')), 'callFlow', { flow: SUB }).edge(
        'first',
        'next',
        'menu',
      ),
    spares: bot =>
      calling(beginningWith(flowWith(bot, 'setVariable', set(null, '1')), 'callFlow', { flow: SUB })),
  },
  {
    code: 'window/free-text',
    says: 'a flow says something when it is called late',
    raises: bot => beginningWith(flowWith(bot, 'message', say('News')), 'callFlow', { flow: SUB }),
    spares: bot => calling(beginningWith(flowWith(bot, 'message', say('News')), 'sendTemplate', TEMPLATE)),
  },
  {
    code: 'window/free-text',
    says: 'delays in a circle are late in the end',
    raises: bot =>
      bound(bot, 'whatsapp')
        .block('again', 'condition', { branches: [{ id: 'br_0', name: '', when: 'true' }] })
        .block('wait', 'delay', { amount: 1, unit: 'hours' })
        .edge('hello', 'next', 'again')
        .edge('again', 'br_0', 'wait')
        .edge('wait', 'next', 'again')
        .edge('again', 'else', 'menu'),
    spares: bot => silence(bound(bot, 'whatsapp'), 1),
  },
  {
    code: 'window/free-text',
    says: 'a block that collects gives up after a day of silence',
    raises: bot => collecting(bot, 86_400),
    spares: bot => collecting(bot, 86_399),
  },
  {
    code: 'window/free-text',
    says: 'a language that is asked for; one that is fixed says nothing, whatever it once asked',
    raises: bot => beginningWith(bot.bot({ locales: ['en', 'fr'] }), 'language', speaking('ask')),
    spares: bot => beginningWith(bot.bot({ locales: ['en', 'fr'] }), 'language', speaking('fixed')),
  },
]

function speaking(mode: string): object {
  return { mode, prompt: { en: 'Language?' }, locale: 'en', variable: null }
}

/** hello → a message on a channel → menu. */
function told(channel: Channels[number], text: string) {
  return (bot: DraftBot) => between(bound(bot, channel).variable('CITY'), 'told', 'message', say(text))
}

/** The main menu has a third option with this label. */
function offered(channel: Channels[number], label: string) {
  const options = [
    { id: 'opt_a', label: { en: 'Hours' }, synonyms: {} },
    { id: 'opt_b', label: { en: 'Leave' }, synonyms: {} },
    { id: 'opt_c', label: { en: label }, synonyms: {} },
  ]
  return (bot: DraftBot) =>
    bound(bot, channel)
      .variable('CITY')
      .block('menu', 'menu', { prompt: { en: 'Choose' }, options, retry: { en: '' } })
      .edge('menu', 'opt_c', 'hello')
}

/** A template with one place, on a channel. */
function filled(channel: Channels[number], value: string, body = 'News') {
  return (bot: DraftBot) =>
    sending(
      bound(bot, channel)
        .variable('CITY')
        .template('order_update', { places: 1, body: { en: body } }),
      [value],
    )
}

const CHANNEL_CASES: readonly LintCase[] = [
  {
    code: 'channel/whatsapp-row-label',
    says: 'a label is too long even for a list; on a button it would not fit either (NHN-06)',
    raises: offered('whatsapp', 'x'.repeat(25)),
    spares: offered('whatsapp', 'x'.repeat(24)),
  },
  {
    code: 'channel/whatsapp-row-label',
    says: 'the web takes any label (NHN-34)',
    raises: offered('whatsapp', 'From {{CITY}}'),
    spares: offered('web', 'From {{CITY}}'),
  },
  {
    code: 'channel/whatsapp-text',
    says: 'a text is too long when its place is (NHN-34)',
    raises: told('whatsapp', `${'x'.repeat(4033)}{{CITY}}`),
    spares: told('whatsapp', `${'x'.repeat(4032)}{{CITY}}`),
  },
  {
    code: 'channel/whatsapp-template-parameter-text',
    says: 'a template takes no lines in a place; a place may be long (KAL-04)',
    raises: filled('whatsapp', 'a\nb'),
    spares: filled('whatsapp', '{{CITY}}'),
  },
  {
    code: 'channel/whatsapp-template-parameter',
    says: 'a template takes so much in a place',
    raises: filled('whatsapp', `${'x'.repeat(961)}{{CITY}}`),
    spares: filled('whatsapp', `${'x'.repeat(960)}{{CITY}}`),
  },
  {
    code: 'channel/messenger-quick-reply-label',
    says: 'a label is too long for a quick reply (NHN-06)',
    raises: offered('messenger', 'x'.repeat(21)),
    spares: offered('messenger', 'x'.repeat(20)),
  },
  {
    code: 'channel/messenger-text',
    says: 'a text is too long',
    raises: told('messenger', 'x'.repeat(2001)),
    spares: told('messenger', 'x'.repeat(2000)),
  },
  {
    code: 'channel/instagram-quick-reply-label',
    says: 'a label is too long for a quick reply (NHN-06)',
    raises: offered('instagram', 'x'.repeat(21)),
    spares: offered('instagram', 'x'.repeat(20)),
  },
  {
    code: 'channel/instagram-text',
    says: 'Instagram counts bytes (NHN-34)',
    raises: told('instagram', 'é'.repeat(501)),
    spares: told('instagram', 'é'.repeat(500)),
  },
  {
    code: 'channel/sms-text',
    says: 'a text is too long with all its options',
    raises: told('sms', 'x'.repeat(1601)),
    spares: told('sms', 'x'.repeat(1600)),
  },
  {
    code: 'channel/whatsapp-text',
    says: 'a message has one text, and its options above a list have another (NHN-21)',
    raises: bot => offered('whatsapp', 'x'.repeat(25))(bot.settings({ footer: { en: 'f'.repeat(4096) } })),
    spares: bot => told('whatsapp', 'Hi')(bot.settings({ footer: { en: 'f'.repeat(4096) } })),
  },
  {
    code: 'channel/template-without-text',
    says: 'the web has no templates and shows their text',
    raises: filled('web', 'Ana', ''),
    spares: filled('web', 'Ana', 'News for {{1}}'),
  },
]

/** The findings of what channels make of blocks: what is said too late, and what does not fit. */
export const CHANNEL_LINT_CASES: readonly LintCase[] = [...WINDOW_CASES, ...CHANNEL_CASES]
