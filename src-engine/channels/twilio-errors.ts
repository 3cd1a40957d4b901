import { z } from 'zod'
import type { DeliveryResult } from '../deliveries/delivery-kind.ts'
import type { HttpAnswer } from '../effects/call-http.ts'
import { retryAfterMs } from './graph-errors.ts'

const schema = z.looseObject({ code: z.number() })

/** Twilio's documented error codes, in words: `stops` needs somebody at the provider, `never` is about this caller. */
const CODES: Readonly<Record<number, readonly ['stops' | 'never', string]>> = {
  20003: ['stops', 'The auth token is not the one of the account.'],
  20005: ['stops', 'The account is not active.'],
  21211: ['never', 'The number of the caller is none that can be written to.'],
  21212: ['stops', 'The number that sends is not valid.'],
  21408: ['never', 'The account may not send to the country of the caller.'],
  21606: ['stops', 'The number cannot send text messages.'],
  21610: ['never', 'The caller does not want text messages: they answered one with STOP.'],
  21612: ['never', 'No way is known from this number to the one of the caller.'],
  21614: ['never', 'The number of the caller takes no text messages, such as a landline.'],
  21617: ['never', 'The text is too long.'],
  21659: ['stops', 'The number that sends is not one of the account.'],
  21703: ['stops', 'The messaging service has no number that sends.'],
  30003: ['never', 'The phone of the caller could not be reached.'],
  30004: ['never', 'The phone of the caller blocks the message.'],
  30005: ['never', 'The number of the caller is not in use.'],
  30006: ['never', 'The caller has a landline, or their network cannot be reached.'],
  30007: ['never', 'The message was held back as unwanted advertising.'],
  30008: ['never', 'The network of the caller did not say why.'],
  30034: ['stops', 'The number is not registered for sending to the United States.'],
}

/** An error of the provider for people; the provider's own words would hold the number. */
export function wordsForTwilioCode(code: number): string {
  return `${CODES[code]?.[1] ?? 'The provider refused it.'} (${code})`
}

/** What an answer that is none of success makes of a text message. */
export function resultOfTwilioRefusal({ status, body, retryAfter }: HttpAnswer): DeliveryResult {
  const code = codeIn(body)
  const error = code === null ? `The provider answered with status ${status}.` : wordsForTwilioCode(code)
  if (status === 429 || status >= 500) {
    const afterMs = retryAfterMs(retryAfter)
    return { outcome: 'failed', error, ...(afterMs === null ? {} : { afterMs }) }
  }
  const stops = code === null ? status === 401 || status === 403 : CODES[code]?.[0] === 'stops'
  return stops ? { outcome: 'held', error } : { outcome: 'refused', error }
}

function codeIn(body: string): number | null {
  try {
    return schema.parse(JSON.parse(body)).code
  } catch {
    return null
  }
}
