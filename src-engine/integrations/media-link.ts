import { hashOfAddress } from '../../src-shared/message/file-address.ts'
import type { Engine } from '../engine.ts'

/** A link to a customer's file is good for so long (requirements.md IMI-19). */
const LINK_MS = 24 * 3_600_000
const ABOUT = 'integration/media'

/** A file this engine keeps gets an address of its own for a day; any other stays as it is. */
export function mediaLink(
  { seal, publicUrl }: Pick<Engine, 'seal' | 'publicUrl'>,
  url: string,
  at: number,
): string {
  const served = [`${publicUrl()}/media/`, '/media/'].find(start => url.startsWith(start))
  const hash = hashOfAddress(url) ?? (served && /^[0-9a-f]{64}$/.exec(url.slice(served.length))?.[0])
  return hash ? `${publicUrl()}/hooks/media/${seal.seal(`${hash} ${at + LINK_MS}`, ABOUT)}` : url
}

/** The hash of the file behind a link; null when the link is not one of ours or its time is over. */
export function linkedHash({ seal, now }: Pick<Engine, 'seal' | 'now'>, link: string): string | null {
  const opened = seal.open(link, ABOUT)
  const [hash = '', until] = opened.ok ? opened.value.split(' ') : []
  return Number(until) > now() ? hash : null
}
