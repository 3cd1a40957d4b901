import { ok, type Result } from '../kit/result.ts'
import {
  type ContactPageLanguage,
  contactExportSchema,
  type Erased,
  type EraseRequest,
  erasedSchema,
  type FindContacts,
  type FoundContacts,
  foundContactsSchema,
  type HoldRequest,
  type LegalHoldView,
  legalHoldSchema,
  legalHoldsSchema,
  type PersonView,
  personSchema,
  type Rectified,
  type RectifyRequest,
  type RestrictRequest,
  rectifiedSchema,
  restrictionSchema,
  restrictionsSchema,
} from './contact-protocol.ts'
import { askEngine, callEngine, type EngineOptions } from './publish-client.ts'
import { type Retention, type RetentionChange, retentionSchema } from './retention-protocol.ts'

/** How everything that is kept of a person is given to them. */
export type ExportFormat = 'json' | 'html'

/** Who is restricted, and who is under a legal hold; the oldest first. */
export type Standings = Readonly<{
  restrictions: readonly LegalHoldView[]
  holds: readonly LegalHoldView[]
}>

/** What an engine keeps of people, for who has the scope `admin` there (requirements.md NHN-144). Failures are as in publish-client.ts. */
export interface PeopleClient {
  find(wanted: FindContacts): Promise<Result<FoundContacts>>
  /** In short; that somebody looked is in the audit trail. */
  person(contact: string): Promise<Result<PersonView>>
  /** Everything, as a text in a format; the language is that of the page. */
  export(contact: string, format: ExportFormat, language: ContactPageLanguage): Promise<Result<string>>
  /** With whom something is that keeps their data from being worked with, or from going. */
  standings(): Promise<Result<Standings>>
  rectify(request: RectifyRequest): Promise<Result<Rectified>>
  restrict(request: RestrictRequest): Promise<Result<LegalHoldView>>
  lift(request: RestrictRequest): Promise<Result<LegalHoldView>>
  hold(request: HoldRequest): Promise<Result<LegalHoldView>>
  release(request: HoldRequest): Promise<Result<LegalHoldView>>
  erase(request: EraseRequest): Promise<Result<Erased>>
  retention(): Promise<Result<Retention>>
  changeRetention(change: RetentionChange): Promise<Result<Retention>>
}

export function createPeopleClient(options: EngineOptions): PeopleClient {
  const at = (contact: string) => `/v1/contacts/${encodeURIComponent(contact)}`
  const post = { method: 'POST' } as const
  return {
    find({ find, bot }) {
      const only = bot === undefined ? '' : `&bot=${encodeURIComponent(bot)}`
      const path = `/v1/contacts?find=${encodeURIComponent(find)}${only}`
      return callEngine(options, { method: 'GET', path, schema: foundContactsSchema })
    },
    person: contact =>
      callEngine(options, { method: 'GET', path: `${at(contact)}/person`, schema: personSchema }),
    async export(contact, format, language) {
      if (format === 'html')
        return askEngine(options, { method: 'GET', path: `${at(contact)}/page?language=${language}` })
      const all = await callEngine(options, { method: 'GET', path: at(contact), schema: contactExportSchema })
      return all.ok ? ok(JSON.stringify(all.value, null, 2)) : all
    },
    async standings() {
      const get = { method: 'GET' } as const
      const restricted = await callEngine(options, {
        ...{ ...get, path: '/v1/restrictions', schema: restrictionsSchema },
      })
      if (!restricted.ok) return restricted
      const held = await callEngine(options, { ...get, path: '/v1/holds', schema: legalHoldsSchema })
      if (!held.ok) return held
      return ok({ restrictions: restricted.value.restrictions, holds: held.value.holds })
    },
    rectify: body =>
      callEngine(options, { ...post, path: '/v1/contacts/rectify', body, schema: rectifiedSchema }),
    restrict: body =>
      callEngine(options, { ...post, path: '/v1/restrictions', body, schema: restrictionSchema }),
    lift: body =>
      callEngine(options, { ...post, path: '/v1/restrictions/lift', body, schema: restrictionSchema }),
    hold: body => callEngine(options, { ...post, path: '/v1/holds', body, schema: legalHoldSchema }),
    release: body =>
      callEngine(options, { ...post, path: '/v1/holds/release', body, schema: legalHoldSchema }),
    erase: body => callEngine(options, { ...post, path: '/v1/contacts/erase', body, schema: erasedSchema }),
    retention: () => callEngine(options, { method: 'GET', path: '/v1/retention', schema: retentionSchema }),
    changeRetention: body =>
      callEngine(options, { method: 'PUT', path: '/v1/retention', body, schema: retentionSchema }),
  }
}
