import type { Heard } from './heard.ts'
import type { HookRequest } from './hook-protocol.ts'

/** What a system told over the generic channel. */
export function readHook({ messages, statuses }: HookRequest): readonly Heard[] {
  const said = messages.flatMap(
    ({ id, from, name, number, locale, text, option, location, files, ref }): Heard[] => {
      const person = { user: from }
      const isEmpty = text === '' && !option && !location && !files?.length
      // Who only came by a link has said nothing.
      if (isEmpty && ref !== undefined) return [{ sort: 'referral', id, from: person, ref }]
      return [
        {
          sort: 'message',
          id,
          from: person,
          profile: { name, number },
          said: {
            text,
            ...(option === undefined ? {} : { option }),
            ...(location ? { location } : {}),
            ...(isEmpty ? { unsupported: 'nothing' } : {}),
          },
          files: (files ?? []).map(file => ({ kind: file.kind, name: file.name, at: { url: file.url } })),
          locale,
          ref,
        },
      ]
    },
  )
  const reported = statuses.map(
    ({ delivery, status, description }): Heard => ({
      sort: 'status',
      id: `status-${status}-${delivery}`,
      of: { delivery },
      status,
      description,
    }),
  )
  return [...said, ...reported]
}
