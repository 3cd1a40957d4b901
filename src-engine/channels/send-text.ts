import { z } from 'zod'
import type { DeliveryResult } from '../deliveries/delivery-kind.ts'
import { wordsForFailure } from '../effects/call-http.ts'
import type { Engine } from '../engine.ts'
import type { Sending } from './deliver.ts'
import type { LookUp } from './look-up.ts'
import type { TwilioClient } from './twilio-client.ts'
import { resultOfTwilioRefusal } from './twilio-errors.ts'

type Host = Pick<Engine, 'db' | 'now' | 'publicUrl'> & Readonly<{ twilio: TwilioClient; lookUp: LookUp }>

const SECOND = 1000
const MINUTE = 60 * SECOND
/** A text that comes long after the call is a riddle. */
export const TEXT_WAITS = [SECOND, 4 * SECOND, 15 * SECOND, MINUTE, 5 * MINUTE, 20 * MINUTE]
const USEFUL_FOR_MS = 60 * MINUTE

const bodySchema = z.object({ text: z.string() })

/** Sends the text message that answers a call (requirements.md NHN-44). */
export async function sendText(host: Host, sending: Sending): Promise<DeliveryResult> {
  const { channel, secrets, delivery, outgoing, signal } = sending
  if (host.now() - delivery.at > USEFUL_FOR_MS)
    return { outcome: 'refused', error: 'The call is too long ago.' }
  const [to] = await host.lookUp.addresses(channel.id, delivery.contact)
  if (!to) return { outcome: 'refused', error: 'It is not known any more who called.' }
  const { messagingService } = channel.options
  const form = {
    To: `+${to.address}`,
    Body: bodySchema.parse(outgoing.body).text,
    StatusCallback: `${host.publicUrl()}/channels/${channel.id}/texts`,
    ...(messagingService === undefined
      ? { From: `+${channel.handle.replace(/\D/g, '')}` }
      : { MessagingServiceSid: messagingService }),
  }
  try {
    const answer = await host.twilio.call({
      ...{ account: channel.account, token: secrets.authToken ?? '' },
      ...{ path: 'Messages.json', form, signal },
    })
    if (answer.status < 200 || answer.status > 299) return resultOfTwilioRefusal(answer)
    const name = nameIn(answer.body)
    return { outcome: 'done', ...(name === undefined ? {} : { answer: name }) }
  } catch (error) {
    return { outcome: 'failed', error: wordsForFailure(error) }
  }
}

const answerSchema = z.looseObject({ sid: z.string() })

/** It was taken, whether or not the answer can be read. */
function nameIn(body: string): string | undefined {
  try {
    return answerSchema.parse(JSON.parse(body)).sid
  } catch {
    return undefined
  }
}
