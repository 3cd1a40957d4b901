import { conversationName, type To } from './conversations.ts'
import type { Job } from './jobs.ts'

/** The jobs that say where to look, each by the name that a later one of the same takes over. */
export function timeJob({ bot, contact }: To, dueAt: number, now: number): Job {
  return {
    task: 'time',
    payload: { bot, contact },
    key: `time:${conversationName({ bot, contact })}`,
    delayMs: dueAt - now,
  }
}

export function effectJob({ bot, contact }: To, id: string): Job {
  const key = `effect:${conversationName({ bot, contact })}/${id}`
  return { task: 'effect', payload: { bot, contact, id }, key }
}

/** Queues of graphile-worker keep the order: a queue of ours is looked at by one process at a time. */
export function deliverJob(queue: string): Job {
  const name = deliverQueue(queue)
  return { task: 'deliver', payload: { queue }, key: name, queue: name }
}

/** What graphile-worker knows a queue of ours by, of which it is only told a digest (jobs.ts). */
export function deliverQueue(queue: string): string {
  return `deliver:${queue}`
}
