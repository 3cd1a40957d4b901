import { EFFECT_TIMEOUT_MS, type EffectResult } from '../blocks/effect.ts'
import type { CompiledText, HandoverWish, Outcome } from '../blocks/kind.ts'
import type { HandoverStep } from './events.ts'
import { ASK, HANDOVER, type Next } from './next.ts'
import type { ProgramBlock } from './program.ts'
import type { RunningTurn } from './running-turn.ts'
import { type Intake, NOWHERE } from './session.ts'

/** A presence check is trusted so long; requirements.md D-15. */
const PRESENCE_VALID_MS = 60_000

/** What an agent desk calls a channel when the bot does not say; CM-09 has the literal default for WhatsApp. */
const CHANNEL_LABELS = {
  web: 'Web',
  whatsapp: 'WhatsApp',
  messenger: 'Messenger',
  instagram: 'Instagram',
  sms: 'SMS',
} as const

/** The variable that tells whether an agent is there, where a bot has declared it; requirements.md CM-03. */
export const AGENT_STATUS = 'AGENT_STATUS'

/**
 * Begins a handover: first, is somebody there? (requirements.md CM-04…CM-07). Inside a pre-chat dialog another wish is
 * ignored, and the block goes on as if it had failed.
 */
export function beginHandover(
  turn: RunningTurn,
  from: ProgramBlock | null,
  { wish, offline, failed }: Omit<Extract<Outcome, { go: 'handover' }>, 'go'>,
): Next {
  turn.events.push({ type: 'handoverRequested', block: turn.at, reason: wish.reason, skill: wish.skill })
  if (turn.intake) {
    const message = 'A handover is already being made.'
    turn.events.push({ type: 'handoverFailed', step: 'preChat', message })
    return from && { at: from, outcome: { go: 'port', port: failed } }
  }
  turn.intake = {
    step: 'presence',
    reason: wish.reason,
    skill: short(wish.skill),
    webstore: short(wish.webstore),
    channel: short(wish.channel) ?? CHANNEL_LABELS[turn.channel],
    online: false,
    checkedAt: turn.now,
    ...(from ? { block: from.id } : {}),
    offline,
    failed,
  }
  askPresence(turn, turn.intake)
  return null
}

/** What an agent desk is told is kept short. Characters. */
const MAX_LABEL = 300

function short(label: string | null): string | null {
  return label === null ? null : label.slice(0, MAX_LABEL)
}

/** A handover that no block of the flow asked for: by a word, or after strikes. On failure the waiting block asks again. */
export function handOverFromAnywhere(turn: RunningTurn, reason: HandoverWish['reason']): Next {
  const waiting = turn.waitingBlock
  turn.block = waiting ?? null
  turn.leaveBlock()
  turn.tries = 0
  turn.state = 'open'
  const wish = { reason, skill: null, webstore: null, channel: null }
  return beginHandover(turn, waiting ?? null, { wish, offline: ASK, failed: ASK })
}

function askPresence(turn: RunningTurn, { skill }: Intake): void {
  turn.perform({ type: 'presence', skill, timeoutMs: EFFECT_TIMEOUT_MS })
}

/** Goes on with a handover when the host has answered. */
export function intakeResult(turn: RunningTurn, intake: Intake, result: EffectResult): Next {
  if (intake.step === 'call') return called(turn, intake, result)
  // A check that fails is an answer: nobody is there (requirements.md CM-07, D-14).
  const online = result.outcome === 'online'
  const checked: Intake = { ...intake, online, checkedAt: turn.now }
  turn.intake = checked
  turn.setNamed(AGENT_STATUS, online ? 'online' : 'offline')
  return intake.step === 'recheck' ? callOrStay(turn, checked) : preChat(turn, checked)
}

/** requirements.md CM-10: the pre-chat event needs a dialog in the conversation's language, or for all languages. */
function preChat(turn: RunningTurn, intake: Intake): Next {
  const { preChat: dialogs } = turn.program.entries
  const language = turn.locale.split('-')[0] ?? ''
  const dialog = dialogs.get(turn.locale) ?? dialogs.get(language) ?? dialogs.get('')
  if (!dialog)
    return giveUp(turn, intake, 'preChat', 'The bot has no pre-chat dialog in this language.', intake.failed)
  turn.intake = { ...intake, step: 'preChat' }
  turn.stack = [...turn.stack, { block: intake.block ?? NOWHERE, port: HANDOVER }]
  return { enter: dialog }
}

