import { apiCall } from '../../../src-shared/blocks/api-call.ts'
import type { BotSettings } from '../../../src-shared/document/settings.ts'
import type { Verdict } from '../../../src-shared/document/study.ts'
import { fileReference } from '../../../src-shared/message/file-address.ts'
import { unstudied } from '../../../src-shared/onboarding/change-study.ts'
import { untouched } from '../../../src-shared/onboarding/checklist.ts'
import {
  ask,
  blockId,
  type DraftBot,
  flowId,
  intentId,
  mediaId,
  RETURN,
  say,
  set,
  templateId,
  variableId,
} from '../document/draft-bot.ts'
import { between, type LintCase } from './lint-cases.ts'

const CALL = {
  ...apiCall.defaults({ locale: 'en', newId: () => 'n1' }),
  url: 'https://api.example.com/orders',
}
const HANDOVER = { text: { en: '' }, reason: 'asked', skill: '', webstore: '', channelLabel: '' }

function withSettings(settings: BotSettings) {
  return (bot: DraftBot) => bot.settings(settings)
}

/** hello → handover, which goes on at the menu when nobody is there. */
function handingOver(bot: DraftBot): DraftBot {
  return between(bot, 'person', 'handover', HANDOVER, 'offline')
}

/** The questions before a handover, in a language or in all. */
function preChat(bot: DraftBot, locale?: string): DraftBot {
  const flow = flowId('chat')
  return bot
    .flow('chat')
    .block('chat-in', 'entry', { trigger: 'preChat', ...(locale ? { locale } : {}) }, { flow })
    .block('chat-ask', 'question', ask(), { flow })
    .block('chat-end', 'end', RETURN, { flow })
    .edge('chat-in', 'next', 'chat-ask', flow)
    .edge('chat-ask', 'answered', 'chat-end', flow)
}

function livechat(value: string) {
  return (bot: DraftBot) =>
    between(bot, 'person', 'message', { ...say('One moment'), additions: [{ key: 'livechat', value }] })
}

const PRE_CHAT_CASES: readonly LintCase[] = [
  {
    code: 'handover/no-pre-chat',
    says: 'a block hands over (CM-01)',
    raises: handingOver,
    spares: bot => preChat(handingOver(bot), 'en'),
  },
  {
    code: 'handover/no-pre-chat',
    says: 'one of the languages has none; one for the language serves its countries (CM-01)',
    raises: bot => preChat(handingOver(bot.bot({ locales: ['en', 'pt-BR'] })), 'en'),
    spares: bot => preChat(handingOver(bot.bot({ locales: ['en-GB', 'en-US'] })), 'en'),
  },
  {
    code: 'handover/no-pre-chat',
    says: 'another country’s does not serve; one for all languages does (CM-01 E)',
    raises: bot => preChat(handingOver(bot), 'en-GB'),
    spares: bot => preChat(handingOver(bot.bot({ locales: ['en', 'fr'] }))),
  },
  {
    code: 'handover/no-pre-chat',
    says: 'a message hands over by its addition; what comes out false does not (CM-04)',
    raises: livechat('true'),
    spares: livechat(' False'),
  },
  {
    code: 'handover/no-pre-chat',
    says: 'a value that is filled in may hand over; an empty one is left out (CM-02 E)',
    raises: bot => livechat('{{WANTED}}')(bot.variable('WANTED')),
    spares: livechat(''),
  },
  {
    code: 'handover/no-pre-chat',
    says: 'the settings hand over after three replies that did not fit (KAR-11)',
    raises: withSettings({ transferOnInvalid: true }),
    spares: withSettings({ transferOnInvalid: false, transferOnNegative: false }),
  },
  {
    code: 'handover/no-pre-chat',
    says: 'the settings hand over a customer who is cross (NHN-32)',
    raises: withSettings({ transferOnSentiment: 2 }),
    spares: bot => preChat(bot.settings({ transferOnSentiment: 2 })),
  },
]

