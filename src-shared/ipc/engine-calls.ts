import { z } from 'zod'
import {
  type AuditFilter,
  type AuditPage,
  type AuditVerdict,
  auditFilterSchema,
} from '../publish/audit-protocol.ts'
import {
  type ContactPageLanguage,
  contactPageQuery,
  type Erased,
  eraseRequestSchema,
  type FindContacts,
  type FoundContacts,
  findContactsSchema,
  type LegalHoldView,
  type PersonView,
  type Rectified,
  type RectifyRequest,
  rectifyRequestSchema,
} from '../publish/contact-protocol.ts'
import { contactSchema } from '../publish/conversation-protocol.ts'
import { isPrivateAddress } from '../publish/is-private-address.ts'
import {
  type ApiKey,
  addressesSchema,
  keyIdSchema,
  type NewKeyRequest,
  newKeyRequestSchema,
  rotateKeyRequestSchema,
} from '../publish/key-protocol.ts'
import type { ExportFormat, Standings } from '../publish/people-client.ts'
import { proactiveChoiceSchema } from '../publish/proactive-protocol.ts'
import { type Retention, type RetentionChange, retentionChangeSchema } from '../publish/retention-protocol.ts'
import type { Scope } from '../publish/scopes.ts'
import { call } from './call.ts'
import { type BotOnEngine, botOnEngine, count, nothing } from './call-args.ts'
import { engineIdSchema as engineId } from './engine-id.ts'

/** An engine that bots can be published to. Its key stays in the main process. */
export type EngineAccount = Readonly<{
  id: string
  name: string
  url: string
  keyId: string
  hasKey: boolean
}>

/** What an engine says of itself and of the key it was asked with; null is what older engines do not say. */
export type EngineLook = Readonly<{
  engine: string
  account: string
  version: string | null
  protocol: number
  scopes: readonly Scope[] | null
  ms: number
}>

/**
 * Where keys are kept: `system` in the system's safe storage; elsewhere sealed with a passphrase that is yet to be
 * chosen (`new`), has to be typed in again (`locked`), or is known for this run (`open`).
 */
export type VaultState = 'system' | 'new' | 'locked' | 'open'
const enginePutSchema = z.strictObject({
  id: engineId.nullable(),
  name: z.string().trim().min(1, 'a name is needed').max(64),
  url: z
    .url({ protocol: /^https?$/, error: 'expected an address such as https://engine.example.com' })
    .max(500)
    .refine(
      isPrivateAddress,
      'over plain http others could read and change what is sent; use https:// (http:// only reaches an engine on this computer)',
    ),
  keyId: z.string().trim().min(1, 'a key id is needed').max(100),
  key: z.string().min(16, 'keys have at least 16 characters').max(500).nullable(),
})
const onEngine = z.strictObject({ engine: engineId })
const keyOfEngine = z.strictObject({ engine: engineId, key: keyIdSchema })
const personOnEngine = onEngine.extend({ contact: contactSchema })
const personAndReason = personOnEngine.extend({ reason: eraseRequestSchema.shape.reason })
type KeyOfEngine = Readonly<{ engine: string; key: string }>
type PersonOnEngine = Readonly<{ engine: string; contact: string }>
type PersonAndReason = PersonOnEngine & Readonly<{ reason: string }>

/**
 * What the window asks about engines themselves: which there are, who may do what there and who did, and of whom they keep
 * something.
 */
