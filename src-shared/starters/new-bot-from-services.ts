import { newBot } from '../blocks/edits/new-bot.ts'
import { type BlockId, type FlowId, newRecordId } from '../document/ids.ts'
import type { BotDocRecord, BotRecord } from '../document/records.ts'
import { addService } from './add-service.ts'
import { BotDraft, type Place } from './bot-draft.ts'
import { BOT_WORDS, GREETING_KEYWORDS } from './bot-words.ts'
import type { Service, ServiceId } from './service.ts'
import { SERVICES } from './services.ts'
import { type Words, wordsIn } from './words.ts'

/** From one option's block to the next, pixels; a called flow's card is lower. */
const ROW = 128
/** The card of the person has two ways on. Pixels. */
const PERSON_ROW = 176
/** The menu that asks for anything else is as high as two rows. */
const LEAST_ROWS = 2

/** The first locale is the bot's own. Services are taken once each, in the order of the catalogue. */
export type ServicesWish = Readonly<{
  name: string
  locales: readonly string[]
  services: readonly ServiceId[]
}>

/**
 * An ordinary bot for the services a company ticked (requirements.md NHN-10): a welcome, a main menu with an option for
 * each of them, a flow to begin with for each, a way back, a person to talk to, and an end. More options than a channel
 * shows at once come in pages, as in any menu.
 */
export function newBotFromServices(
  { name, locales: wanted, services: ticked }: ServicesWish,
  newId: () => string,
): BotDocRecord[] {
  const locales = wanted.length > 0 ? [...new Set(wanted)] : ['en']
  const blank = newBot({ name, locale: locales[0] ?? 'en' }, newId)
  const bot = blank.find(record => record.type === 'bot') as BotRecord
  const entry = blank.find(record => record.type === 'block')?.id as BlockId
  const draft = new BotDraft(locales, newId)
  const services = SERVICES.filter(({ id, stub }) => ticked.includes(id) && stub.makes !== 'person')
  const mainMenu = addMainFlow(draft, { flow: bot.mainFlow, entry, services })
  addPreChat(draft)
  return [
    ...blank.map(record =>
      record.type === 'bot'
        ? {
            ...record,
            locales,
            mainMenu,
            settings: { notUnderstoodText: draft.text(BOT_WORDS.notUnderstood) },
          }
        : record.type === 'block'
          ? { ...record, title: draft.name(BOT_WORDS.entry), x: 0, y: 0 }
          : record,
    ),
    ...greetings(entry, locales, newId),
    ...draft.records,
  ]
}

type Main = Readonly<{ flow: FlowId; entry: BlockId; services: readonly Service[] }>

/** Everything in the main flow but its entry; the main menu is what comes back. */
function addMainFlow(draft: BotDraft, { flow, entry, services }: Main): BlockId {
  const say = (column: number, words: Words, title: Words) =>
    draft.block(flow, 'message', { title, at: { column, y: 0 }, data: { text: draft.text(words) } })
  const welcome = say(1, BOT_WORDS.welcome, BOT_WORDS.welcomeTitle)
  const calls = services.map((service, index) => ({
    service,
    option: `opt_${draft.newId()}`,
    block: draft.block(flow, 'callFlow', {
      title: service.label,
      at: { column: 3, y: index * ROW },
      data: { flow: addService(draft, service) },
    }),
  }))
  const rows = calls.length === 0 ? 0 : Math.max(calls.length, LEAST_ROWS)
  const person = addPerson(draft, flow, { column: 3, y: rows * ROW })
  const bye = addEnd(draft, flow, { column: 3, y: rows * ROW + PERSON_ROW })
  const menu = draft.block(flow, 'menu', {
    title: BOT_WORDS.menuTitle,
    at: { column: 2, y: 0 },
    data: {
      prompt: draft.text(BOT_WORDS.menu),
      options: [
        ...calls.map(({ service, option }) => optionOf(draft, option, service.label)),
        optionOf(draft, 'opt_person', BOT_WORDS.person),
        optionOf(draft, 'opt_bye', BOT_WORDS.bye),
      ],
      retry: draft.text(BOT_WORDS.menuRetry),
    },
  })
  draft.lead(flow, entry, { next: welcome })
  draft.lead(flow, welcome, { next: menu })
  draft.lead(flow, menu, {
    ...Object.fromEntries(calls.map(({ option, block }) => [option, block])),
    opt_person: person,
    opt_bye: bye,
  })
  if (calls.length > 0) {
    const more = addMore(draft, flow, menu)
    for (const { block } of calls) draft.lead(flow, block, { next: more })
  }
  return menu
}

