import { say } from '../kit/say.ts'
import type { Misfit } from '../kit/sentences/en/channel-problems.ts'
import type { Said } from '../kit/sentences/said.ts'
import { countText } from '../message/count-text.ts'
import { CHANNEL_NAMES, type Channel } from './channel.ts'
import { DEGRADATIONS, type DegradationCode } from './degradations.ts'
import { LIMITS, type Limit, type LimitName, type LimitUnit } from './limits.ts'
import { RULES, type RuleName } from './rules.ts'

/** Where in a Message: `['options', 2, 'label']`; the whole message is `[]`. */
export type Place = readonly (string | number)[]

/** How much of a limit a part of the message takes. */
export type Measure = Readonly<{
  limit: LimitName
  place: Place
  value: number
  max: number
  unit: LimitUnit
}>

/**
 * Something that does not fit. An `error` must not be sent: the channel would refuse or cut it. A `warning` is sent,
 * in another form or at the risk the sentence names.
 */
export type ChannelProblem = Readonly<{
  severity: 'error' | 'warning'
  /** The limit that is exceeded, or the rule that is broken. */
  code: LimitName | RuleName
  place: Place
  message: string
  said: Said
  /** The same without the name of the channel. */
  misfit: Misfit
  measure?: Measure
}>

/** A part that the channel shows as something else. */
export type Degradation = Readonly<{ code: DegradationCode; place: Place; message: string; said: Said }>

/** Collects what a renderer has to say about a message. Entries come in the order they are made. */
export class Report {
  readonly channel: Channel
  readonly measures: Measure[] = []
  readonly problems: ChannelProblem[] = []
  readonly degraded: Degradation[] = []

  constructor(channel: Channel) {
    this.channel = channel
  }

  /** Measures a text or a number of items, and says so when it is over the limit. */
  check(limit: LimitName, content: string | number, place: Place): void {
    const measure = measured(limit, content, place)
    this.measures.push(measure)
    if (measure.value > measure.max) this.problems.push(overLimit(this.channel, measure, content))
  }

  /** Notes that a part did not fit a form of the channel, and so has another. */
  misfits(measures: readonly MisfitPart[]): void {
    for (const { measure, content } of measures) {
      this.measures.push(measure)
      this.problems.push({ ...overLimit(this.channel, measure, content), severity: 'warning' })
    }
  }

  broken(rule: RuleName, place: Place, severity: ChannelProblem['severity'] = 'error'): void {
    const misfit = { code: rule, reason: RULES[rule], counted: null }
    const words = say('channel/problem', { channel: this.channel, misfit })
    this.problems.push({ severity, code: rule, place, ...words, misfit })
  }

  degrade(code: DegradationCode, place: Place): void {
    const reason = DEGRADATIONS[code](CHANNEL_NAMES[this.channel])
    this.degraded.push({ code, place, ...say('channel/degraded', { channel: this.channel, code, reason }) })
  }
}

export type MisfitPart = Readonly<{ measure: Measure; content: string | number }>

/** The parts that are over their limits; empty when a form of the channel can take them all. */
export function misfitsOf(
  parts: readonly (readonly [LimitName, string | number, Place])[],
): readonly MisfitPart[] {
  return parts.flatMap(([limit, content, place]) => {
    const measure = measured(limit, content, place)
    return measure.value > measure.max ? [{ measure, content }] : []
  })
}

function measured(name: LimitName, content: string | number, place: Place): Measure {
  const { max, unit }: Limit = LIMITS[name]
  const value = typeof content === 'number' ? content : unit === 'items' ? 0 : countText(content, unit)
  return { limit: name, place, value, max, unit }
}

const UNIT_WORDS: Readonly<Record<LimitUnit, string>> = {
  characters: 'characters',
  graphemes: 'characters',
  codePoints: 'characters',
  bytes: 'bytes',
  items: '',
}

function overLimit(channel: Channel, measure: Measure, content: string | number): ChannelProblem {
  const { value, max, unit, limit, place } = measure
  const { what, severity }: Limit = LIMITS[limit]
  const seen = typeof content === 'string' ? countText(content, 'graphemes') : value
  const reads = seen === value ? '' : ` (it reads as ${seen} characters)`
  const counted = [value, UNIT_WORDS[unit]].filter(word => word !== '').join(' ')
  const reason = `the ${what} has ${counted}${reads}; at most ${max} fit.`
  const misfit = { code: limit, reason, counted: { value, max, unit, seen } }
  return { severity, code: limit, place, ...say('channel/problem', { channel, misfit }), misfit, measure }
}
