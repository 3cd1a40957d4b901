import type { Message } from '../message/message.ts'
import type { ChannelProblem, Degradation, Measure, Report } from './report.ts'

/**
 * A message in a channel's shape: its payloads in the order they are sent, what they show as something else, and what
 * does not fit. Nothing is ever cut: with a problem of severity `error`, the payloads are whole, and not to be sent.
 */
export type Rendering<Payload> = Readonly<{
  payloads: readonly Payload[]
  degraded: readonly Degradation[]
  problems: readonly ChannelProblem[]
  /** Every limit that was looked at, for counters. */
  measures: readonly Measure[]
}>

/** What one channel's renderer works from. The message is safe: its addresses can be opened. */
export type RenderJob = Readonly<{ message: Message; locale: string; report: Report }>
