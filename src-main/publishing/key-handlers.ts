import type { EngineAccount } from '../../src-shared/ipc/engine-calls.ts'
import { fault, ok, type Result } from '../../src-shared/kit/result.ts'
import type { KeyClient } from '../../src-shared/publish/key-client.ts'
import type { ApiKey, ShownKey } from '../../src-shared/publish/key-protocol.ts'
import type { Handlers } from '../ipc/handlers.ts'
import type { WriteDb } from '../store/db.ts'
import { findEngine, putEngine } from '../store/engine-accounts.ts'
import type { KeyVault } from './key-vault.ts'
import { ShownSecrets } from './shown-secrets.ts'

type KeyCall = Extract<keyof Handlers, `keys.${string}`>

type Host = Readonly<{
  db: WriteDb
  vault: KeyVault
  clientFor: (engine: string) => Promise<Result<KeyClient>>
  /** Puts a text on the system's clipboard. */
  copy: (text: string) => void
}>

/** The keys of an engine. What is secret of them stays in this process, or goes to the clipboard when it is asked for. */
export function keyHandlers(host: Host): Pick<Handlers, KeyCall> {
  const secrets = new ShownSecrets()
  const at = async <T>(engine: string, ask: (keys: KeyClient) => Promise<Result<T>>): Promise<Result<T>> => {
    const client = await host.clientFor(engine)
    return client.ok ? ask(client.value) : client
  }
  const shown = (engine: string, answer: Result<ShownKey>): Result<ApiKey> => {
    if (!answer.ok) return answer
    const { key, secret } = answer.value
    secrets.keep(engine, key.key, secret)
    return ok(key)
  }
  return {
    'keys.list': ({ engine }) => at(engine, keys => keys.list()),
    'keys.add': async ({ engine, key }) => shown(engine, await at(engine, keys => keys.add(key))),
    async 'keys.rotate'({ engine, key, graceMs }) {
      const rotated = shown(engine, await at(engine, keys => keys.rotate(key, graceMs)))
      // The key this program signs with goes on with its new secret.
      if (rotated.ok && findEngine(host.db, engine)?.keyId === key) {
        const used = await signWith(host, secrets, { engine, key })
        if (!used.ok) return used
      }
      return rotated
    },
    'keys.bind': ({ engine, key, addresses }) => at(engine, keys => keys.bind(key, addresses)),
    'keys.revoke': ({ engine, key }) => at(engine, keys => keys.revoke(key)),
    'keys.copySecret'({ engine, key }) {
      const secret = secrets.get(engine, key)
      if (secret === null) return fault('secret/shown-once', 'Rotate the key to get another one.')
      host.copy(secret)
      return ok(null)
    },
    'keys.forgetSecret'() {
      secrets.forget()
      return ok(null)
    },
    'keys.use': wish => signWith(host, secrets, wish),
    'keys.tokensOf': ({ engine, bot }) => at(engine, keys => keys.tokensOf(bot)),
    'keys.chooseTokens': ({ engine, bot, tokens }) => at(engine, keys => keys.chooseTokens(bot, tokens)),
  }
}

/** From now on requests to the engine are signed with a key it gave just now. */
async function signWith(
  { db, vault }: Host,
  secrets: ShownSecrets,
  { engine, key }: Readonly<{ engine: string; key: string }>,
): Promise<Result<EngineAccount>> {
  const secret = secrets.get(engine, key)
  if (secret === null) return fault('secret/shown-once', 'Rotate the key to get another one.')
  const sealed = await vault.seal(secret)
  if (!sealed.ok) return sealed
  return db.transaction(() => {
    const account = findEngine(db, engine)
    if (!account) return fault('store/not-found', 'This engine is not in the list any more.')
    putEngine(db, { ...account, keyId: key }, sealed.value)
    return ok({ ...account, keyId: key, hasKey: true })
  })
}
