import { randomBytes } from 'node:crypto'
import { fault, ok, type Result } from '../../src-shared/kit/result.ts'
import { bareContact } from '../../src-shared/lifecycle/environments.ts'
import type { HoldRequest } from '../../src-shared/publish/contact-protocol.ts'
import type { Engine } from '../engine.ts'
import type { By } from '../keys/manage-keys.ts'
import { AUDIT, appendAudit } from '../store/audit.ts'
import { dropHold, HOLDS, holdOf, keepHold, type LegalHold } from '../store/legal-holds.ts'

type Host = Pick<Engine, 'db'>
type Ask = HoldRequest & Readonly<{ by: By }>

/** From now on nothing of the person is erased, by anybody or by its age; the same again is the same hold. */
export function holdContact({ db }: Host, { contact, reason, by }: Ask): Promise<Result<LegalHold>> {
  return db.atomically(async tx => {
    await tx.lock([AUDIT, HOLDS])
    const person = bareContact(contact)
    const known = await holdOf(tx, person)
    if (known) return ok(known)
    const hold = { id: `hold-${randomBytes(8).toString('hex')}`, contact: person, reason, ...by }
    await keepHold(tx, hold)
    const detail = { hold: hold.id, reason }
    await appendAudit(tx, { ...by, action: 'contact.hold', bot: '', version: '', detail })
    return ok(hold)
  })
}

/** Lets a person be erased again. */
export function releaseContact({ db }: Host, { contact, reason, by }: Ask): Promise<Result<LegalHold>> {
  return db.atomically(async (tx): Promise<Result<LegalHold>> => {
    await tx.lock([AUDIT, HOLDS])
    const hold = await holdOf(tx, bareContact(contact))
    if (!hold) return fault('contact/not-held')
    await dropHold(tx, hold.id)
    const detail = { hold: hold.id, reason }
    await appendAudit(tx, { ...by, action: 'contact.release', bot: '', version: '', detail })
    return ok(hold)
  })
}
