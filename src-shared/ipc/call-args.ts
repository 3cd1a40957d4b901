import { z } from 'zod'
import { type BotId, botIdSchema } from '../document/ids.ts'
import { engineIdSchema as engineId } from './engine-id.ts'

// Arguments that many calls have.

export const nothing = z.undefined()
export const bot = z.strictObject({ bot: botIdSchema })
export const botOnEngine = z.strictObject({ bot: botIdSchema, engine: engineId })
export const count = z.number().int().min(0)
export type BotOnEngine = Readonly<{ bot: BotId; engine: string }>