/** requirements.md CM-12, D-15: the pre-chat dialog is finished. */
export function preChatDone(turn: RunningTurn): Next {
  const { intake } = turn
  if (!intake) {
    turn.close('end')
    return null
  }
  if (turn.now - intake.checkedAt <= PRESENCE_VALID_MS) return callOrStay(turn, intake)
  turn.intake = { ...intake, step: 'recheck' }
  askPresence(turn, intake)
  return null
}

function callOrStay(turn: RunningTurn, intake: Intake): Next {
  const { queueWhenOffline } = turn.program.rules.liveChat
  if (!intake.online && !queueWhenOffline)
    return giveUp(turn, intake, 'offline', 'No agent is there.', intake.offline)
  turn.intake = { ...intake, step: 'call' }
  turn.perform({
    type: 'handover',
    reason: intake.reason,
    skill: intake.skill,
    webstore: intake.webstore,
    channel: intake.channel,
    summary: turn.summary(),
    timeoutMs: EFFECT_TIMEOUT_MS,
  })
  return null
}

function called(turn: RunningTurn, intake: Intake, result: EffectResult): Next {
  if (result.outcome !== 'accepted') {
    const message =
      result.outcome === 'failed' ? result.message : `The agent desk answered: ${result.outcome}.`
    return giveUp(turn, intake, 'call', message, intake.failed)
  }
  const { reason, skill, webstore, channel } = intake
  const { afterHandover } = turn.program.rules.liveChat
  turn.intake = undefined
  turn.misses = 0
  turn.sour = 0
  turn.leaveAll()
  turn.agentAt = turn.now
  turn.events.push({ type: 'handoverStarted', reason, skill, webstore, channel, afterHandover })
  return null
}

/** requirements.md CM-16: whatever fails, the conversation stays with the bot. */
function giveUp(turn: RunningTurn, intake: Intake, step: HandoverStep, message: string, port: string): Next {
  turn.intake = undefined
  turn.events.push({ type: 'handoverFailed', step, message })
  const block = intake.block === undefined ? undefined : turn.program.blocks.get(intake.block)
  turn.block = block ?? null
  const { failedText, offlineText } = turn.program.rules.liveChat
  // A block that has its own way on for this says what it says there.
  const handled = port !== ASK && port !== 'next' && block?.targets.has(port)
  if (!handled && step !== 'cancelled') sayText(turn, step === 'offline' ? offlineText : failedText)
  if (!block) {
    turn.close('end')
    return null
  }
  if (port === ASK) return { enter: block }
  // A block without a way on for this must not end the conversation: it is the bot's again.
  const { mainMenu } = turn.program
  if (mainMenu && !block.targets.has(port) && turn.stack.length === 0) return { enter: mainMenu }
  return { at: block, outcome: { go: 'port', port } }
}

function sayText(turn: RunningTurn, text: CompiledText): void {
  const said = text(turn)
  if (said !== '') turn.say({ text: said })
}

/** The conversation goes elsewhere, and the handover that was being made is over. */
export function abandonIntake(turn: RunningTurn): void {
  if (!turn.intake) return
  turn.intake = undefined
  turn.events.push({ type: 'handoverFailed', step: 'cancelled', message: 'The conversation went elsewhere.' })
}

/** Out of the pre-chat dialog and whatever it called. */
export function leavePreChat(turn: RunningTurn): void {
  const depth = turn.stack.findLastIndex(({ port }) => port === HANDOVER)
  if (depth >= 0) turn.stack = turn.stack.slice(0, depth)
}

/** The customer takes the wish back during the pre-chat dialog: no handover, back to the bot (requirements.md CM-11). */
export function cancelIntake(turn: RunningTurn, intake: Intake): Next {
  leavePreChat(turn)
  turn.leaveBlock()
  const { mainMenu } = turn.program
  const next = giveUp(turn, intake, 'cancelled', 'The customer took it back.', intake.failed)
  // Where a block wished for it, the ways on from there are for handovers that could not be made.
  return next && 'at' in next && mainMenu ? { enter: mainMenu } : next
}