const KNOWLEDGE_CASES: readonly LintCase[] = [
  {
    code: 'intent/no-phrases',
    says: 'an intent is never said; a phrase in one language will do (NHN-30)',
    raises: bot => bot.intent('refund', { phrases: { en: [' '] } }),
    spares: bot => bot.intent('refund', { phrases: { en: [], pt: ['quero meu dinheiro'] } }),
  },
  {
    code: 'intent/unused',
    says: 'an intent leads nowhere; an entry is woken by it',
    raises: bot => bot.intent('refund'),
    spares: bot => bot.intent('refund', { entry: 'block_in' as never }),
  },
  {
    code: 'intent/unused',
    says: 'a block asks for another intent than this',
    raises: bot => asking(bot.intent('visit')),
    spares: asking,
  },
  {
    code: 'faq/no-question',
    says: 'an answer has no question (NHN-11)',
    raises: bot => bot.faq('price', { questions: {} }),
    spares: bot => bot.faq('price', { questions: { pt: ['Quanto custa?'] } }),
  },
  {
    code: 'faq/no-answer',
    says: 'a question has no answer (NHN-11)',
    raises: bot => bot.faq('price', { answer: { en: ' ' } }),
    spares: bot => bot.faq('price'),
  },
  {
    code: 'keyword/is-global',
    says: 'a keyword ends all messages by law; the bot may have words of its own for that (NHN-36)',
    raises: bot => bot.keyword('stop', ' stop! ', 'in'),
    spares: bot => bot.keyword('stop', 'stop', 'in').settings({ optOutWords: { en: ['leave me'] } }),
  },
  {
    code: 'keyword/is-global',
    says: 'a keyword asks for a person, in a bot that has some (NHN-29, NHN-73)',
    raises: bot => preChat(handingOver(bot)).keyword('agent', 'talk to agent', 'in'),
    spares: bot => bot.keyword('agent', 'talk to agent', 'in'),
  },
  {
    code: 'keyword/is-global',
    says: 'a longer sentence with such a word in it is none (NHN-73 E)',
    raises: bot => bot.keyword('stop', 'SAIR', 'in', { locale: 'en' }),
    spares: bot => bot.keyword('stop', 'stop my order', 'in'),
  },
]

const ACCESS_CASES: readonly LintCase[] = [
  {
    code: 'auth/no-secret',
    says: 'an access has nothing to prove who calls (NHN-26)',
    raises: bot => bot.auth('crm'),
    spares: bot => withKey(bot).auth('crm', { secret: variableId('CRM_KEY') }),
  },
  {
    code: 'auth/no-token-address',
    says: 'OAuth2 does not know where its tokens are; others need none (NHN-26)',
    raises: bot => bot.auth('crm', { scheme: 'oauth2' }),
    spares: bot => bot.auth('crm', { scheme: 'bearer' }),
  },
  {
    code: 'auth/no-token-address',
    says: 'what is written is no address (NHN-26)',
    raises: bot => bot.auth('crm', { scheme: 'oauth2', tokenUrl: 'id.example.com/token' }),
    spares: bot => bot.auth('crm', { scheme: 'oauth2', tokenUrl: ' HTTPS://id.example.com/token' }),
  },
]

