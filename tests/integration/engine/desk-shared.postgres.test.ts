import { expect, test } from 'vitest'
import { DESK_BOT, deskBot } from './desk-bot.ts'
import { agentAtWork } from './desk-caller.ts'
import { putToWork, scratchEngine, scratchFolder } from './scratch-engine.ts'
import { say } from './signed-call.ts'

test('agents of one desk are at two engines: both see what waits, one has it, and a page may change its engine', async () => {
  const dataFolder = scratchFolder()
  const engines = [await scratchEngine({ dataFolder }), await scratchEngine({ dataFolder })] as const
  await putToWork(engines[0].url, deskBot())
  const agents = [await agentAtWork(engines[0].url, 'Ana'), await agentAtWork(engines[1].url, 'Rui')] as const
  const [ana, rui] = [await agents[0].watch(), await agents[1].watch()] as const
  const tell = async (text: string) => {
    await say(engines[0].url, { bot: DESK_BOT, contact: 'anna' }, { id: text.replaceAll(' ', '-'), text })
    await engines[0].settle()
  }
  for (const text of ['help', 'my bill', '1']) await tell(text)
  for (const view of [ana, rui])
    await expect.poll(() => view()?.waiting.map(({ contact }) => contact)).toEqual(['anna'])
  const chat = ana()?.waiting[0]?.id ?? 0
  const both = await Promise.all(agents.map(agent => agent.act(chat, 'take')))
  expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
  const [holder, view] = both[0]?.status === 200 ? [agents[0], ana] : [agents[1], rui]
  for (const look of [ana, rui]) await expect.poll(() => look()?.waiting).toEqual([])
  await tell('are you there')
  await expect.poll(() => view()?.mine).toMatchObject([{ unread: 1, lastText: 'are you there' }])
  // The other engine knows the same session.
  const other = holder.at(engines[holder === agents[0] ? 1 : 0].url)
  expect((await other.act(chat, 'messages', { id: 'a', text: 'Yes.' })).status).toBe(200)
  await expect.poll(() => view()?.mine).toMatchObject([{ unread: 0, lastText: 'Yes.' }])
})
