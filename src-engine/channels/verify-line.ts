import { z } from 'zod'
import { ok, type Result } from '../../src-shared/kit/result.ts'
import type { ChannelSecrets } from '../../src-shared/publish/channel-protocol.ts'
import type { Channel } from '../store/channels.ts'
import type { TwilioClient } from './twilio-client.ts'
import { resultOfTwilioRefusal } from './twilio-errors.ts'
import { unverified } from './unverified.ts'

const numbersSchema = z.looseObject({
  incoming_phone_numbers: z.array(
    z.looseObject({
      phone_number: z.string(),
      capabilities: z.looseObject({ sms: z.boolean().optional() }).optional(),
    }),
  ),
})

/** Whether the number of a missed-call line is the account's, and can send texts where it is what sends. */
export async function verifyLine(
  twilio: TwilioClient,
  { account, handle, options }: Channel,
  { authToken: token = '' }: ChannelSecrets,
  signal: AbortSignal,
): Promise<Result<Readonly<{ handle: string }>>> {
  if (!/^AC[0-9a-f]{32}$/.test(account))
    return unverified('It still needs the id of the account, AC and 32 digits.')
  const number = `+${handle.replace(/\D/g, '')}`
  if (!/^\+[1-9]\d{6,14}$/.test(number))
    return unverified('It still needs its phone number, with the country.')
  if (options.text === undefined) return unverified('It still needs the words of the text message.')
  const path = `IncomingPhoneNumbers.json?${new URLSearchParams({ PhoneNumber: number })}`
  const answer = await twilio.call({ account, token, path, signal })
  if (answer.status !== 200) {
    const refused = resultOfTwilioRefusal(answer)
    return unverified(refused.outcome === 'done' ? '' : refused.error)
  }
  const read = numbersSchema.safeParse(JSON.parse(answer.body))
  const own = read.data?.incoming_phone_numbers.find(({ phone_number: one }) => one === number)
  if (!own) return unverified('The account has no such number.')
  if (options.messagingService === undefined && own.capabilities?.sms === false)
    return unverified('The number cannot send text messages; name a messaging service that can.')
  return ok({ handle })
}
