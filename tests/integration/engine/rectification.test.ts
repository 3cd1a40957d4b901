import { expect, test } from 'vitest'
import { PHONE, tellAsMeta, whatsappBody, whatsappMessage } from '../../loopback/meta.ts'
import { activeChannel } from './channel-engine.ts'
import { COUNTING_BOT, countingBot } from './counting-bot.ts'
import { rawlyKept } from './scratch-data.ts'
import { scratchFolder } from './scratch-engine.ts'

const NUMBER = '16505551234'
const contacts = [{ wa_id: NUMBER, profile: { name: 'Kerry Fischer' } }]

async function talkingEngine(shape: Parameters<typeof countingBot>[0] = {}, dataFolder = scratchFolder()) {
  const engine = await activeChannel(countingBot(shape), { kind: 'whatsapp', account: PHONE }, { dataFolder })
  const tell = async (text: string) => {
    const body = whatsappBody([whatsappMessage({ text: { body: text } })], { contacts })
    expect(await tellAsMeta(engine.url, engine.id, body)).toBe(200)
    await engine.settle()
  }
  for (const text of ['hello', 'blue']) await tell(text)
  const contact = `wa:${engine.id}:${NUMBER}`
  const rectify = (what: object) =>
    engine.call('/v1/contacts/rectify', { contact, reason: 'they wrote to us', ...what })
  const person = async () => (await engine.call(`/v1/contacts/${contact}/person`)).json
  const value = (name: string, of: unknown) => ({
    values: [{ bot: COUNTING_BOT, contact, name, value: of }],
  })
  return { ...engine, tell, contact, rectify, person, value, dataFolder }
}

test('what is kept of a person is corrected, stays sealed, and the bot goes on with it (requirements.md NHN-144)', async () => {
  const engine = await talkingEngine()
  expect(await engine.person()).toMatchObject({
    name: 'Kerry Fischer',
    number: `+${NUMBER}`,
    hold: null,
    restriction: null,
    conversations: [
      {
        botName: 'Counter',
        state: 'open',
        values: [
          { name: 'COUNT', value: 1 },
          { name: 'SAID', value: 'blue' },
        ],
      },
    ],
    addresses: [{ channel: engine.id, address: NUMBER, sort: 'phone' }],
  })
  expect((await engine.rectify({ name: 'Kerry Fisher', number: '+1 650 555 9999' })).json).toMatchObject({
    conversations: 1,
    profiles: 2,
  })
  expect((await engine.rectify(engine.value('COUNT', '41'))).json).toMatchObject({ conversations: 1 })
  expect(await engine.person()).toMatchObject({ name: 'Kerry Fisher', number: '+1 650 555 9999' })
  expect((await engine.call('/v1/contacts?find=fisher')).json).toMatchObject({
    contacts: [{ contact: engine.contact }],
  })
  expect((await engine.call('/v1/contacts?find=5559999')).json).toMatchObject({ contacts: [] })
  expect((await engine.call(`/v1/contacts?find=${encodeURIComponent('555 9999')}`)).json).toMatchObject({
    contacts: [{ contact: engine.contact }],
  })
  expect((await engine.call('/v1/contacts?find=fischer')).json).toMatchObject({ contacts: [] })
  await engine.tell('red')
  expect(engine.meta.sent.map(({ body }) => body.text)).toContainEqual({ body: '42: red' })
  // What comes later from the channel does not take the name back.
  expect(await engine.person()).toMatchObject({ name: 'Kerry Fisher' })
  const { entries } = (await engine.call('/v1/audit?action=contact.rectify')).json as {
    entries: { detail: object }[]
  }
  expect(entries.map(({ detail }) => detail).reverse()).toEqual([
    { reason: 'they wrote to us', corrected: ['name', 'number'], bots: [] },
    { reason: 'they wrote to us', corrected: ['COUNT'], bots: [COUNTING_BOT] },
  ])
  await engine.close()
  expect(await rawlyKept(engine.dataFolder)).not.toMatch(/Fisher|555 9999/)
})

test('what is secret, not there, of another type or held is not corrected', async () => {
  const engine = await talkingEngine({ secret: true })
  expect(JSON.stringify(await engine.person())).not.toContain('blue')
  const refused = async (what: object) => (await engine.rectify(what)).json.code
  expect(await refused(engine.value('SAID', 'red'))).toBe('contact/no-variable')
  expect(await refused(engine.value('NOME_CLIENTE', 'red'))).toBe('contact/no-variable')
  expect(await refused(engine.value('COUNT', 'many'))).toBe('contact/wrong-value')
  expect(await refused({ values: [{ bot: COUNTING_BOT, contact: 'bert', name: 'COUNT', value: 1 }] })).toBe(
    'contact/no-variable',
  )
  expect(await refused({})).toBe('request/invalid')
  expect(await refused({ contact: 'nobody', name: 'Ann' })).toBe('contact/unknown')
  await engine.call('/v1/holds', { contact: engine.contact, reason: 'case 12' })
  expect(await refused({ name: 'Ann' })).toBe('contact/held')
})
