import type { Reply } from '../blocks/kind.ts'
import type { FaqId, IntentId } from '../document/ids.ts'
import { chooseIntent } from '../understanding/understanding.ts'
import { begin, digress, jump } from './begin.ts'
import type { InboundRule } from './events.ts'
import { follow, goOn } from './follow.ts'
import { cancelIntake, handOverFromAnywhere } from './handover.ts'
import { matchKeyword } from './match-keyword.ts'
import type { GlobalWord, ProgramBlock } from './program.ts'
import type { RunningTurn } from './running-turn.ts'
import type { Trace } from './trace.ts'

/** requirements.md D-09, D-10: the third in a row. */
const STRIKES = 3

/** All rules in the order they are asked, for those who explain a turn; `automated` is asked before. */
export const RULES_IN_ORDER: readonly InboundRule[] = [
  'automated',
  'optOut',
  'agent',
  'optIn',
  'endToken',
  'mainMenuToken',
  'agentWord',
  'cancel',
  'busy',
  'sentiment',
  'answer',
  'keyword',
  'anyMessage',
  'faq',
  'intent',
  'invalid',
  'asleep',
]

const NEEDS_ONE_THAT_WAITS: readonly InboundRule[] = ['busy', 'sentiment', 'answer', 'invalid']
const WORDS: readonly (GlobalWord & InboundRule)[] = [
  'optIn',
  'endToken',
  'mainMenuToken',
  'agentWord',
  'cancel',
]

/** What to do with a message: the order of requirements.md D-20. Says which rule took it. */
export function takeMessage(turn: RunningTurn, reply: Reply): InboundRule {
  const word = turn.program.words.get(reply.normal)
  if (word === 'optOut') return optOut(turn)
  turn.trace?.skipped('optOut', 'otherWord')
  if (turn.agentAt !== undefined) {
    turn.agentAt = turn.now
    return 'agent'
  }
  turn.trace?.skipped('agent', 'noAgent')
  const global = word && takeWord(turn, word)
  if (turn.trace) tellWords(turn.trace, word, global)
  if (global) return global
  if (turn.state === 'open') {
    const taken = takeOpen(turn, reply)
    if (taken) return taken
    // The waiting block was edited away since: the conversation cannot go on and starts afresh.
    turn.close('deadEnd')
  }
  return wake(turn, reply)
}

function tellWords(trace: Trace, word: GlobalWord | undefined, taken: InboundRule | null | undefined): void {
  for (const rule of WORDS) {
    if (rule === taken) return
    trace.skipped(rule, rule === word ? 'notNow' : 'otherWord')
  }
}

/** Step 2: honoured at once, whatever the conversation was about (requirements.md NHN-36). */
function optOut(turn: RunningTurn): InboundRule {
  turn.optedOut = true
  turn.events.push({ type: 'consentChanged', consent: 'withdrawn' })
  turn.block = null
  turn.say({ text: turn.program.rules.optOutText(turn) })
  if (turn.state === 'open' && turn.agentAt === undefined) turn.close('optOut')
  return 'optOut'
}

/** Steps 4 and 5, and the words that mean something only at times. */
function takeWord(turn: RunningTurn, word: GlobalWord): InboundRule | null {
  const { program } = turn
  switch (word) {
    case 'optOut':
      return null
    case 'optIn':
      return turn.optedOut ? optIn(turn) : null
    case 'endToken':
      if (turn.state !== 'open') return null
      turn.close('token')
      return word
    case 'mainMenuToken':
      if (!program.mainMenu) return null
      turn.misses = 0
      if (turn.state !== 'open') begin(turn, program.mainMenu, {})
      else jump(turn, program.mainMenu)
      return word
    case 'agentWord':
      if (turn.intake) return null
      goOn(turn, handOverFromAnywhere(turn, 'asked'))
      return word
    case 'cancel':
      if (!turn.intake) return null
      goOn(turn, cancelIntake(turn, turn.intake))
      return word
  }
}

function optIn(turn: RunningTurn): InboundRule {
  turn.optedOut = undefined
  turn.events.push({ type: 'consentChanged', consent: 'given' })
  turn.block = null
  turn.say({ text: turn.program.rules.optInText(turn) })
  return 'optIn'
}

/** Steps 6 and 7; null when the conversation has no block to go on with. */
function takeOpen(turn: RunningTurn, reply: Reply): InboundRule | null {
  if (turn.effect !== undefined) return 'busy'
  if (isSour(turn)) {
    turn.trace?.skipped('busy', 'notBusy')
    goOn(turn, handOverFromAnywhere(turn, 'fallback'))
    return 'sentiment'
  }
  const block = turn.waitingBlock
  if (block?.wake && !block.answer) return 'busy'
  turn.trace?.skipped('busy', 'notBusy')
  turn.trace?.skipped('sentiment', 'notUnhappy')
  return block?.answer ? askBlock(turn, block, reply) : null
}

/** requirements.md NHN-32: so many messages of negative sentiment in a row. */
function isSour(turn: RunningTurn): boolean {
  const limit = turn.program.rules.transferOnSentiment
  if (limit === 0 || turn.intake) return false
  turn.sour = turn.sentiment === 'negative' ? turn.sour + 1 : 0
  return turn.sour >= limit
}

