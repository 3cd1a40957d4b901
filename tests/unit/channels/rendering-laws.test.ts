import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CHANNELS, type Channel } from '../../../src-shared/channels/channel.ts'
import { LIMITS } from '../../../src-shared/channels/limits.ts'
import { renderMessage } from '../../../src-shared/channels/render.ts'
import type { Place } from '../../../src-shared/channels/report.ts'
import type { Message } from '../../../src-shared/message/message.ts'
import { PAYLOAD_SCHEMAS } from '../../data/recording/payload-schemas.ts'
import { arbitraryMessage, sensibleMessage } from './arbitrary-message.ts'
import { textsOf } from './texts-of.ts'

const SEEDS = [1, 20260801, 777] as const
const RUNS = 200

describe.each(SEEDS.flatMap(seed => CHANNELS.map(channel => [channel, seed] as const)))(
  'any message on %s, seed %i',
  (channel, seed) => {
    const check = (law: (message: Message) => void, messages = arbitraryMessage) =>
      fc.assert(
        fc.property(messages, message => void law(message)),
        { seed, numRuns: RUNS },
      )

    test('every text is shown, or named as not shown', () =>
      check(message => expect(lost(channel, message)).toEqual([])))

    test('what has no error is in the documented shape, within every limit', () => {
      let sound = 0
      check(message => {
        const { payloads, problems } = renderMessage(channel, message, { locale: 'en' })
        if (problems.some(({ severity }) => severity === 'error')) return
        sound += 1
        for (const payload of payloads) PAYLOAD_SCHEMAS[channel].parse(payload)
      }, sensibleMessage)
      expect(sound).toBeGreaterThan(RUNS / 4)
    })

    test('every measure is honest, and every error has a sentence', () =>
      check(message => {
        const { problems, measures } = renderMessage(channel, message, { locale: 'en' })
        for (const { limit, max, unit } of measures) expect({ max, unit }).toEqual(boundOf(limit))
        for (const { message: sentence } of problems) expect(sentence).toMatch(/^[A-Z].+: .+\.$/s)
      }))

    test('rendering is a function of the message', () =>
      check(message => {
        const once = JSON.stringify(renderMessage(channel, message, { locale: 'ar' }))
        expect(JSON.stringify(renderMessage(channel, structuredClone(message), { locale: 'ar' }))).toBe(once)
      }))
  },
)

function boundOf(limit: keyof typeof LIMITS) {
  const { max, unit } = LIMITS[limit]
  return { max, unit }
}

/** The texts that are neither in a payload nor named. */
function lost(channel: Channel, message: Message): readonly unknown[] {
  const { payloads, degraded, problems } = renderMessage(channel, message, { locale: 'en' })
  const shown = bare(stringsOf(payloads).join('\n'))
  const named = [...degraded, ...problems].map(({ place }) => place)
  return textsOf(message).filter(
    ({ place, text }) => !shown.includes(bare(text)) && !named.some(known => isWithin(place, known)),
  )
}

function isWithin(place: Place, known: Place): boolean {
  return known.every((step, index) => place[index] === step)
}

/** Without a channel's marks, and with blanks that are alike. */
function bare(text: string): string {
  return text
    .replace(/[*_~`\u200B]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
}

function stringsOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsOf) : []
}
