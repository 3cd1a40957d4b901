import { z } from 'zod'
import { localizedText, requiredTemplate, requiredText, templateText } from '../document/field-types.ts'
import { defineKind } from './kind.ts'
import { addressFindings, said } from './message-fields.ts'

const schema = z.strictObject({
  text: localizedText,
  name: requiredText,
  /** E.164, with places to fill in. */
  phone: requiredTemplate,
  email: templateText,
  organisation: localizedText,
})

type Data = z.infer<typeof schema>

const NEXT = { go: 'port', port: 'next' } as const

/** Sends a contact that the customer can save and call (requirements.md NHN-45, NHN-47). */
export const sendContact = defineKind({
  name: 'sendContact',
  family: 'say',
  schema,
  hasInput: true,
  waits: false,
  defaults: ({ locale }): Data => ({
    text: { [locale]: '' },
    name: { [locale]: '' },
    phone: '',
    email: '',
    organisation: { [locale]: '' },
  }),
  ports: () => [{ id: 'next', role: 'next', required: true }],
  summary: (data, { text }) => [text(data.name), data.phone].filter(part => part !== '').join(' · '),
  check: data => addressFindings(data.phone, 'call', ['phone']),
  compile(data, context) {
    const text = context.text(data.text)
    const name = context.plain(data.name)
    const phone = context.template(data.phone)
    const email = context.template(data.email)
    const organisation = context.plain(data.organisation)
    return {
      enter(turn) {
        const contact = {
          name: name(turn),
          phone: phone(turn).trim(),
          ...said('email', email(turn).trim()),
          ...said('organisation', organisation(turn)),
        }
        turn.say({ text: text(turn), contact })
        return NEXT
      },
    }
  },
})
