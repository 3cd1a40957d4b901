import { setTimeout } from 'node:timers/promises'
import { signRequest } from '../../../src-shared/publish/sign-request.ts'
import { KEY } from '../senders.ts'

const POLL_MS = 1000
/** A message that failed four times waits five minutes, and what failed beside it some more. */
const PATIENCE_MS = 7 * 60_000

/** What an engine says is not done yet, and how long it was waited for. */
export type Drained = Readonly<{ waiting: number; held: number; dead: number; drainedMs: number }>

/** Waits until the engines have nothing to answer and nothing to hand over, seven minutes at most. */
export async function drained(urls: () => readonly string[]): Promise<Drained> {
  const begun = Date.now()
  for (;;) {
    const left = await leftOf(urls()[0] ?? '')
    const drainedMs = Date.now() - begun
    if (left?.waiting === 0 || drainedMs > PATIENCE_MS)
      return { waiting: left?.waiting ?? -1, held: left?.held ?? -1, dead: left?.dead ?? -1, drainedMs }
    await setTimeout(POLL_MS)
  }
}

type Left = Omit<Drained, 'drainedMs'>

/** Null while the engine does not answer. */
async function leftOf(url: string): Promise<Left | null> {
  const headers = { 'x-parley-key': KEY.id, 'x-signature': signRequest(KEY.secret, Date.now() / 1000, '') }
  const answer = await fetch(`${url}/v1/metrics`, { headers }).catch(() => null)
  const text = answer?.ok ? await answer.text() : null
  if (text === null) return null
  const of = (what: string) => {
    const found = new RegExp(`^parley_waiting\\{what="${what}"\\} (\\d+)$`, 'm').exec(text)?.[1]
    if (found === undefined) throw new Error(`no parley_waiting of ${what}`)
    return Number(found)
  }
  return { waiting: of('inputs') + of('effects') + of('deliveries'), held: of('held'), dead: of('dead') }
}