export const engineCalls = {
  'engines.list': call<undefined, readonly EngineAccount[]>(nothing),
  /** `key` is kept with the system's safe storage and never comes back; null keeps the one that is there. */
  'engines.put': call<
    { id: string | null; name: string; url: string; keyId: string; key: string | null },
    EngineAccount
  >(enginePutSchema),
  'engines.remove': call<{ id: string }, null>(z.strictObject({ id: engineId })),
  'engines.test': call<{ id: string }, EngineLook>(z.strictObject({ id: engineId })),
  /** Asks an engine before it is kept: with this key, or with the one that is stored where it is null. */
  'engines.verify': call<{ id: string | null; url: string; keyId: string; key: string | null }, EngineLook>(
    enginePutSchema.omit({ name: true }),
  ),
  /** A page of who did what on an engine (requirements.md NHN-143), newest first. */
  'audit.page': call<{ engine: string; filter: AuditFilter; before: number | null }, AuditPage>(
    onEngine.extend({ filter: auditFilterSchema, before: count.nullable() }),
  ),
  /** Whether its audit trail is as it was written. */
  'audit.verify': call<{ engine: string }, AuditVerdict>(onEngine),
  /** People of whom an engine keeps something (requirements.md NHN-144), by a part of a name or number. */
  'people.find': call<{ engine: string } & FindContacts, FoundContacts>(
    onEngine.extend(findContactsSchema.shape),
  ),
  /** What it keeps of one in short; the engine notes that somebody looked. */
  'people.person': call<PersonOnEngine, PersonView>(personOnEngine),
  /** Everything it keeps of one, as a text to be given to them. */
  'people.export': call<PersonOnEngine & { format: ExportFormat; language: ContactPageLanguage }, string>(
    personOnEngine.extend({
      format: z.enum(['json', 'html']),
      language: contactPageQuery.shape.language.unwrap(),
    }),
  ),
  'people.standings': call<{ engine: string }, Standings>(onEngine),
  'people.rectify': call<{ engine: string; rectify: RectifyRequest }, Rectified>(
    onEngine.extend({ rectify: rectifyRequestSchema }),
  ),
  'people.restrict': call<PersonAndReason, LegalHoldView>(personAndReason),
  'people.lift': call<PersonAndReason, LegalHoldView>(personAndReason),
  'people.hold': call<PersonAndReason, LegalHoldView>(personAndReason),
  'people.release': call<PersonAndReason, LegalHoldView>(personAndReason),
  'people.erase': call<PersonAndReason, Erased>(personAndReason),
  /** How long an engine keeps what it knows of people, by the class of data. */
  'people.retention': call<{ engine: string }, Retention>(onEngine),
  'people.changeRetention': call<{ engine: string; change: RetentionChange }, Retention>(
    onEngine.extend({ change: retentionChangeSchema }),
  ),
  /** The keys of an engine, revoked ones too; never with a secret. */
  'keys.list': call<{ engine: string }, readonly ApiKey[]>(onEngine),
  /** Its secret stays in the main process, from where `keys.copySecret` puts it on the clipboard. */
  'keys.add': call<{ engine: string; key: NewKeyRequest }, ApiKey>(
    onEngine.extend({ key: newKeyRequestSchema }),
  ),
  /** Gives a key a new secret, as above; the one before is accepted for `graceMs` more. */
  'keys.rotate': call<KeyOfEngine & { graceMs: number }, ApiKey>(
    keyOfEngine.extend({ graceMs: rotateKeyRequestSchema.shape.graceMs.unwrap() }),
  ),
  'keys.bind': call<KeyOfEngine & { addresses: string[] }, ApiKey>(
    keyOfEngine.extend({ addresses: addressesSchema }),
  ),
  'keys.revoke': call<KeyOfEngine, ApiKey>(keyOfEngine),
  /** Puts the secret of the key that was made last on the clipboard; `secret/shown-once` when it was forgotten. */
  'keys.copySecret': call<KeyOfEngine, null>(keyOfEngine),
  'keys.forgetSecret': call<undefined, null>(nothing),
  /** Signs with the key that was made last from now on. */
  'keys.use': call<KeyOfEngine, EngineAccount>(keyOfEngine),
  /** The tokens of other systems that may begin conversations of a bot (requirements.md KAR-10). */
  'keys.tokensOf': call<BotOnEngine, readonly string[]>(botOnEngine),
  'keys.chooseTokens': call<BotOnEngine & { tokens: string[] }, readonly string[]>(
    botOnEngine.extend(proactiveChoiceSchema.shape),
  ),
  /** Calls that need a key answer `secret/unavailable` while the vault is `new` or `locked`. */
  'vault.status': call<undefined, { state: VaultState }>(nothing),
  /** Opens the vault; the first passphrase ever given is the one it keeps to. `secret/wrong-passphrase` on another. */
  'vault.unlock': call<{ passphrase: string }, { state: VaultState }>(
    z.strictObject({ passphrase: z.string().min(8, 'a passphrase has at least 8 characters').max(500) }),
  ),
} as const