const FILE_CASES: readonly LintCase[] = [
  {
    code: 'media/missing',
    says: 'a message shows a file that is gone',
    raises: bot => showing(bot, 'shop'),
    spares: bot => showing(bot.media('shop'), 'shop'),
  },
  {
    code: 'media/no-alt',
    says: 'a picture that is sent has no words; a sound needs none',
    raises: bot => showing(bot.media('shop', { alt: {} }), 'shop'),
    spares: bot => showing(bot.media('shop', { mime: 'audio/mpeg', alt: {} }), 'shop'),
  },
  {
    code: 'bot/picture',
    says: 'what stands for the bot is not a square, or too small (NHN-09)',
    raises: bot => bot.bot({ picture: mediaId('logo') }).media('logo', { width: 300, height: 200 }),
    spares: bot => bot.bot({ picture: mediaId('logo') }).media('logo', { width: 300, height: 300 }),
  },
  {
    code: 'media/too-large',
    says: 'a bound channel refuses the size (NHN-34)',
    raises: bot =>
      showing(bot.settings({ channels: ['whatsapp'] }).media('shop', { size: 6_000_000 }), 'shop'),
    spares: bot => showing(bot.settings({ channels: ['web'] }).media('shop', { size: 6_000_000 }), 'shop'),
  },
  {
    code: 'media/wrong-type',
    says: 'a bound channel refuses the type (NHN-34)',
    raises: bot =>
      showing(bot.settings({ channels: ['whatsapp'] }).media('shop', { mime: 'image/gif' }), 'shop'),
    spares: bot => bot.settings({ channels: ['whatsapp'] }).media('shop', { mime: 'image/gif' }),
  },
]

function showing(bot: DraftBot, file: string): DraftBot {
  const media = { kind: 'image', url: fileReference(mediaId(file)) }
  return between(bot, 'show', 'message', { ...say('Our shop'), media })
}

function withKey(bot: DraftBot): DraftBot {
  return bot.variable('CRM_KEY', { secret: true })
}

/** A block that asks whether a refund is wanted. */
function asking(bot: DraftBot): DraftBot {
  const branches = [{ id: 'br_0', intent: intentId('refund'), label: {} }]
  const data = { prompt: { en: 'Yes?' }, branches, unsure: {}, saveIntent: null, saveConfidence: null }
  return between(bot.intent('refund'), 'wish', 'intent', data, 'else').edge('wish', 'br_0', 'menu')
}

const SETTINGS_CASES: readonly LintCase[] = [
  {
    code: 'settings/no-external-id',
    says: 'other systems cannot call it; a bot for everybody need not be called (KAR-09)',
    raises: withSettings({ proactiveOnly: true }),
    spares: withSettings({ proactiveOnly: true, externalId: 'reminders' }),
  },
  {
    code: 'settings/never-begins',
    says: 'only the company may begin, and never does (KAR-08, D-19)',
    raises: withSettings({ proactiveOnly: true }),
    spares: bot => proactive(bot.settings({ proactiveOnly: true })).edge('begin', 'next', 'menu'),
  },
  {
    code: 'settings/late-text',
    says: 'what is said after 24 hours of silence is not sent (KAR-12 E)',
    raises: withSettings({ inactivityMinutes: 1440, inactivityText: { en: 'Bye' }, channels: ['whatsapp'] }),
    spares: withSettings({ inactivityMinutes: 1439, inactivityText: { en: 'Bye' }, channels: ['whatsapp'] }),
  },
  {
    code: 'settings/late-text',
    says: 'the channels without a window, and bots that say nothing then, are spared',
    raises: withSettings({ inactivityMinutes: 3000, inactivityText: { en: 'Bye' }, channels: ['instagram'] }),
    spares: withSettings({
      inactivityMinutes: 3000,
      inactivityText: { en: 'Bye' },
      channels: ['web', 'sms'],
    }),
  },
]

/** An entry with which the company begins; what it says is up to the case. */
export function proactive(bot: DraftBot): DraftBot {
  return bot.block('begin', 'entry', { trigger: 'proactive' })
}

/** hello → a template with so many values → menu. */
export function sending(bot: DraftBot, parameters: readonly string[] = []): DraftBot {
  return between(bot, 'send', 'sendTemplate', { template: templateId('order_update'), parameters })
}

