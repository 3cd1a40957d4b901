import type { z } from 'zod'
import type { openingSchema } from '../../src-shared/document/happening.ts'
import type { Fault } from '../../src-shared/kit/result.ts'
import type { ProactiveMessage } from '../../src-shared/publish/proactive-protocol.ts'
import type { Engine } from '../engine.ts'
import { keepBytes } from '../media/keep-bytes.ts'

export type Opening = z.infer<typeof openingSchema>
type Host = Pick<Engine, 'db' | 'now' | 'publicUrl'>

/** What the company says itself: the file among it is kept here, or is where it was said to be. Null for nothing. */
export async function openingOf(
  host: Host,
  { text, template, document }: ProactiveMessage,
): Promise<Opening | Fault | null> {
  const media = document && (await mediaOf(host, document))
  if (media && 'ok' in media) return media
  if (template) return { template: media ? { ...template, header: media } : template }
  if (text === undefined && !media) return null
  return { ...(text === undefined ? {} : { text }), ...(media ? { media } : {}) }
}

async function mediaOf(
  host: Host,
  { url = '', base64, kind = 'document', name }: NonNullable<ProactiveMessage['document']>,
): Promise<NonNullable<Opening['media']> | Fault> {
  const called = name === undefined ? {} : { name }
  if (base64 === undefined) return { kind, url, ...called }
  const kept = await keepBytes(host, Buffer.from(base64, 'base64'))
  if (!kept.ok) return kept
  return { kind: kept.value.kind, url: `${host.publicUrl()}/media/${kept.value.hash}`, ...called }
}
