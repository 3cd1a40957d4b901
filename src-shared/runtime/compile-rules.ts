import { BUILT_IN_LISTS, BUILT_IN_WORDS } from '../blocks/built-in-words.ts'
import type { CompileContext, CompiledText } from '../blocks/kind.ts'
import type { BotDocument } from '../document/bot-document.ts'
import type { Localized } from '../document/localized.ts'
import { DEFAULT_INACTIVITY_MINUTES } from '../document/settings.ts'
import { confidenceOf } from '../understanding/understanding.ts'
import { normaliseText } from './normalise-text.ts'
import type { GlobalWord, Program, ProgramRules } from './program.ts'

const MINUTE_MS = 60_000

/** The bot's settings, ready to run. */
export function compileRules(document: BotDocument, context: CompileContext): ProgramRules {
  const { settings = {} } = document.bot
  const said = (texts: Localized | undefined) => (isEmpty(texts) ? null : context.text(texts ?? {}))
  const saidOr = (texts: Localized | undefined, word: Localized): CompiledText =>
    context.text(isEmpty(texts) ? word : (texts ?? {}))
  return {
    inactivityMs: (settings.inactivityMinutes ?? DEFAULT_INACTIVITY_MINUTES) * MINUTE_MS,
    inactivityText: said(settings.inactivityText),
    transferOnInvalid: settings.transferOnInvalid ?? false,
    invalidTransferText: said(settings.invalidTransferText),
    transferOnNegative: settings.transferOnNegative ?? false,
    transferOnSentiment: settings.transferOnSentiment ?? 0,
    optOutText: saidOr(settings.optOutText, BUILT_IN_WORDS.optOut),
    optInText: saidOr(settings.optInText, BUILT_IN_WORDS.optIn),
    proactiveOnly: settings.proactiveOnly ?? false,
    liveChat: {
      afterHandover: settings.liveChat?.afterHandover ?? 'detached',
      queueWhenOffline: settings.liveChat?.queueWhenOffline ?? false,
      returnOnClose: settings.liveChat?.returnOnClose ?? false,
      failedText: saidOr(settings.liveChat?.failedText, BUILT_IN_WORDS.handoverFailed),
      offlineText: saidOr(settings.liveChat?.offlineText, BUILT_IN_WORDS.nobodyThere),
    },
    ...confidenceOf(settings),
  }
}

/**
 * The words that act at any point: opt-out first, since it is the law, then the two tokens as the designer wrote them
 * into their variables (requirements.md KAR-14, KAR-15), then the words that ask for a person.
 */
export function compileWords(document: BotDocument, handsOver: boolean): ReadonlyMap<string, GlobalWord> {
  const words = new Map<string, GlobalWord>()
  const add = (text: string, word: GlobalWord) => {
    const normal = normaliseText(text)
    if (normal !== '' && !words.has(normal)) words.set(normal, word)
  }
  const addAll = (lists: Localized<readonly string[]>, word: GlobalWord) => {
    for (const text of Object.values(lists).flat()) add(text, word)
  }
  const { settings = {}, mainMenu } = document.bot
  const token = (name: string) => String(document.variableNamed(name)?.initial ?? '')
  addAll(settings.optOutWords ?? BUILT_IN_LISTS.optOut, 'optOut')
  if (mainMenu) add(token('MENU_PRINCIPAL'), 'mainMenuToken')
  add(token('ENCERRA_FLUXO'), 'endToken')
  if (handsOver) {
    addAll(settings.agentWords ?? BUILT_IN_LISTS.agent, 'agentWord')
    addAll(settings.cancelWords ?? BUILT_IN_LISTS.cancel, 'cancel')
  }
  addAll(settings.optInWords ?? BUILT_IN_LISTS.optIn, 'optIn')
  return words
}

/** The bot's header and footer go around what has options, unless that has its own; requirements.md NHN-21. */
export function compileDress(document: BotDocument, context: CompileContext): Program['dress'] {
  const { header, footer } = document.bot.settings ?? {}
  if (isEmpty(header) && isEmpty(footer)) return null
  const above = context.text(header ?? {})
  const below = context.text(footer ?? {})
  return (turn, message) => {
    if (!message.options) return message
    const top = message.header ?? above(turn)
    const bottom = message.footer ?? below(turn)
    return {
      ...message,
      ...(top === '' ? {} : { header: top }),
      ...(bottom === '' ? {} : { footer: bottom }),
    }
  }
}

function isEmpty(texts: Localized | undefined): boolean {
  return texts === undefined || Object.values(texts).every(text => text === '')
}
