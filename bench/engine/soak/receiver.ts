import { isSignedWith, readSignature } from '../../../src-shared/publish/sign-request.ts'
import { SeededWorld } from '../../../src-shared/runtime/seeded-world.ts'
import { type Answer, type Loopback, openLoopback } from '../../../tests/loopback/open-loopback.ts'

export const SIGNING_SECRET = 'a-signing-secret-of-the-soak'

const SEED = 6
const FAILS_EVERY = 5
/** No message fails more often: a fifth retry comes after five minutes, a sixth after twenty, and chance finds both. */
const FAILS_AT_MOST = 4

type Arrived = Readonly<{ id: string; to: string; message: { body?: { text: string } } }>

/** What a channel was handed: the texts of each person in the order they first came, by the ids of the deliveries. */
export type Receiver = Readonly<{
  url: string
  heardBy: (person: string) => readonly string[]
  people: () => readonly string[]
  /** `most`: messages of one request. */
  counts: Readonly<{ taken: number; repeats: number; failures: number; unsigned: number; most: number }>
  close: () => void
}>

/**
 * A system behind a generic channel that fails one request in five: half of the time before it takes what it is sent, half
 * of the time after. It knows what it has by its id, as it is told to (docs/decisions/0029).
 */
export async function openReceiver(): Promise<Receiver> {
  const world = new SeededWorld(SEED, 0)
  const heard = new Map<string, string[]>()
  const seen = new Set<string>()
  const counts = { taken: 0, repeats: 0, failures: 0, unsigned: 0, most: 0 }
  const failed = new Map<string, number>()
  let requests = 0
  let owed = 0
  const take = ({ id, to, message }: Arrived) => {
    if (seen.has(id)) {
      counts.repeats += 1
      return
    }
    seen.add(id)
    counts.taken += 1
    const texts = heard.get(to) ?? []
    heard.set(to, texts)
    texts.push(message.body?.text ?? '')
  }
  // A failure that a message is spared is the next one's.
  const fails = (messages: readonly Arrived[]): boolean => {
    requests += 1
    if (requests % FAILS_EVERY === 0) owed += 1
    const times = ({ id }: Arrived) => failed.get(id) ?? 0
    if (owed === 0 || messages.some(message => times(message) === FAILS_AT_MOST)) return false
    owed -= 1
    for (const message of messages) failed.set(message.id, times(message) + 1)
    return true
  }
  const server: Loopback = await openLoopback(({ headers, body }): Answer => {
    const signature = readSignature(headers['x-signature'], Date.now())
    if (!signature.ok || !isSignedWith([SIGNING_SECRET], signature.value, body)) {
      counts.unsigned += 1
      return { status: 400 }
    }
    const value = JSON.parse(body)
    if (value.type === 'verification')
      return { status: 200, body: JSON.stringify({ challenge: value.challenge }) }
    const messages: readonly Arrived[] = value.messages ?? [value]
    counts.most = Math.max(counts.most, messages.length)
    if (!fails(messages)) {
      for (const message of messages) take(message)
      return { status: 200, body: '{}' }
    }
    counts.failures += 1
    if (world.random() < 0.5) for (const message of messages) take(message)
    return { status: 503 }
  })
  return {
    url: server.url,
    heardBy: person => heard.get(person) ?? [],
    people: () => [...heard.keys()],
    counts,
    close: server.close,
  }
}