const TEMPLATE_CASES: readonly LintCase[] = [
  {
    code: 'template/not-approved',
    says: 'a template waits for approval (KAL-04)',
    raises: bot => sending(bot.template('order_update', { state: 'pending' })),
    spares: bot => sending(bot.template('order_update').template('other', { state: 'pending' })),
  },
  {
    code: 'template/places',
    says: 'one of two places is filled in (KAL-04)',
    raises: bot => sending(bot.template('order_update', { places: 2 }), ['Ana']),
    spares: bot => sending(bot.template('order_update', { places: 2 }), ['Ana', 'today']),
  },
  {
    code: 'messageTemplate/missing',
    says: 'the template was deleted',
    raises: sending,
    spares: bot => sending(bot.template('order_update')),
  },
  {
    code: 'messageTemplate/not-chosen',
    says: 'no template is chosen',
    raises: bot => between(bot, 'send', 'sendTemplate', { template: null, parameters: [] }),
    spares: bot => sending(bot.template('order_update')),
  },
]

function link(target: string) {
  const buttons = [{ kind: 'link', label: { en: 'Open' }, target }]
  return (bot: DraftBot) => between(bot, 'link', 'message', { ...say('Look'), buttons })
}

const PLAIN_CASES: readonly LintCase[] = [
  {
    code: 'field/empty',
    says: 'a button opens nothing',
    raises: link(' '),
    spares: link('https://shop.example'),
  },
  {
    code: 'field/empty',
    says: 'a place of a template is filled with nothing',
    raises: bot => sending(bot.template('order_update', { places: 1 }), ['']),
    spares: bot => sending(bot.template('order_update', { places: 1 }), ['Ana']),
  },
  {
    code: 'formula/unknown-name',
    says: 'in an address',
    raises: link('https://shop.example/{{NOBODY}}'),
    spares: bot => link('https://shop.example/{{ORDER}}')(bot.variable('ORDER')),
  },
  {
    code: 'text/key',
    says: 'a key stands in an address; a word that begins like one is none (KAR-13, NHN-26)',
    raises: link('https://shop.example/?key=AKIAABCDEFGHIJKLMNOP'),
    spares: link('https://shop.example/?key=AKIAABC'),
  },
  {
    code: 'text/key',
    says: 'a key stands in a text, and in a formula',
    raises: bot =>
      between(bot.variable('K'), 'k', 'setVariable', set('K', '"ghp_abcdefghijklmnopqrstuvwxyz0123456789"')),
    spares: bot => between(bot.variable('K'), 'k', 'setVariable', set('K', '"sk_live"')),
  },
]

/** A call of an API in the way, with what its study says. */
function studied(verdict: Verdict | null) {
  return (bot: DraftBot) => {
    const calling = between(bot, 'call', 'apiCall', CALL, 'success').edge('call', 'error', 'menu')
    return verdict === null ? calling : calling.put({ ...unstudied(blockId('call')), verdict })
  }
}

const STUDY_CASES: readonly LintCase[] = [
  {
    code: 'study/not-feasible',
    says: 'the study of a call says so (KAL-08); with changes it can be published',
    raises: studied('not-feasible'),
    spares: studied('with-changes'),
  },
  {
    code: 'study/unknown',
    says: 'the study of a call has no verdict (KAL-08)',
    raises: studied('unknown'),
    spares: studied('feasible'),
  },
  {
    code: 'study/unknown',
    says: 'the checklist was begun and nobody studied the call; before that it is work in progress',
    raises: bot => studied(null)(bot).put({ ...untouched({ step: 'kyc', channel: null }), state: 'done' }),
    spares: studied(null),
  },
]

/** The findings of what bots are made of besides blocks, and of what blocks choose. */
export const BOT_CASES: readonly LintCase[] = [
  ...PRE_CHAT_CASES,
  ...KNOWLEDGE_CASES,
  ...ACCESS_CASES,
  ...FILE_CASES,
  ...SETTINGS_CASES,
  ...TEMPLATE_CASES,
  ...PLAIN_CASES,
  ...STUDY_CASES,
]
