import type { DoneTurn } from './conversations/run-turn.ts'
import type { TakeTurn } from './conversations/take-turn.ts'
import type { DeliveryKind } from './deliveries/delivery-kind.ts'
import type { Engine } from './engine.ts'
import type { Api } from './http/add-route.ts'
import type { ReadDb, WriteDb } from './store/db.ts'
import type { Delivery, NewDelivery } from './store/deliveries.ts'
import type { Inbound } from './store/inbound.ts'

/**
 * One thing that an engine does besides answering: a channel, an integration, a desk. It is a folder, a `MakePart`, and
 * a line in parts.ts.
 */
export type EnginePart = Readonly<{
  /** Its addresses; each says which scope a key needs, or that everybody may ask. */
  addRoutes?: (api: Api) => void
  /** How what it asks for is handed over, by the kind of a delivery. */
  deliveries?: Readonly<Record<string, DeliveryKind>>
  /** What turns leave to be handed over; asked in their transaction. */
  deliveriesOf?: (tx: ReadDb, done: readonly DoneTurn[]) => Promise<readonly NewDelivery[]>
  /** What is to be handed over because something was taken or given up; asked in the transaction that says so. */
  deliveriesOfEnded?: (tx: ReadDb, ended: Delivery) => Promise<readonly NewDelivery[]>
  /** Who makes turns in place of the bot, for inputs that are about to be answered; null for nobody. In their transaction. */
  takes?: (tx: WriteDb, inputs: readonly Inbound[]) => Promise<TakeTurn | null>
  /** What the part writes down of turns, in their transaction. */
  inTurns?: (tx: WriteDb, done: readonly DoneTurn[]) => Promise<void>
  /** Ends what the part began by itself; requests under way are still answered after it. */
  close?: () => void
}>

export type MakePart = (engine: Engine) => EnginePart
