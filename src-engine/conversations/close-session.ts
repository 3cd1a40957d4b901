import type { Session } from '../../src-shared/runtime/session.ts'

/** A session that was ended from outside: nothing waits any more, and the next message wakes the bot afresh. */
export function closeSession({ version, values, sent, locale, last }: Session): Session {
  return {
    version,
    state: 'closed',
    ...(values ? { values } : {}),
    ...(sent ? { sent } : {}),
    ...(locale ? { locale } : {}),
    ...(last ? { last } : {}),
  }
}
