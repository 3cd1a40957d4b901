import type { BotDocument } from '../document/bot-document.ts'
import { fault, ok, type Result } from '../kit/result.ts'
import type { PublishClient } from './publish-client.ts'
import { sentFiles } from './sent-files.ts'

/**
 * Brings the files that blocks send to an engine, each only where it has not got it. `base64Of` gives the bytes of a
 * file, or null where they are not here (`media/missing`).
 */
export async function uploadFiles(
  client: PublishClient,
  document: BotDocument,
  base64Of: (hash: string) => string | null,
): Promise<Result<null>> {
  for (const { hash, name } of sentFiles(document)) {
    const isThere = await client.hasFile(hash)
    if (!isThere.ok) return isThere
    if (isThere.value) continue
    const base64 = base64Of(hash)
    if (base64 === null) return fault('media/missing', `It is “${name}”. Add the file to the bot again.`)
    const sent = await client.putFile(hash, base64)
    if (!sent.ok) return sent
  }
  return ok(null)
}
