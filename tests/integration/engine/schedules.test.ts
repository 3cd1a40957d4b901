import { expect, test } from 'vitest'
import { loadBot } from '../../data/recording/conversation.ts'
import { putToWork, scratchEngine, scratchFolder } from './scratch-engine.ts'
import { say, signedCall } from './signed-call.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
/** 09:00 in São Paulo is 12:00 UTC; the entry is for weekdays. */
const THURSDAY_NOON = Date.UTC(2026, 0, 1, 12)

const bot = loadBot('tests/fixtures/bots/support.json')
const to = (contact: string) => ({ bot: bot.bot.id, contact })

let asked = 0

async function transcript(url: string, contact: string, now: number): Promise<readonly string[]> {
  asked += 1
  // A signature is taken once.
  const at = now + asked
  const path = `/v1/bots/${bot.bot.id}/conversations/${contact}/messages`
  const { json } = await signedCall(url, { path, at })
  return (json.messages as { text: string }[]).map(({ text }) => text)
}

test('schedule entries begin at their time, once per contact, whatever is restarted, and not for who opted out', async () => {
  let at = THURSDAY_NOON - 2 * HOUR_MS
  const now = () => at
  const dataFolder = scratchFolder()
  const engine = await scratchEngine({ dataFolder, now })
  await putToWork(engine.url, bot, now)
  await say(engine.url, to('anna'), { id: 'm1', text: '4' }, at)
  await say(engine.url, to('bert'), { id: 'm1', text: 'STOP' }, at + 1)
  at = THURSDAY_NOON - MINUTE_MS
  await engine.settle()
  expect(await transcript(engine.url, 'anna', at)).toEqual(['4'])
  at = THURSDAY_NOON + 5000
  await engine.settle()
  await engine.settle()
  expect(await transcript(engine.url, 'anna', at)).toEqual(['4', 'The tip of the day.'])
  expect(await transcript(engine.url, 'bert', at)).not.toContain('The tip of the day.')
  await engine.close()

  // What was due while it was down is made up for within the hour, and what was done is not done again.
  at = THURSDAY_NOON + 30 * MINUTE_MS
  const again = await scratchEngine({ dataFolder, now })
  await again.settle()
  expect(await transcript(again.url, 'anna', at)).toEqual(['4', 'The tip of the day.'])
  // Who did not ask for it is written to within a day of their last message (requirements.md NHN-36).
  await say(again.url, to('anna'), { id: 'm2', text: '4' }, at)
  at = THURSDAY_NOON + 24 * HOUR_MS + 29 * MINUTE_MS
  await again.settle()
  expect(
    (await transcript(again.url, 'anna', at)).filter(text => text === 'The tip of the day.'),
  ).toHaveLength(2)
  // Saturday is no weekday.
  at = THURSDAY_NOON + 48 * HOUR_MS
  await again.settle()
  expect(
    (await transcript(again.url, 'anna', at)).filter(text => text === 'The tip of the day.'),
  ).toHaveLength(2)
})
