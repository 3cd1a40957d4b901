import type { TFunction } from 'i18next'
import { inLocale } from '../../src-shared/document/localized.ts'
import type { EdgeRecord } from '../../src-shared/document/records.ts'
import { portName } from '../blocks/port-name.ts'
import { CARD } from './block-size.ts'
import type { Box } from './canvas-view.ts'
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

type Surroundings = Readonly<{ t: TFunction; locale: string; isBlocked: (box: Box) => boolean }>

/** The edge as it is shown, `inStep` being its place among those that end there; null when its port is gone. */
export function placeEdge(
  known: PlacedEdge | undefined,
  record: EdgeRecord,
  { from, to, inStep }: Readonly<{ from: PlacedBlock; to: PlacedBlock; inStep: number }>,
  { t, locale, isBlocked }: Surroundings,
): PlacedEdge | null {
  if (known?.record === record && known.from === from && known.to === to && known.ends.inStep === inStep)
    return known
  const straight = endsOf(record.port, from, to)
  if (!straight) return null
  const ends = withFreeLane({ ...straight, inStep }, isBlocked)
  return { record, from, to, ends, box: edgeBox(ends), label: labelOf(t, from, record.port, locale) }
}

function labelOf(t: TFunction, { record, ports }: PlacedBlock, port: string, locale: string): string | null {
  const found = ports.find(({ id }) => id === port)
  if (found?.role !== 'option') return null
  // Asking the kind again is what costs; where the port says its label, that is enough.
  const said = found.label ? inLocale(found.label, locale, []) : undefined
  const name = said || portName(t, record, port, [locale])
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
  const [fromTop, toTop] = [from.record.y + fromBy.y, to.record.y + toBy.y]
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
