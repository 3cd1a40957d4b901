import { z } from 'zod'
import { localizedText, requiredText, variableRef } from '../document/field-types.ts'
import { unsaid } from '../kit/say.ts'
import type { MessageOption } from '../message/message.ts'
import { keepValue, keptFindings } from './kept-value.ts'
import { defineKind, type KindFinding, type Reply } from './kind.ts'
import { compileRefusal } from './refusal.ts'

export const RATING_STYLES = ['numbers', 'stars', 'faces'] as const
export const MAX_SCALE = 10
/** There are faces for so many steps and no more. */
export const MOST_FACES = 5

const schema = z.strictObject({
  prompt: requiredText,
  /** The best rating; the worst is 1. */
  scale: z.number().int().min(2).max(MAX_SCALE),
  style: z.enum(RATING_STYLES),
  saveTo: variableRef,
  /** A rating up to this leads on at `low`; null for no such port. */
  low: z.number().int().min(1).max(MAX_SCALE).nullable(),
  retry: localizedText,
})

type Data = z.infer<typeof schema>

const WAIT = { go: 'wait' } as const
const NEXT = { go: 'port', port: 'next' } as const
const LOW = { go: 'port', port: 'low' } as const

/**
 * Asks for a rating from 1 to a number. Takes a tap, a number in any script, `4/5`, as many stars, or the face. Low
 * ratings may go their own way, such as to somebody who listens.
 */
export const rating = defineKind({
  name: 'rating',
  family: 'ask',
  schema,
  hasInput: true,
  waits: true,
  defaults: ({ locale }): Data => ({
    prompt: { [locale]: '' },
    scale: 5,
    style: 'stars',
    saveTo: null,
    low: null,
    retry: { [locale]: '' },
  }),
  ports: data => [
    { id: 'next', role: 'next', required: true },
    ...(data.low === null ? [] : [{ id: 'low', role: 'fallback', required: true } as const]),
  ],
  summary: (data, { text }) => text(data.prompt),
  check: (data, context) => [
    ...scaleFindings(data),
    ...keptFindings(data.saveTo, ['saveTo'], 'number', 'rating', context),
  ],
  compile(data, context) {
    const prompt = context.text(data.prompt)
    const options = optionsOf(data)
    const variable = context.variable(data.saveTo)
    const low = data.low ?? 0
    return {
      digresses: true,
      strikes: true,
      enter(turn) {
        turn.say({ text: prompt(turn), options })
        return WAIT
      },
      answer(turn, reply) {
        const rated = readRating(reply, options)
        if (rated === null) return null
        if (variable) keepValue(turn, variable, rated)
        return rated <= low ? LOW : NEXT
      },
      refuse: compileRefusal(data.retry, context),
    }
  },
})

const FACES = ['😡', '🙁', '😐', '🙂', '😍'] as const
/** Which faces tell so many steps apart best. */
const FACES_FOR: Readonly<Record<number, readonly number[]>> = {
  2: [1, 3],
  3: [1, 2, 3],
  4: [0, 1, 3, 4],
  5: [0, 1, 2, 3, 4],
}

/** The worst first, so that an option's number is its rating. */
function optionsOf({ scale, style }: Data): readonly MessageOption[] {
  const faces = FACES_FOR[scale]
  return Array.from({ length: scale }, (_, index) => {
    const rated = index + 1
    const face = style === 'faces' ? FACES[faces?.[index] ?? -1] : undefined
    const label = face ?? (style === 'stars' ? '⭐'.repeat(rated) : String(rated))
    return { id: `opt_rate-${rated}`, label }
  })
}

const NUMBER = /^(\d{1,2})(?:\s*\/\s*(\d{1,2}))?$/
const STARS = /^(?:[⭐★✩☆🌟]\uFE0F?\s*){1,10}$/u
const FULL_STAR = /[⭐★🌟]/gu

/** The rating a reply means, or null; `4/10` is none on a scale to 5. */
export function readRating(
  { option, text, normal }: Pick<Reply, 'option' | 'text' | 'normal'>,
  options: readonly MessageOption[],
): number | null {
  const typed = text.trim()
  const at = options.findIndex(({ id, label }) => id === option || label === typed)
  if (at >= 0) return at + 1
  if (STARS.test(typed)) return within((typed.match(FULL_STAR) ?? []).length, options.length)
  const number = NUMBER.exec(normal)
  if (!number || (number[2] !== undefined && Number(number[2]) !== options.length)) return null
  return within(Number(number[1]), options.length)
}

function within(rated: number, scale: number): number | null {
  return rated >= 1 && rated <= scale ? rated : null
}

function scaleFindings({ scale, style, low }: Data): readonly KindFinding[] {
  const findings: KindFinding[] = []
  if (style === 'faces' && scale > MOST_FACES) {
    const words = unsaid('rating/too-many-faces', { most: MOST_FACES })
    findings.push({ code: 'rating/too-many-faces', severity: 'warning', ...words, path: ['style'] })
  }
  if (low !== null && low >= scale) {
    const words = unsaid('rating/all-low', { scale })
    findings.push({ code: 'rating/all-low', severity: 'error', ...words, path: ['low'] })
  }
  return findings
}
