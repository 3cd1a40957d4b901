import type { FastifyRequest } from 'fastify'
import type { BotId } from '../../src-shared/document/ids.ts'
import { fault, ok, type Result } from '../../src-shared/kit/result.ts'
import type { Engine } from '../engine.ts'
import { findBot } from '../store/bots.ts'
import { isForeign } from './is-foreign.ts'
import type { RateLimiter } from './rate-limiter.ts'

/** Reading is limited by address only: an open page looks for news all day. */
export type Limits = Readonly<{ addresses: RateLimiter; visitors?: RateLimiter }>
export type Visitor = Readonly<{ bot: BotId; visitor: string; request: FastifyRequest; limits: Limits }>
export type Visit = Readonly<{ bot: BotId; contact: string }>

/** Whose conversation a request is about, if it comes from the bot's own page and not in too much of a hurry. */
export async function readVisit(
  { db, now }: Pick<Engine, 'db' | 'now'>,
  { bot, visitor, request, limits }: Visitor,
): Promise<Result<Visit>> {
  if (isForeign(request)) return fault('request/forbidden', 'The chat can only be used from its own page.')
  const isCalm = limits.addresses.take(request.ip, now()) && (limits.visitors?.take(visitor, now()) ?? true)
  if (!isCalm) return fault('request/too-many', 'Wait a few seconds, then try again.')
  return (await findBot(db, bot)) ? ok({ bot, contact: `web:${visitor}` }) : fault('bot/not-found')
}
