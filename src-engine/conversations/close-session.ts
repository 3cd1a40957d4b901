import type { Session } from '../../src-shared/runtime/session.ts'

/** A session that was ended from outside: nothing waits any more, and the next message wakes the bot afresh. */
export function closeSession({ version, values, sent, locale, last, at, more = {} }: Session): Session {
  const { heardAt, channel, optedOut } = more
  return {
    version,
    state: 'closed',
    ...(values ? { values } : {}),
    ...(sent ? { sent } : {}),
    ...(locale ? { locale } : {}),
    ...(last ? { last } : {}),
    ...(at ? { at } : {}),
    ...(heardAt !== undefined || channel || optedOut ? { more: { heardAt, channel, optedOut } } : {}),
  }
}
