import { createHmac } from 'node:crypto'
import { z } from 'zod'
import { type Answer, type Loopback, openLoopback } from './open-loopback.ts'

// Twilio's REST API as its pages document it: what an engine sends is checked to the last field.

export const ACCOUNT = `AC${'0123456789abcdef'.repeat(2)}`
export const AUTH_TOKEN = 'auth-token-of-the-tests'
export const LINE = '+5571888880000'
export const CALLER = '+5571999990000'

const e164 = z.string().regex(/^\+[1-9]\d{6,14}$/)
const textSchema = z
  .strictObject({
    To: e164,
    From: e164.optional(),
    MessagingServiceSid: z
      .string()
      .regex(/^MG[0-9a-f]{32}$/)
      .optional(),
    Body: z.string().min(1).max(1600),
    StatusCallback: z.url().optional(),
  })
  .refine(
    ({ From, MessagingServiceSid: service }) => (From === undefined) !== (service === undefined),
    'From or service',
  )

export type Text = z.infer<typeof textSchema> & Readonly<{ at: number; sid: string }>

export type TwilioLoopback = Loopback &
  Readonly<{
    texts: readonly Text[]
    /** Answered in place of what is usual, one after the other. */
    instead: Answer[]
    /** What was not as documented. */
    wrong: readonly string[]
  }>

/** Twilio on this machine, with one account that has one number. */
export async function openTwilio(): Promise<TwilioLoopback> {
  const texts: Text[] = []
  const instead: Answer[] = []
  const wrong: string[] = []
  const server = await openLoopback(({ method, path, headers, body }) => {
    const [, account, resource, query = ''] =
      /^\/2010-04-01\/Accounts\/([^/]+)\/(\w+\.json)(?:\?(.*))?$/.exec(path) ?? []
    const basic = `Basic ${Buffer.from(`${account}:${AUTH_TOKEN}`).toString('base64')}`
    if (account !== ACCOUNT || headers.authorization !== basic)
      return json(401, { code: 20003, message: 'Authenticate', more_info: '', status: 401 })
    const other = instead.shift()
    if (other) return other
    if (method === 'GET' && resource === 'IncomingPhoneNumbers.json') {
      const asked = new URLSearchParams(query).get('PhoneNumber')
      const own = { phone_number: LINE, capabilities: { voice: true, sms: true, mms: false } }
      return json(200, { incoming_phone_numbers: asked === LINE ? [own] : [] })
    }
    const read = textSchema.safeParse(Object.fromEntries(new URLSearchParams(body)))
    const type = headers['content-type']
    const isPost =
      method === 'POST' && resource === 'Messages.json' && type === 'application/x-www-form-urlencoded'
    if (!isPost || !read.success) {
      wrong.push(`${method} ${path} ${type}: ${read.error?.message}`)
      return json(400, { code: 20001, message: 'Bad', more_info: '', status: 400 })
    }
    const sid = `SM${String(texts.length + 1).padStart(32, '0')}`
    texts.push({ ...read.data, at: Date.now(), sid })
    return json(201, { sid, status: 'queued', account_sid: ACCOUNT, error_code: null })
  })
  return { ...server, texts, instead, wrong }
}

export function json(status: number, value: object): Answer {
  return { status, body: JSON.stringify(value), headers: { 'content-type': 'application/json' } }
}

/** What Twilio posts to an address, signed as its pages say. */
export function tellAsTwilio(
  url: string,
  fields: Readonly<Record<string, string>>,
  token = AUTH_TOKEN,
): Promise<Response> {
  const text = Object.keys(fields)
    .sort()
    .map(name => name + fields[name])
    .join('')
  const signature = createHmac('sha1', token)
    .update(url + text)
    .digest('base64')
  return fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'x-twilio-signature': signature },
    body: new URLSearchParams(fields),
  })
}
