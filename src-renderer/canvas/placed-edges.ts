import type { TFunction } from 'i18next'
import type { BotDocument } from '../../src-shared/document/bot-document.ts'
import { inLocale } from '../../src-shared/document/localized.ts'
import type { EdgeRecord } from '../../src-shared/document/records.ts'
import { portWords } from '../blocks/port-words.ts'
import { CARD } from './block-size.ts'
import type { Box } from './box.ts'
import { type EdgeEnds, edgeBox, type Point, withFreeLane } from './edge-path.ts'
import type { PlacedBlock } from './placed-blocks.ts'

/** An edge with the places it runs between. The same object as long as it and its two blocks stay the same. */
export type PlacedEdge = Readonly<{
  record: EdgeRecord
  from: PlacedBlock
  to: PlacedBlock
  ends: EdgeEnds
  box: Box
  /** The option's text, where its row on the card cuts it off. */
  label: string | null
}>

/** Characters that have room in a row of a card. */
const ROW_LENGTH = 27

type Words = Readonly<{ t: TFunction; document: BotDocument; locale: string }>
type Surroundings = Words & Readonly<{ isBlocked: (box: Box) => boolean }>

/** The edge as it is shown, `inStep` being its place among those that end there; null when its port is gone. */
export function placeEdge(
  known: PlacedEdge | undefined,
  record: EdgeRecord,
  { from, to, inStep }: Readonly<{ from: PlacedBlock; to: PlacedBlock; inStep: number }>,
  { isBlocked, ...words }: Surroundings,
): PlacedEdge | null {
  if (known?.record === record && known.from === from && known.to === to && known.ends.inStep === inStep)
    return known
  const straight = endsOf(record.port, from, to)
  if (!straight) return null
  const ends = withFreeLane({ ...straight, inStep }, isBlocked)
  return { record, from, to, ends, box: edgeBox(ends), label: labelOf(words, from, record.port) }
}

function labelOf(
  { t, document, locale }: Words,
  { record, ports }: PlacedBlock,
  port: string,
): string | null {
  const found = ports.find(({ id }) => id === port)
  if (found?.role !== 'option') return null
  // Asking the kind again is what costs; where the port says its label, that is enough.
  const said = found.label ? inLocale(found.label, locale, []) : undefined
  const name = said || portWords(t, document, record, port, [locale])
  return name.length > ROW_LENGTH ? name : null
}

const STAY: Point = { x: 0, y: 0 }

/** Where an edge begins and ends, each block moved by what it is being dragged; null when its port is gone. */
export function endsOf(
  port: string,
  from: PlacedBlock,
  to: PlacedBlock,
  fromBy: Point = STAY,
  toBy: Point = STAY,
): EdgeEnds | null {
  const outStep = from.ports.findIndex(({ id }) => id === port)
  const portY = from.size.portY[outStep]
  if (portY === undefined) return null
  const fromTop = from.record.y + fromBy.y
  const toTop = to.record.y + toBy.y
  return {
    from: { x: from.record.x + fromBy.x + CARD.width, y: fromTop + portY },
    to: { x: to.record.x + toBy.x, y: toTop + to.size.inputY },
    fromTop,
    fromBottom: fromTop + from.size.height,
    toTop,
    toBottom: toTop + to.size.height,
    outStep,
  }
}
