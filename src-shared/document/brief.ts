import { z } from 'zod'
import { CHANNELS } from './settings.ts'

const line = z.string().max(500, 'at most 500 characters')

/** The tones of requirements.md NHN-03. */
export const TONES = ['professional', 'friendly', 'humorous', 'witty', 'quirky', 'calm'] as const

/**
 * Why a bot is made, for whom, and how it speaks (requirements.md NHN-01, NHN-02, NHN-03). For the people who make
 * it; no part of a version's content.
 */
export const briefSchema = z
  .strictObject({
    department: line,
    macroGoal: line,
    microGoals: z.array(line).max(50),
    useCase: line,
    /** What tells that a goal was reached, in words. */
    successMeasure: line,
    audience: z
      .strictObject({ desires: line, geography: line, behaviour: line, channels: z.array(z.enum(CHANNELS)) })
      .partial(),
    personality: z
      .strictObject({
        tone: z.enum(TONES),
        length: z.enum(['short', 'long']),
        /** From 0, matter-of-fact, to 3, very warm. */
        warmth: z.number().int().min(0).max(3),
        notes: line,
      })
      .partial(),
  })
  .partial()

export type Brief = Readonly<z.infer<typeof briefSchema>>
