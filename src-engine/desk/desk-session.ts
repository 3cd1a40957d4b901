import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import { fault, ok, type Result } from '../../src-shared/kit/result.ts'
import type { Engine } from '../engine.ts'
import { DESK_COOKIE } from '../http/desk-cookie.ts'
import { isForeign } from '../http/is-foreign.ts'
import { agentOfSession } from '../store/desk-sessions.ts'

/** Who asks: an agent, by a session. */
export type SignedIn = Readonly<{ agent: string; session: string; token: string }>

/** 256 bits. */
const ID_BYTES = 32
const ID = /^[A-Za-z0-9_-]{43}$/

/** A new session: what the browser keeps, and what the engine does. */
export function newSession(): Readonly<{ id: string; hash: string }> {
  const id = randomBytes(ID_BYTES).toString('base64url')
  return { id, hash: hashOf(id) }
}

/**
 * What everything that changes something has to say besides its cookie. Only pages of the desk can read it, so that no
 * other page can act in an agent's name.
 */
export function tokenOf(id: string): string {
  return createHmac('sha256', id).update('desk token').digest('base64url')
}

/** The cookie that signs in, or, without an id, out. Scripts cannot read it, and other sites do not send it. */
export function cookieOf(publicUrl: string, id: string | null): string {
  const { protocol, pathname } = new URL(publicUrl)
  const path = `${pathname.replace(/\/+$/, '')}/desk`
  const secure = protocol === 'https:' ? '; Secure' : ''
  return `${DESK_COOKIE}=${id ?? ''}; Path=${path}; HttpOnly; SameSite=Strict${secure}${id === null ? '; Max-Age=0' : ''}`
}

/** The agent who sends a request from a page of the desk. */
export async function readSignedIn({ db, now }: Engine, request: FastifyRequest): Promise<Result<SignedIn>> {
  if (isForeign(request)) return fault('request/forbidden', 'The desk can only be used from its own pages.')
  const id = idIn(request.headers.cookie ?? '')
  const session = id === null ? null : hashOf(id)
  const agent = session === null ? null : await agentOfSession(db, session, now())
  if (id === null || session === null || agent === null) return fault('desk/signed-out')
  const token = tokenOf(id)
  if (request.method !== 'GET' && !isSame(token, request.headers['x-desk-token']))
    return fault('request/forbidden', 'The token of the desk is missing.')
  return ok({ agent, session, token })
}

function idIn(cookies: string): string | null {
  for (const part of cookies.split(';')) {
    const [name, value = ''] = part.trim().split('=')
    if (name === DESK_COOKIE && ID.test(value)) return value
  }
  return null
}

function isSame(token: string, given: unknown): boolean {
  const [one, other] = [Buffer.from(token), Buffer.from(String(given))]
  return one.length === other.length && timingSafeEqual(one, other)
}

function hashOf(id: string): string {
  return createHash('sha256').update(id).digest('base64url')
}
