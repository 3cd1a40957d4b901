import { z } from 'zod'
import { requiredMessageTemplate, requiredTemplate } from '../document/field-types.ts'
import { inLocale } from '../document/localized.ts'
import type { TemplateRecord } from '../document/records.ts'
import { type CompileContext, defineKind, type Turn } from './kind.ts'
import { addressFindings, compileMedia, mediaField } from './message-fields.ts'

const schema = z.strictObject({
  template: requiredMessageTemplate,
  /** What goes into the template's places, in order. */
  parameters: z.array(requiredTemplate).max(20, 'a template has at most 20 places'),
  /** What the template's header shows, where it has a picture, film or document. */
  header: mediaField.optional(),
})

type Data = z.infer<typeof schema>

const NEXT = { go: 'port', port: 'next' } as const
const ERROR = { go: 'port', port: 'error' } as const

/**
 * Sends a message template that the channel has approved, which is what may be sent first or after 24 hours
 * (requirements.md KAL-04, NHN-40). Its language is the customer's, else the nearest it was registered in. One that is
 * not there, or not approved, leaves at `error`; with that unconnected it goes on without it.
 */
export const sendTemplate = defineKind({
  name: 'sendTemplate',
  family: 'say',
  schema,
  hasInput: true,
  waits: false,
  defaults: (): Data => ({ template: null, parameters: [] }),
  ports: () => [
    { id: 'next', role: 'next', required: true },
    { id: 'error', role: 'error', required: false },
  ],
  summary: data => data.parameters.join(' · '),
  check: data => (data.header ? addressFindings(data.header.url, 'link', ['header', 'url']) : []),
  compile(data, context) {
    const record = context.record.template(data.template)
    const onError = context.connected('error') ? ERROR : NEXT
    if (record?.state !== 'approved') return { enter: () => onError }
    const send = compileSending(data, record, context)
    return {
      enter(turn) {
        send(turn)
        return NEXT
      },
    }
  },
})

/** The text of the event is the template with its places filled in, which is what the customer reads. */
function compileSending(data: Data, record: TemplateRecord, context: CompileContext): (turn: Turn) => void {
  const parameters = data.parameters.slice(0, record.places).map(text => context.template(text))
  const header = compileMedia(data.header, context)
  const languages = Object.keys(record.body)
  return turn => {
    const values = parameters.map(text => text(turn))
    const language = languageFor(turn.locale, languages, context.locales)
    const body = inLocale(record.body, language, languages) ?? ''
    const text = body.replace(/\{\{(\d+)\}\}/g, (_, place: string) => values[Number(place) - 1] ?? '')
    const media = header?.(turn)
    const template = { name: record.name, language, parameters: values, ...(media ? { header: media } : {}) }
    turn.say({ text, template })
  }
}

function languageFor(locale: string, languages: readonly string[], preferred: readonly string[]): string {
  const language = locale.split('-')[0]
  return (
    languages.find(found => found === locale) ??
    languages.find(found => found.split('-')[0] === language) ??
    preferred.find(found => languages.includes(found)) ??
    languages[0] ??
    locale
  )
}
