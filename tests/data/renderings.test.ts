import { existsSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { CHANNELS, type Channel } from '../../src-shared/channels/channel.ts'
import { type ChannelPayload, renderMessage } from '../../src-shared/channels/render.ts'
import type { ChannelProblem, Degradation } from '../../src-shared/channels/report.ts'
import type { Message } from '../../src-shared/message/message.ts'
import { PAYLOAD_SCHEMAS } from './recording/payload-schemas.ts'
import { jsonFilesIn, readJson, UPDATE, writeRecording } from './recording/recorded-file.ts'

const FOLDER = 'tests/fixtures/renderings'

/** One message that every channel renders; requirements.md NHN-34 asks for 12 at least. */
type Said = Readonly<{
  name: string
  says: string
  rules: readonly string[]
  locale: string
  message: Message
}>
type Rendered = Readonly<{
  payloads: readonly ChannelPayload[]
  degraded: readonly Omit<Degradation, 'said'>[]
  problems: readonly Omit<ChannelProblem, 'measure' | 'said' | 'misfit'>[]
}>

const said = readJson<readonly Said[]>('tests/fixtures/messages.json')

describe.each(CHANNELS)('renderings for %s', channel => {
  const file = `${FOLDER}/${channel}.json`
  if (UPDATE) writeRecording(file, Object.fromEntries(said.map(each => [each.name, rendered(channel, each)])))
  const recorded = existsSync(file) ? readJson<Readonly<Record<string, Rendered>>>(file) : {}

  test.each(said.map(each => [`${each.name}: ${each.says} (${each.rules.join(', ')})`, each] as const))(
    '%s',
    (_, each) => {
      const now = rendered(channel, each)
      expect(JSON.parse(JSON.stringify(now))).toEqual(recorded[each.name])
      if (now.problems.every(({ severity }) => severity === 'warning'))
        for (const payload of now.payloads) PAYLOAD_SCHEMAS[channel].parse(payload)
    },
  )

  test('nothing is recorded that is not said', () => {
    expect(Object.keys(recorded)).toEqual(said.map(({ name }) => name))
    expect(said.length).toBeGreaterThanOrEqual(12)
  })
})

test('every channel has its renderings', () => {
  expect(jsonFilesIn(FOLDER)).toEqual(CHANNELS.map(channel => `${FOLDER}/${channel}.json`).sort())
})

function rendered(channel: Channel, { message, locale }: Said): Rendered {
  const { payloads, degraded, problems } = renderMessage(channel, message, { locale })
  return {
    payloads,
    degraded: degraded.map(({ said: _, ...part }) => part),
    problems: problems.map(({ measure: _, said: __, misfit: ___, ...problem }) => problem),
  }
}
