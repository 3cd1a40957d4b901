import type { BotId } from '../../src-shared/document/ids.ts'
import { fault, ok, type Result } from '../../src-shared/kit/result.ts'
import type { Engine } from '../engine.ts'
import type { By } from '../keys/manage-keys.ts'
import { findApiKey } from '../store/api-keys.ts'
import { AUDIT, appendAudit } from '../store/audit.ts'
import { findBot } from '../store/bots.ts'
import { replaceTokens, tokensOf } from '../store/proactive.ts'

type Chosen = { tokens: string[] }

/** Which tokens may begin conversations of a bot, in place of those before (requirements.md KAR-10). */
export function chooseTokens(
  { db }: Pick<Engine, 'db'>,
  bot: BotId,
  tokens: readonly string[],
  { key, at }: By,
): Promise<Result<Chosen>> {
  return db.atomically(async (tx): Promise<Result<Chosen>> => {
    await tx.lock([AUDIT])
    if (!(await findBot(tx, bot))) return fault('bot/not-found', 'Publish it first.')
    for (const token of tokens) {
      const row = await findApiKey(tx, token)
      if (row?.kind !== 'token' || row.revokedAt !== null)
        return fault('key/not-found', `${token} is no token of this engine.`)
    }
    await replaceTokens(tx, bot, tokens)
    await appendAudit(tx, {
      at,
      key,
      action: 'proactive.tokens',
      bot,
      version: '',
      detail: { tokens: [...tokens] },
    })
    return ok({ tokens: [...(await tokensOf(tx, bot))] })
  })
}

export async function chosenTokens({ db }: Pick<Engine, 'db'>, bot: BotId): Promise<Result<Chosen>> {
  if (!(await findBot(db, bot))) return fault('bot/not-found', 'Publish it first.')
  return ok({ tokens: [...(await tokensOf(db, bot))] })
}
