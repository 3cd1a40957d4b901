import { z } from 'zod'
import { formula, localizedText } from '../document/field-types.ts'
import { defineKind } from './kind.ts'
import { said } from './message-fields.ts'

const schema = z.strictObject({
  text: localizedText,
  /** Formulas, so that a place found before can be sent; degrees of WGS 84. */
  latitude: formula,
  longitude: formula,
  name: localizedText,
  address: localizedText,
})

type Data = z.infer<typeof schema>

const NEXT = { go: 'port', port: 'next' } as const
const ERROR = { go: 'port', port: 'error' } as const

/**
 * Sends a place on the map (requirements.md NHN-25). Coordinates that are no numbers, or not on Earth, leave at
 * `error`; with that unconnected it goes on without the place.
 */
export const sendLocation = defineKind({
  name: 'sendLocation',
  family: 'say',
  schema,
  hasInput: true,
  waits: false,
  defaults: ({ locale }): Data => ({
    text: { [locale]: '' },
    latitude: '',
    longitude: '',
    name: { [locale]: '' },
    address: { [locale]: '' },
  }),
  ports: () => [
    { id: 'next', role: 'next', required: true },
    { id: 'error', role: 'error', required: false },
  ],
  summary: (data, { text }) =>
    text(data.name) || text(data.address) || [data.latitude, data.longitude].filter(Boolean).join(', '),
  compile(data, context) {
    const text = context.text(data.text)
    const latitude = context.formula(data.latitude)
    const longitude = context.formula(data.longitude)
    const name = context.plain(data.name)
    const address = context.plain(data.address)
    const onError = context.connected('error') ? ERROR : NEXT
    return {
      enter(turn) {
        const north = degrees(latitude(turn), 90)
        const east = degrees(longitude(turn), 180)
        if (north === null || east === null) return onError
        const place = { latitude: north, longitude: east, ...said('name', name(turn)) }
        turn.say({ text: text(turn), location: { ...place, ...said('address', address(turn)) } })
        return NEXT
      },
    }
  },
})

function degrees(value: unknown, most: number): number | null {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value
  return typeof number === 'number' && Math.abs(number) <= most ? number : null
}