function optionOf(draft: BotDraft, id: string, label: Words) {
  return { id, label: draft.text(label), synonyms: {} }
}

function addEnd(draft: BotDraft, flow: FlowId, at: Place): BlockId {
  const data = { mode: 'close' as const, text: draft.text(BOT_WORDS.goodbye) }
  return draft.block(flow, 'end', { title: BOT_WORDS.bye, at, data })
}

/** What is asked after each service: back to the main menu, or enough. */
function addMore(draft: BotDraft, flow: FlowId, menu: BlockId): BlockId {
  const more = draft.block(flow, 'menu', {
    title: BOT_WORDS.moreTitle,
    at: { column: 4, y: 0 },
    data: {
      prompt: draft.text(BOT_WORDS.more),
      options: [
        { id: 'opt_yes', label: draft.text(BOT_WORDS.yes), synonyms: draft.list(BOT_WORDS.yesToo) },
        { id: 'opt_no', label: draft.text(BOT_WORDS.no), synonyms: draft.list(BOT_WORDS.noToo) },
      ],
      retry: draft.text(BOT_WORDS.menuRetry),
    },
  })
  const back = draft.block(flow, 'goTo', {
    title: BOT_WORDS.backTitle,
    at: { column: 5, y: 0 },
    data: { block: menu },
  })
  draft.lead(flow, more, { opt_yes: back, opt_no: addEnd(draft, flow, { column: 5, y: ROW }) })
  return more
}

/** A person takes over; where nobody is there, a number to call back is taken. */
function addPerson(draft: BotDraft, flow: FlowId, at: Place): BlockId {
  const phone = draft.variable('CALLBACK_PHONE', 'text', 'Where a colleague can call back.')
  const person = draft.block(flow, 'handover', {
    title: BOT_WORDS.person,
    at,
    data: {
      text: draft.text(BOT_WORDS.looking),
      reason: 'asked',
      skill: '',
      webstore: '',
      channelLabel: '',
    },
  })
  const callback = draft.block(flow, 'question', {
    title: BOT_WORDS.callbackTitle,
    at: { ...at, column: at.column + 1 },
    data: {
      prompt: draft.text(BOT_WORDS.callback),
      answer: 'phone',
      min: null,
      max: null,
      earliest: null,
      latest: null,
      saveTo: phone,
      retry: draft.text(BOT_WORDS.callbackRetry),
      maxTries: null,
    },
  })
  const noted = draft.block(flow, 'end', {
    title: BOT_WORDS.notedTitle,
    at: { ...at, column: at.column + 2 },
    data: { mode: 'close', text: draft.text(BOT_WORDS.noted) },
  })
  draft.lead(flow, person, { offline: callback, failed: callback })
  draft.lead(flow, callback, { answered: noted })
  return person
}

/** What is asked before a person takes over (CM-01). */
function addPreChat(draft: BotDraft): void {
  const flow = draft.flow(BOT_WORDS.preChatTitle)
  const subject = draft.variable('SUBJECT', 'text', 'What the person who takes over should know.')
  const at = (column: number) => ({ column, y: 0 })
  const entry = draft.block(flow, 'entry', {
    title: BOT_WORDS.preChatTitle,
    at: at(0),
    data: { trigger: 'preChat' },
  })
  const about = draft.block(flow, 'question', {
    title: BOT_WORDS.aboutTitle,
    at: at(1),
    data: {
      prompt: draft.text(BOT_WORDS.about),
      answer: 'text',
      min: null,
      max: null,
      earliest: null,
      latest: null,
      saveTo: subject,
      retry: draft.text(BOT_WORDS.aboutRetry),
      maxTries: null,
    },
  })
  const done = draft.block(flow, 'end', {
    title: BOT_WORDS.doneTitle,
    at: at(2),
    data: { mode: 'return', text: {} },
  })
  draft.lead(flow, entry, { next: about })
  draft.lead(flow, about, { answered: done })
}

/** How people say hello in the bot's other languages, besides the keywords every bot begins with. */
function greetings(entry: BlockId, locales: readonly string[], newId: () => string): readonly BotDocRecord[] {
  return locales.flatMap(locale =>
    wordsIn(GREETING_KEYWORDS, locale).map((text): BotDocRecord => {
      const id = newRecordId('keyword', newId)
      return { id, type: 'keyword', text, match: 'exact', locale, entry }
    }),
  )
}
