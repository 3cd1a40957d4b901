import { z } from 'zod'
import type { Effect, EffectResult } from '../../src-shared/blocks/effect.ts'
import { signRequest } from '../../src-shared/publish/sign-request.ts'
import { callHttp, type HttpAnswer, wordsForFailure } from './call-http.ts'
import type { EffectConfig } from './effect-config.ts'

type Contact = Readonly<{ bot: string; contact: string; signal: AbortSignal }>
type Presence = Extract<Effect, { type: 'presence' }>
type Handover = Extract<Effect, { type: 'handover' }>

/** A message of a conversation, as the agent reads what happened before. */
export type TranscriptLine = Readonly<{ from: 'contact' | 'bot' | 'agent'; text: string; at: number }>

type Host = Readonly<{
  desk: NonNullable<EffectConfig['desk']>
  now: () => number
  /** The last messages of a conversation, the oldest first. */
  transcript: (bot: string, contact: string) => Promise<readonly TranscriptLine[]>
}>

const presenceSchema = z.object({ online: z.boolean() })

/** Whether an agent is there (requirements.md CM-06, CM-07). */
export async function performPresence(
  host: Host,
  { skill, timeoutMs }: Presence,
  about: Contact,
): Promise<EffectResult> {
  const { bot, contact } = about
  return tellDesk(
    host,
    'presence',
    { body: { skill, bot, contact }, headers: {}, timeoutMs },
    about,
    answer => {
      const read = presenceSchema.safeParse(parsed(answer.body))
      if (!read.success) return failed('The agent desk did not say whether somebody is there.')
      return { outcome: read.data.online ? 'online' : 'offline' }
    },
  )
}

/**
 * Gives a conversation to an agent desk, with what is known of it (requirements.md CM-12). The desk gets the same key
 * for the same handover; what its agents say comes back over the conversation API, as inputs of type `agent`.
 */
export async function performHandover(host: Host, effect: Handover, about: Contact): Promise<EffectResult> {
  const { id, reason, skill, webstore, channel, summary, timeoutMs } = effect
  const { bot, contact } = about
  const body = {
    id,
    bot,
    contact,
    reason,
    routingKeywords: skill,
    webstoreReferrer: webstore,
    channel,
    summary,
    transcript: await host.transcript(bot, contact),
  }
  // Ids of effects are of one contact; two contacts may have the same.
  const headers = { 'idempotency-key': `${bot}/${contact}/${id}` }
  return tellDesk(host, 'handover', { body, headers, timeoutMs }, about, () => ({ outcome: 'accepted' }))
}

type Telling = Readonly<{ body: object; headers: Readonly<Record<string, string>>; timeoutMs: number }>

async function tellDesk(
  { desk, now }: Host,
  path: 'presence' | 'handover',
  { body, headers, timeoutMs }: Telling,
  { signal: stop }: Contact,
  read: (answer: HttpAnswer) => EffectResult,
): Promise<EffectResult> {
  const timeout = AbortSignal.timeout(timeoutMs)
  const text = JSON.stringify(body)
  const signature: Record<string, string> = desk.secret
    ? { 'x-signature': signRequest(desk.secret, Math.floor(now() / 1000), text) }
    : {}
  try {
    const answer = await callHttp({
      method: 'POST',
      url: new URL(`${desk.url}/${path}`),
      headers: { 'content-type': 'application/json', ...signature, ...headers },
      body: text,
      signal: AbortSignal.any([stop, timeout]),
      // Where the desk is was said by whoever runs the engine, not by a bot.
      mayReach: desk?.mayReach ?? (() => true),
    })
    const isGood = answer.status >= 200 && answer.status < 300
    return isGood ? read(answer) : failed(`The agent desk answered with status ${answer.status}.`)
  } catch (error) {
    return timeout.aborted ? { outcome: 'timeout' } : failed(`The agent desk: ${wordsForFailure(error)}`)
  }
}

function failed(message: string): EffectResult {
  return { outcome: 'failed', message }
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return null
  }
}
