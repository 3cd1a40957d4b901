import { z } from 'zod'
import { ok } from '../../src-shared/kit/result.ts'
import {
  contactExportSchema,
  contactPageQuery,
  erasedSchema,
  eraseRequestSchema,
  findContactsSchema,
  foundContactsSchema,
  personSchema,
  rectifiedSchema,
  rectifyRequestSchema,
} from '../../src-shared/publish/contact-protocol.ts'
import { contactSchema } from '../../src-shared/publish/conversation-protocol.ts'
import { addRoute } from '../http/add-route.ts'
import { bytes, json } from '../http/route.ts'
import type { MakePart } from '../part.ts'
import { findContacts } from '../store/personal-data.ts'
import { eraseContact } from './erase-contact.ts'
import { exportContact } from './export-contact.ts'
import { EXPORT_PAGE_POLICY, exportPage } from './export-page.ts'
import { addHoldRoutes } from './hold-routes.ts'
import { lookAtPerson } from './look-at-person.ts'
import { rectifyContact } from './rectify-contact.ts'
import { addRestrictionRoutes } from './restriction-routes.ts'
import { takeRestricted } from './take-restricted.ts'

/** Access to what is kept of a person, its correction, restriction and erasure (requirements.md NHN-144). */
export const contactsPart: MakePart = engine => ({
  takes: async (tx, inputs) => takeRestricted(engine, tx, inputs),
  addRoutes(api) {
    const of = { tag: 'contacts', scope: 'admin' } as const
    addRoute(api, {
      ...of,
      method: 'GET',
      path: '/v1/contacts',
      summary: 'Find a person',
      query: findContactsSchema,
      answers: { 200: json(foundContactsSchema, 'Their conversations') },
      handler: async ({ query }) => ok(await findContacts(engine.db, query.find, query.bot)),
    })
    addRoute(api, {
      ...of,
      method: 'GET',
      path: '/v1/contacts/:contact',
      summary: 'All that is kept of a person',
      params: z.object({ contact: contactSchema }),
      answers: { 200: json(contactExportSchema, 'Everything, of all bots') },
      handler: async ({ params, key }) =>
        ok(await exportContact(engine, params.contact, { key, at: engine.now() })),
    })
    addRoute(api, {
      ...of,
      method: 'GET',
      path: '/v1/contacts/:contact/page',
      summary: 'All that is kept of a person, as one page to be read',
      params: z.object({ contact: contactSchema }),
      query: contactPageQuery,
      answers: { 200: bytes('A page that needs nothing else', 'text/html; charset=utf-8') },
      async handler({ params, query, key, reply }) {
        const found = await exportContact(engine, params.contact, { key, at: engine.now() })
        return reply
          .type('text/html; charset=utf-8')
          .header('content-security-policy', EXPORT_PAGE_POLICY)
          .header('content-disposition', 'attachment; filename="contact.html"')
          .send(exportPage(found, query.language))
      },
    })
    addRoute(api, {
      ...of,
      method: 'GET',
      path: '/v1/contacts/:contact/person',
      summary: 'What is kept of a person in short',
      params: z.object({ contact: contactSchema }),
      answers: { 200: json(personSchema, 'Who they are, what is known of them, what may be done') },
      handler: async ({ params, key }) =>
        ok(await lookAtPerson(engine, params.contact, { key, at: engine.now() })),
    })
    addHoldRoutes(api, engine)
    addRestrictionRoutes(api, engine)
    addRoute(api, {
      ...of,
      method: 'POST',
      path: '/v1/contacts/rectify',
      summary: 'Correct what is kept of a person',
      body: rectifyRequestSchema,
      refuses: ['contact/held', 'contact/unknown', 'contact/no-variable', 'contact/wrong-value'],
      answers: { 200: json(rectifiedSchema, 'Where it was corrected') },
      handler: ({ body, key }) => rectifyContact(engine, { ...body, by: { key, at: engine.now() } }),
    })
    addRoute(api, {
      ...of,
      method: 'POST',
      path: '/v1/contacts/erase',
      summary: 'Erase a person for good',
      body: eraseRequestSchema,
      refuses: ['contact/held'],
      answers: { 200: json(erasedSchema, 'What was blotted out') },
      handler: async ({ body, key }) => eraseContact(engine, { ...body, by: { key, at: engine.now() } }),
    })
  },
})
