import { optionPageSize } from '../channels/capabilities.ts'
import type { MessageOption } from '../message/message.ts'
import { ownOrBuiltIn } from './built-in-words.ts'
import type { CompileContext, Reply, Turn } from './kind.ts'
import { MAX_OPTIONS } from './option-fields.ts'

/** The least any channel shows at once: fewer options need no pages anywhere. */
export const SMALLEST_PAGE = 10
const MORE = 'opt_more'
/** What is typed for “More”, which has no number among the options. */
const MORE_NUMBER = 0

export type OptionPages = Readonly<{
  /** The page that is open. `pinned` options are on every page, after “More”. */
  page(
    turn: Turn,
    options: readonly MessageOption[],
    pinned?: readonly MessageOption[],
  ): readonly MessageOption[]
  /** Whether the reply asks for more; the next page is noted then. After the last page the first one comes again. */
  turns(turn: Turn, options: readonly MessageOption[], reply: Reply, pinned?: number): boolean
}>

/**
 * More options than a channel shows at once come in pages with “More” at their end (requirements.md NHN-06). Numbers
 * go on across the pages, and every option is accepted from any page. Channels without a limit get pages of a hundred.
 */
export function compilePages(context: CompileContext): OptionPages {
  const label = context.plain(ownOrBuiltIn(context.settings.moreLabel, 'more'))
  return {
    page(turn, options, pinned = []) {
      const size = pageSize(turn) - pinned.length
      if (options.length <= size) return pinned.length === 0 ? options : [...options, ...pinned]
      const length = size - 1
      const first = (pageOf(turn) % Math.ceil(options.length / length)) * length
      const here = options
        .slice(first, first + length)
        .map((option, index) => ({ ...option, number: first + index + 1 }))
      return [...here, { id: MORE, label: label(turn), number: MORE_NUMBER }, ...pinned]
    },
    turns(turn, options, { option, normal }, pinned = 0) {
      const size = pageSize(turn) - pinned
      if (options.length <= size) return false
      const isMore =
        option === MORE || normal === String(MORE_NUMBER) || normal === context.normalise(label(turn))
      if (!isMore) return false
      const next = (pageOf(turn) + 1) % Math.ceil(options.length / (size - 1))
      turn.memo = { ...turn.memo, page: next }
      return true
    },
  }
}

function pageSize({ channel }: Turn): number {
  return Math.min(optionPageSize(channel), MAX_OPTIONS)
}

function pageOf({ memo }: Turn): number {
  const page = memo?.page
  return typeof page === 'number' && Number.isSafeInteger(page) && page > 0 ? page : 0
}
