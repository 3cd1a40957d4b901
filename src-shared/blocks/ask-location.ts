import { z } from 'zod'
import { localizedText, requiredText, variableRef } from '../document/field-types.ts'
import { localIdSchema } from '../document/ids.ts'
import { haversine } from '../kit/haversine.ts'
import { unsaid } from '../kit/say.ts'
import type { Value } from '../kit/value.ts'
import type { Place } from '../message/message.ts'
import { keepValue, keptFindings } from './kept-value.ts'
import {
  type CompileContext,
  type CompiledVariable,
  defineKind,
  type KindFinding,
  type Turn,
} from './kind.ts'
import { compileRefusal } from './refusal.ts'

export const MAX_PLACES = 500
/** Longer texts are no address. Characters. */
const MAX_ADDRESS = 500

const place = z.strictObject({
  id: localIdSchema,
  name: z.string().max(100, 'names hold at most 100 characters'),
  latitude: z.number().min(-90).max(90),
  longitude: z.number().min(-180).max(180),
})

const schema = z.strictObject({
  prompt: requiredText,
  latitudeTo: variableRef,
  longitudeTo: variableRef,
  /** Whether an address may be written instead. */
  acceptsAddress: z.boolean(),
  addressTo: variableRef,
  /** The name of the nearest of these, and how far it is, in kilometres. */
  places: z.array(place).max(MAX_PLACES, `at most ${MAX_PLACES} places`),
  nearestTo: variableRef,
  distanceTo: variableRef,
  retry: localizedText,
})

type Data = z.infer<typeof schema>

const WAIT = { go: 'wait' } as const
const LOCATED = { go: 'port', port: 'located' } as const
const ADDRESS = { go: 'port', port: 'address' } as const

/**
 * Asks where the customer is (requirements.md NHN-25). A location gives latitude and longitude, and the nearest of a
 * list of places by the great circle. Where it is allowed, a written address leads on at `address`, or at `located`
 * when nothing is connected there.
 */
export const askLocation = defineKind({
  name: 'askLocation',
  family: 'ask',
  schema,
  hasInput: true,
  waits: true,
  defaults: ({ locale }): Data => ({
    prompt: { [locale]: '' },
    latitudeTo: null,
    longitudeTo: null,
    acceptsAddress: true,
    addressTo: null,
    places: [],
    nearestTo: null,
    distanceTo: null,
    retry: { [locale]: '' },
  }),
  ports: data => [
    { id: 'located', role: 'next', required: true },
    ...(data.acceptsAddress ? [{ id: 'address', role: 'fallback', required: false } as const] : []),
  ],
  summary: (data, { text }) => text(data.prompt),
  check: (data, context) => [
    ...(['latitudeTo', 'longitudeTo', 'distanceTo'] as const).flatMap(field =>
      keptFindings(data[field], [field], 'number', 'askLocation', context),
    ),
    ...(['addressTo', 'nearestTo'] as const).flatMap(field =>
      keptFindings(data[field], [field], 'text', 'askLocation', context),
    ),
    ...placeFindings(data),
  ],
  compile(data, context) {
    const prompt = context.text(data.prompt)
    const keep = keeperOf(data, context)
    const address = context.variable(data.addressTo)
    const onAddress = context.connected('address') ? ADDRESS : LOCATED
    return {
      enter(turn) {
        turn.say({ text: prompt(turn), asks: 'location' })
        return WAIT
      },
      answer(turn, { location, text }) {
        if (location) {
          keep(turn, location)
          return LOCATED
        }
        const typed = text.trim()
        if (!data.acceptsAddress || typed === '' || typed.length > MAX_ADDRESS) return null
        keepIn(turn, address, typed)
        return onAddress
      },
      refuse: compileRefusal(data.retry, context, 'wait'),
    }
  },
})

function keepIn(turn: Turn, variable: CompiledVariable | null, value: Value): void {
  if (variable) keepValue(turn, variable, value)
}

function keeperOf(data: Data, context: CompileContext): (turn: Turn, at: Place) => void {
  const latitude = context.variable(data.latitudeTo)
  const longitude = context.variable(data.longitudeTo)
  const address = context.variable(data.addressTo)
  const nearest = context.variable(data.nearestTo)
  const distance = context.variable(data.distanceTo)
  return (turn, at) => {
    keepIn(turn, latitude, at.latitude)
    keepIn(turn, longitude, at.longitude)
    const written = at.address ?? at.name
    if (written) keepIn(turn, address, written)
    const found = nearestOf(data.places, at)
    if (!found) return
    keepIn(turn, nearest, found.name)
    keepIn(turn, distance, metres(found.distance))
  }
}

function nearestOf(places: Data['places'], at: Place): Readonly<{ name: string; distance: number }> | null {
  let best: { name: string; distance: number } | null = null
  for (const { name, latitude, longitude } of places) {
    const distance = haversine(at, { latitude, longitude })
    if (best === null || distance < best.distance) best = { name, distance }
  }
  return best
}

/** Kilometres to the metre; no pin is better than that. */
function metres(kilometres: number): number {
  return Math.round(kilometres * 1000) / 1000
}

function placeFindings({ places, nearestTo, distanceTo }: Data): readonly KindFinding[] {
  const unnamed = places.flatMap(({ name }, index): readonly KindFinding[] => {
    if (name.trim() !== '') return []
    const words = unsaid('askLocation/unnamed-place', { number: index + 1 })
    return [
      { code: 'askLocation/unnamed-place', severity: 'error', ...words, path: ['places', index, 'name'] },
    ]
  })
  if (places.length > 0 || (nearestTo === null && distanceTo === null)) return unnamed
  const words = unsaid('askLocation/no-places', {})
  return [{ code: 'askLocation/no-places', severity: 'warning', ...words, path: ['places'] }]
}
