import type { FastifyReply, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import type { FaultCode } from '../../src-shared/kit/faults.ts'
import type { Result } from '../../src-shared/kit/result.ts'
import type { Scope } from '../../src-shared/publish/scopes.ts'

/** What a status of a route answers: JSON of a shape, or something else that is told by its types. */
export type Answer<T> = Readonly<{ says: string; shape?: z.ZodType<T>; types?: readonly string[] }>

/** A body whose bytes the handler reads itself from `request.body`, such as a channel's, whose signature is over them. */
export type RawBody = Readonly<{ types: readonly string[] }>

/** Groups of the served document. */
export type Tag =
  | 'engine'
  | 'bots'
  | 'conversations'
  | 'files'
  | 'chat'
  | 'channels'
  | 'keys'
  | 'desk'
  | 'integrations'
  | 'services'
  | 'proactive'
  | 'contacts'
  | 'audit'

/** A request as a handler gets it: everything is parsed, and was refused where it did not fit. */
export type Call<Params, Query, Body> = Readonly<{
  params: Params
  query: Query
  body: Body
  /** The id of the key it came with; empty on routes for everybody. */
  key: string
  request: FastifyRequest
  reply: FastifyReply
}>

/** One address of the engine: what it takes, who may ask, and what it answers. */
export type Route<Params, Query, Body, Value> = Readonly<{
  method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** Parts of the path are written `:name`. */
  path: string
  summary: string
  tag: Tag
  /** What a key must be allowed to; null: everybody may ask, and the handler looks at who it is if it matters. */
  scope: Scope | null
  /** Only for who is signed in at the agent desk, which the handler looks at. */
  cookie?: true
  /** Whether a bearer token will do as well as a signature. */
  token?: boolean
  params?: z.ZodType<Params>
  query?: z.ZodType<Query>
  /** The shape of a JSON body, or which types of bytes are taken (`raw`). */
  body?: z.ZodType<Body> | RawBody
  /** Bytes; 128 kB unless said otherwise. */
  bodyLimit?: number
  /** By status; a handler that answers a value answers the first of them. */
  answers: Readonly<Record<number, Answer<Value>>>
  /** Faults besides those every route of its kind has (faults-of-route.ts). */
  refuses?: readonly FaultCode[]
  /** A value becomes JSON, a fault its problem document; anything else was sent with `reply`. */
  handler: (call: Call<Params, Query, Body>) => Promise<Result<Value> | FastifyReply>
}>

/** JSON of a shape. */
export function json<T>(shape: z.ZodType<T>, says: string): Answer<T> {
  return { says, shape }
}

/** Anything that is not JSON; without types there is no body. */
export function bytes(says: string, ...types: readonly string[]): Answer<never> {
  return { says, types }
}

/** A body of any of these types, such as `application/json` or `image/*`; its bytes are in `request.body`. */
export function raw(...types: readonly string[]): RawBody {
  return { types }
}

/** The types of content a route takes; none for a route without a body. */
export function typesTaken({
  body,
}: Readonly<{ body?: z.ZodType | RawBody | undefined }>): readonly string[] {
  if (body === undefined) return []
  return 'types' in body ? body.types : ['application/json']
}
