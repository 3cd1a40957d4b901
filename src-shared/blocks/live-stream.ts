import { z } from 'zod'
import { localizedText, requiredTemplate, requiredText, templateText } from '../document/field-types.ts'
import { unsaid } from '../kit/say.ts'
import { defineKind } from './kind.ts'
import { addressFindings, said } from './message-fields.ts'
import { localTime, timeZoneSchema } from './time-zone.ts'

const moment = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2} ([01]\d|2[0-3]):[0-5]\d$/, 'expected a date and time such as 2026-12-31 20:00')

const schema = z.strictObject({
  text: requiredText,
  url: requiredTemplate,
  poster: templateText,
  /** When the stream is on, by the clocks of `zone`; null for always. */
  from: moment.nullable(),
  until: moment.nullable(),
  zone: timeZoneSchema,
  /** Said instead before it begins and after it ended. */
  outside: localizedText,
})

type Data = z.infer<typeof schema>

const NEXT = { go: 'port', port: 'next' } as const

/**
 * Shows a live stream: a player on the web, a link elsewhere (requirements.md NHN-11). Outside its times it says so
 * instead.
 */
export const liveStream = defineKind({
  name: 'liveStream',
  family: 'say',
  schema,
  hasInput: true,
  waits: false,
  defaults: ({ locale }): Data => ({
    text: { [locale]: '' },
    url: '',
    poster: '',
    from: null,
    until: null,
    zone: 'UTC',
    outside: { [locale]: '' },
  }),
  ports: () => [{ id: 'next', role: 'next', required: true }],
  summary: (data, { text }) => text(data.text),
  check: data => [
    ...addressFindings(data.url, 'link', ['url']),
    ...addressFindings(data.poster, 'link', ['poster']),
    ...(data.from && data.until && data.from >= data.until
      ? [
          {
            code: 'liveStream/empty-range',
            severity: 'error' as const,
            ...unsaid('liveStream/empty-range', {}),
            path: ['until'],
          },
        ]
      : []),
  ],
  compile(data, context) {
    const text = context.text(data.text)
    const url = context.template(data.url)
    const poster = context.template(data.poster)
    const outside = context.text(data.outside)
    return {
      enter(turn) {
        const { date, time } = localTime(turn.now, data.zone)
        const now = `${date} ${time}`
        const isOn = (!data.from || now >= data.from) && (!data.until || now < data.until)
        const address = url(turn).trim()
        if (isOn && address !== '') {
          const media = { kind: 'stream' as const, url: address, ...said('poster', poster(turn).trim()) }
          turn.say({ text: text(turn), media })
        } else {
          const instead = outside(turn)
          if (instead !== '') turn.say({ text: instead })
        }
        return NEXT
      },
    }
  },
})
