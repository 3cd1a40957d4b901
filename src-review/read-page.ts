import { ok, type Result } from '../src-shared/kit/result.ts'
import { contentHash, type ReviewedBots, readContent } from '../src-shared/review-file/content.ts'

/** What the page brings along. */
export type Page = Readonly<{
  bots: ReviewedBots
  /** What the content is called by, as it is now. */
  hash: string
  /** What the file says it was when Parley wrote it. */
  stated: string
  /** Whether it still is. */
  isSound: boolean
  media: ReadonlyMap<string, HTMLElement>
}>

/** For a file that does not say it any more. */
const NOTHING = '0'.repeat(64)

/** Reads the records, and remembers where the files are: their bytes are made only where one is shown. */
export function readPage(document: Document): Result<Page> {
  const text = document.getElementById('content')?.textContent ?? ''
  const said = document.querySelector('meta[name="parley-content"]')?.getAttribute('content')
  const hash = contentHash(text)
  const isSound = hash === said
  const bots = readContent(text, isSound)
  if (!bots.ok) return bots
  const media = new Map<string, HTMLElement>()
  for (const element of document.querySelectorAll<HTMLElement>('script[data-media]'))
    media.set(element.dataset.media ?? '', element)
  return ok({ bots: bots.value, hash, stated: said ?? NOTHING, isSound, media })
}

/** A file of the bot as an address of the page itself; null where the file did not come along. */
export function mediaAddress(media: Page['media'], hash: string): string | null {
  const element = media.get(hash)
  return element ? `data:${element.dataset.mime};base64,${element.textContent}` : null
}