function askBlock(turn: RunningTurn, block: ProgramBlock, reply: Reply): InboundRule {
  turn.block = block
  turn.asked = block
  const outcome = block.answer?.(turn, reply)
  if (outcome) {
    turn.tries = 0
    turn.misses = 0
    follow(turn, block, outcome)
    return 'answer'
  }
  turn.trace?.skipped('answer', 'notAccepted')
  const keyword = block.digresses ? matchKeyword(turn.program, reply.normal, turn.locale) : null
  const entry = keyword && turn.program.blocks.get(keyword.entry)
  if (keyword && entry) {
    turn.misses = 0
    speak(turn, keyword.locale)
    jump(turn, entry)
    return 'keyword'
  }
  turn.trace?.skipped('keyword', block.digresses ? 'noKeyword' : 'notFromHere')
  turn.trace?.skipped('anyMessage', 'isOpen')
  return understand(turn, reply, block) ?? refuse(turn, block)
}

/** Step 7, its end: nothing fits. Three kinds of strikes: D-10 of one menu, then D-09 across all blocks. */
function refuse(turn: RunningTurn, block: ProgramBlock): InboundRule {
  const { rules } = turn.program
  turn.tries += 1
  turn.misses = rules.transferOnNegative ? turn.misses + 1 : 0
  turn.events.push({ type: 'invalidReply', block: block.id, tries: turn.tries })
  if (!turn.intake && rules.transferOnInvalid && block.strikes && turn.tries >= STRIKES) {
    const text = rules.invalidTransferText?.(turn) ?? ''
    if (text !== '') turn.say({ text })
    goOn(turn, handOverFromAnywhere(turn, 'fallback'))
  } else if (!turn.intake && turn.misses >= STRIKES) {
    turn.misses = 0
    goOn(turn, handOverFromAnywhere(turn, 'fallback'))
  } else {
    const refused = block.refuse?.(turn)
    if (refused) follow(turn, block, refused)
  }
  return 'invalid'
}

/**
 * What the bot's understanding makes of a message that nothing else took: an answer from the questions and answers,
 * or the entry of an intent. With a waiting block, which then asks again; without one, a conversation begins.
 */
function understand(turn: RunningTurn, reply: Reply, block: ProgramBlock | null): InboundRule | null {
  const { program } = turn
  if (!program.understands || reply.text.trim() === '') {
    turn.trace?.skipped('faq', 'nothingToUnderstand')
    turn.trace?.skipped('intent', 'nothingToUnderstand')
    return null
  }
  const understood = turn.understood()
  const intent = chooseIntent(understood, program.rules)
  const entry = intent.kind === 'intent' ? program.entries.intents.get(intent.id) : undefined
  const sure = entry ? (understood.intents[0]?.confidence ?? 0) : 0
  const { faq } = understood
  const answer =
    faq && faq.confidence >= program.rules.threshold && faq.confidence > sure
      ? program.answers.get(faq.faq)
      : undefined
  const chosen = answer ? faq?.faq : entry && intent.kind === 'intent' ? intent.id : null
  turn.choose((chosen ?? null) as IntentId | FaqId | null)
  if (!answer) turn.trace?.skipped('faq', 'notUnderstood')
  if (!answer && !entry) {
    turn.trace?.skipped('intent', intent.kind === 'intent' ? 'noEntry' : 'notUnderstood')
    return null
  }
  turn.misses = 0
  if (answer) {
    turn.say({ text: answer(turn) })
    if (block) follow(turn, block, { go: 'again' })
    return 'faq'
  }
  if (entry && block) digress(turn, entry)
  else if (entry) begin(turn, entry, { by: 'intent' })
  return 'intent'
}

/** Step 8. A bot for the company's own messages alone is never woken (requirements.md D-19). */
function wake(turn: RunningTurn, reply: Reply): InboundRule {
  const { program } = turn
  if (turn.trace) for (const rule of NEEDS_ONE_THAT_WAITS) turn.trace.skipped(rule, 'noneWaits')
  if (program.rules.proactiveOnly) {
    turn.trace?.skipped('keyword', 'proactiveOnly')
    turn.trace?.skipped('anyMessage', 'proactiveOnly')
    turn.trace?.skipped('faq', 'proactiveOnly')
    turn.trace?.skipped('intent', 'proactiveOnly')
    return 'asleep'
  }
  const keyword = matchKeyword(program, reply.normal, turn.locale)
  const entry = keyword ? program.blocks.get(keyword.entry) : undefined
  if (keyword && entry) {
    speak(turn, keyword.locale)
    begin(turn, entry, { keyword: keyword.id })
    return 'keyword'
  }
  turn.trace?.skipped('keyword', 'noKeyword')
  if (program.entries.anyMessage) {
    begin(turn, program.entries.anyMessage, {})
    return 'anyMessage'
  }
  turn.trace?.skipped('anyMessage', 'noEntry')
  return understand(turn, reply, null) ?? 'asleep'
}

/** A keyword of one language is an answer to the question which language to go on in. */
function speak(turn: RunningTurn, locale: string | null): void {
  if (locale !== null && turn.program.locales.includes(locale)) turn.locale = locale
}
