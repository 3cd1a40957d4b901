import type { BotDocument } from '../../src-shared/document/bot-document.ts'
import type { FlowId, RecordId } from '../../src-shared/document/ids.ts'
import type { SearchMatch } from '../../src-shared/search/search-bot.ts'

/** The matches of one flow, or of what belongs to the whole bot, as a stretch of the ordered list. */
export type MatchGroup = Readonly<{ flow: FlowId | null; from: number; count: number }>
export type OrderedMatches = Readonly<{ matches: readonly SearchMatch[]; groups: readonly MatchGroup[] }>

/** As a person goes through a bot: the main flow, the others by name, each from left to right; then what all share. */
export function orderMatches(document: BotDocument, found: readonly SearchMatch[]): OrderedMatches {
  const ranks = flowRanks(document)
  const rankOf = (match: SearchMatch) => (match.place.flow && ranks.get(match.place.flow)) ?? ranks.size
  const places = new Map<RecordId, readonly [number, number]>()
  const placeOf = ({ place: { record } }: SearchMatch) => {
    const known = places.get(record) ?? leftTop(document, record)
    places.set(record, known)
    return known
  }
  const matches = found.toSorted((a, b) => {
    const [[ax, ay], [bx, by]] = [placeOf(a), placeOf(b)]
    return rankOf(a) - rankOf(b) || ax - bx || ay - by
  })
  const groups: MatchGroup[] = []
  for (const [at, match] of matches.entries()) {
    const last = groups.at(-1)
    if (last && last.flow === match.place.flow) groups[groups.length - 1] = { ...last, count: last.count + 1 }
    else groups.push({ flow: match.place.flow, from: at, count: 1 })
  }
  return { matches, groups }
}

function flowRanks(document: BotDocument): ReadonlyMap<FlowId, number> {
  const { mainFlow } = document.bot
  const flows = [...document.all('flow')].sort(
    (a, b) => Number(b.id === mainFlow) - Number(a.id === mainFlow) || a.name.localeCompare(b.name),
  )
  return new Map(flows.map(({ id }, rank) => [id, rank]))
}

/** The flow's own name comes before what is in it. */
function leftTop(document: BotDocument, id: RecordId): readonly [number, number] {
  const record = document.get(id)
  return record?.type === 'block' || record?.type === 'note'
    ? [record.x, record.y]
    : [Number.NEGATIVE_INFINITY, 0]
}
