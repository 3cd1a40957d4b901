import type { Inbound } from '../store/inbound.ts'
import type { DoneTurn, Standing } from './run-turn.ts'

/** Makes the turn of an input in place of the bot; null leaves it to the bot. */
export type TakeTurn = (standing: Standing, inbound: Inbound) => Promise<DoneTurn | null>
