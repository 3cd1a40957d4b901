import { randomBytes } from 'node:crypto'
import { botIdSchema } from '../../src-shared/document/ids.ts'
import { fault, ok, type Result } from '../../src-shared/kit/result.ts'
import type { ChannelChange, NewChannel } from '../../src-shared/publish/channel-protocol.ts'
import { everyName } from '../contacts/every-name.ts'
import type { Engine } from '../engine.ts'
import { AUDIT, appendAudit } from '../store/audit.ts'
import { findBot } from '../store/bots.ts'
import { type Channel, channelName, findChannel, noteTrouble, saveChannel } from '../store/channels.ts'
import type { WriteDb } from '../store/db.ts'
import { deleteChannel } from '../store/drop-channel.ts'
import { HOLDS, listHolds } from '../store/legal-holds.ts'
import { listRestrictions } from '../store/restrictions.ts'
import { channelOf } from './channel-contact.ts'
import { channelTarget } from './channel-queues.ts'
import type { GraphClient } from './graph-client.ts'
import { openSecrets, sealSecrets } from './open-secrets.ts'
import type { TwilioClient } from './twilio-client.ts'
import { verifyChannel } from './verify-channel.ts'

type Host = Pick<Engine, 'db' | 'now' | 'seal' | 'deliveries' | 'effects'> &
  Readonly<{ graph: GraphClient; twilio: TwilioClient }>

/** The key that asks, which the audit tells of. */
type By = Readonly<{ key: string }>
type Act = By & Readonly<{ action: 'add' | 'change' | 'verify' | 'deactivate' | 'delete' }>

const NO_BOT = fault('bot/not-found', 'Publish it first.')

export async function addChannel(
  host: Host,
  { secrets, ...asked }: NewChannel,
  { key }: By,
): Promise<Result<Channel>> {
  if (!(await findBot(host.db, asked.bot))) return NO_BOT
  const id = `ch${randomBytes(8).toString('hex')}`
  const at = host.now()
  const channel: Channel = {
    ...asked,
    id,
    secrets: sealSecrets(host.seal, id, secrets),
    state: 'unverified',
    reason: 'It is not verified yet.',
    isStopped: false,
    verifiedAt: null,
    lastError: null,
    lastErrorAt: null,
    createdAt: at,
    changedAt: at,
  }
  await host.db.atomically(async tx => {
    await tx.lock([AUDIT])
    await saveChannel(tx, channel)
    await audit(tx, channel, { key, action: 'add' }, at)
  })
  return ok(channel)
}

/** What the provider knows a channel by must be verified again; messages wait until then. */
export async function changeChannel(
  host: Host,
  id: string,
  { secrets: given, ...change }: ChannelChange,
  { key }: By,
): Promise<Result<Channel>> {
  if (change.bot !== undefined && !(await findBot(host.db, change.bot))) return NO_BOT
  return changed(host, id, { key, action: 'change' }, channel => {
    const known = openSecrets(host.seal, channel)
    const secrets = { ...(known.ok ? known.value : {}), ...given }
    const changing = Object.entries(change).filter(([, value]) => value !== undefined)
    const next: Channel = {
      ...channel,
      ...Object.fromEntries(changing),
      secrets: sealSecrets(host.seal, id, secrets),
    }
    const isOther =
      given !== undefined ||
      next.account !== channel.account ||
      (next.kind === 'missedCall' && next.handle !== channel.handle) ||
      next.options.url !== channel.options.url ||
      next.options.login !== channel.options.login
    const mustProve = isOther && channel.state === 'active'
    return mustProve ? { ...next, state: 'inactive', reason: 'It was changed; verify it again.' } : next
  })
}

/** A person stops it: what comes in is noted only, and what goes out is held. */
export function stopChannel(host: Host, id: string, reason: string, { key }: By): Promise<Result<Channel>> {
  const act = { key, action: 'deactivate' } as const
  return changed(host, id, act, channel => ({ ...channel, state: 'inactive', reason, isStopped: true }))
}

/** Makes a channel active if its provider agrees, and goes on with what waited for it. */
export async function proveChannel(host: Host, id: string, { key }: By): Promise<Result<Channel>> {
  const channel = await findChannel(host.db, id)
  if (!channel) return gone()
  const secrets = openSecrets(host.seal, channel)
  if (!secrets.ok) return secrets
  const verified = await verifyChannel(host, channel, secrets.value)
  if (!verified.ok) {
    await host.db.atomically(tx => noteTrouble(tx, id, verified.message, host.now()))
    return verified
  }
  return changed(
    host,
    id,
    { key, action: 'verify' },
    now => ({
      ...now,
      ...verified.value,
      state: 'active',
      reason: '',
      isStopped: false,
      verifiedAt: host.now(),
      // What kept it from working is over; the event log keeps what went wrong.
      lastError: null,
      lastErrorAt: null,
    }),
    tx => host.deliveries.release(tx, channelTarget(id)),
  )
}

export async function dropChannel(
  { db, now }: Host,
  id: string,
  { key }: By,
): Promise<Result<Readonly<{ id: string }>>> {
  return db.atomically(async (tx): Promise<Result<Readonly<{ id: string }>>> => {
    await tx.lock([AUDIT, HOLDS, channelName(id)])
    const channel = await findChannel(tx, id)
    if (!channel) return gone()
    await deleteChannel(tx, { channel: id, kept: await keptPeople(tx, id) })
    await audit(tx, channel, { key, action: 'delete' }, now())
    return ok({ id })
  })
}

/** Those of a channel of whom nothing may go: who is under a legal hold, or restricted (requirements.md NHN-144). */
async function keptPeople(tx: WriteDb, channel: string): Promise<readonly string[]> {
  const kept = [...(await listHolds(tx)), ...(await listRestrictions(tx))]
  return kept.flatMap(({ contact }) => (channelOf(contact) === channel ? everyName(contact) : []))
}

async function changed(
  { db, now }: Host,
  id: string,
  act: Act,
  change: (channel: Channel) => Channel,
  then: (tx: WriteDb) => Promise<void> = async () => {},
): Promise<Result<Channel>> {
  return db.atomically(async tx => {
    await tx.lock([AUDIT, channelName(id)])
    const channel = await findChannel(tx, id)
    if (!channel) return gone()
    const next = { ...change(channel), changedAt: now() }
    await saveChannel(tx, next)
    await audit(tx, next, act, now())
    await then(tx)
    return ok(next)
  })
}

/** Who did what with a channel, in the history of its bot (requirements.md NHN-143); never a secret. */
function audit(tx: WriteDb, channel: Channel, { key, action }: Act, at: number): Promise<void> {
  const { id, kind, name, bot, environment, account, state, reason } = channel
  const detail = { channel: id, kind, name, environment, account, state, reason }
  return appendAudit(tx, {
    at,
    key,
    action: `channel.${action}`,
    bot: botIdSchema.parse(bot),
    version: '',
    detail,
  })
}

function gone(): Result<never> {
  return fault('request/not-found', 'This engine has no such channel.')
}
