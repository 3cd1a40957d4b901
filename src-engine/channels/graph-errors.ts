import { z } from 'zod'
import type { DeliveryResult } from '../deliveries/delivery-kind.ts'
import type { GraphAnswer } from './graph-client.ts'

const schema = z.looseObject({
  error: z.looseObject({
    code: z.number(),
    error_subcode: z.number().optional(),
    message: z.string().optional(),
    is_transient: z.boolean().optional(),
    error_data: z.looseObject({ details: z.string().optional() }).optional(),
  }),
})

/**
 * Meta's documented error codes, in words: `later` may do better on its own, `stops` needs somebody at the provider and
 * holds all that goes to the channel, `never` is about this message or its recipient.
 */
const CODES: Readonly<Record<string, readonly ['later' | 'stops' | 'never', string]>> = {
  0: ['stops', 'The access token is not accepted.'],
  1: ['later', 'The provider had trouble.'],
  2: ['later', 'The provider is overloaded.'],
  3: ['stops', 'The app may not do this; look at its permissions.'],
  4: ['later', 'The app makes too many calls.'],
  10: ['stops', 'The permission to send was not given, or was taken away.'],
  '10/2018278': ['never', 'The 24 hours after the customer’s last message are over.'],
  '10/2534022': ['never', 'The 24 hours after the customer’s last message are over.'],
  17: ['later', 'Too many calls were made.'],
  32: ['later', 'The page makes too many calls.'],
  33: ['stops', 'The phone number was deleted.'],
  100: ['never', 'The message has a part that the provider does not take.'],
  '100/2018001': ['never', 'The provider does not know this customer.'],
  190: ['stops', 'The access token has expired or was taken back.'],
  200: ['stops', 'The permission to send was not given, or was taken away.'],
  368: ['stops', 'The account is blocked for a while because of a policy.'],
  551: ['never', 'The customer does not take messages of this page at the moment.'],
  613: ['later', 'Too many messages were sent in a short time.'],
  80007: ['later', 'The account makes too many calls.'],
  130429: ['later', 'The number sends more messages than it may at once.'],
  130472: ['never', 'The customer is part of an experiment of the provider.'],
  130497: ['never', 'The account may not send to the customer’s country.'],
  131000: ['later', 'The provider had trouble.'],
  131005: ['stops', 'The permission to send was not given, or was taken away.'],
  131008: ['never', 'The message lacks a part that the provider needs.'],
  131009: ['never', 'The message has a part that the provider does not take.'],
  131016: ['later', 'The service of the provider is not available.'],
  131021: ['never', 'Sender and recipient are the same number.'],
  131026: ['never', 'The customer cannot get this message: no WhatsApp, an old one, or terms not accepted.'],
  131031: ['stops', 'The account was locked.'],
  131042: ['stops', 'The account has a problem with its payment.'],
  131045: ['stops', 'The phone number is not registered.'],
  131047: ['never', 'The 24 hours after the customer’s last message are over; only a template may be sent.'],
  131048: ['later', 'The number is held back because of too many complaints.'],
  131049: ['never', 'The provider holds marketing messages to this customer back.'],
  131050: ['never', 'The customer does not want marketing messages.'],
  131051: ['never', 'The provider does not know this type of message.'],
  131052: ['never', 'The file of the customer could not be fetched.'],
  131053: ['never', 'The file of the message could not be fetched or is not taken.'],
  131056: ['later', 'Too many messages went to this customer in a short time.'],
  131057: ['later', 'The account is being maintained.'],
  132000: ['never', 'The template has another number of places.'],
  132001: ['never', 'There is no such template in this language.'],
  132005: ['never', 'The filled-in template is too long.'],
  132007: ['never', 'The template breaks a policy.'],
  132012: ['never', 'A place of the template has another format.'],
  132015: ['never', 'The template is paused because of its quality.'],
  132016: ['never', 'The template was disabled because of its quality.'],
  133004: ['later', 'The service of the provider is not available.'],
  133010: ['stops', 'The phone number is not registered.'],
}

/** An error of the provider for people: our words for its code, or its own. */
export function wordsForCode(code: number, title: string | undefined, subcode?: number): string {
  const known = CODES[`${code}/${subcode}`] ?? CODES[String(code)]
  return `${known?.[1] ?? title?.slice(0, 300) ?? 'The provider refused it.'} (${code})`
}

/** What an answer that is none of success makes of a delivery, and when it may be tried again. */
export function resultOfRefusal(answer: GraphAnswer): DeliveryResult {
  const { status } = answer
  const read = schema.safeParse(parsed(answer.body))
  const afterMs = retryAfterMs(answer.retryAfter)
  const later = (error: string): DeliveryResult => ({
    outcome: 'failed',
    error,
    ...(afterMs === null ? {} : { afterMs }),
  })
  if (!read.success) {
    const error = `The provider answered with status ${status}.`
    if (status === 401 || status === 403) return { outcome: 'held', error }
    return status === 429 || status >= 500 ? later(error) : { outcome: 'refused', error }
  }
  const {
    code,
    error_subcode: subcode,
    message,
    is_transient: isTransient,
    error_data: data,
  } = read.data.error
  const error = wordsForCode(code, data?.details ?? message, subcode)
  const known = CODES[`${code}/${subcode}`] ?? CODES[String(code)]
  if (known?.[0] === 'stops' || (!known && code >= 200 && code < 300)) return { outcome: 'held', error }
  const isLater = known ? known[0] === 'later' : isTransient || status === 429 || status >= 500
  return isLater ? later(error) : { outcome: 'refused', error }
}

/** Seconds, or a date; null where it says nothing. At most an hour is waited. */
export function retryAfterMs(header: string | null, now = Date.now()): number | null {
  if (header === null) return null
  const wait = /^\d{1,9}$/.test(header.trim()) ? Number(header) * 1000 : Date.parse(header) - now
  return Number.isFinite(wait) ? Math.min(Math.max(0, wait), 3_600_000) : null
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return null
  }
}
