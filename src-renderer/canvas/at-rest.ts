import type { BlockId, EdgeId, FlowId, GroupId, NoteId } from '../../src-shared/document/ids.ts'
import type { EdgeEnd } from '../../src-shared/document/records.ts'
import type { Box, Look } from './box.ts'
import type { Point } from './edge-path.ts'

export type Stage = Readonly<{ flow: FlowId }> &
  (Readonly<{ blocks: readonly BlockId[]; end: BlockId }> | Readonly<{ viewport: Look['viewport'] }>)

/** What only the canvas knows: where one looks, and the gesture in flight, which becomes one edit when it ends. */
export type CanvasView = Look &
  Readonly<{
    /** While what is seen moves, at one scale or through many, and a moment longer. */
    isMoving: boolean
    /** It is a gesture that moves it, not the window itself. */
    isByHand: boolean
    /** While the scale changes, and a moment longer. */
    isZooming: boolean
    /** Cards of blocks in view are still to come, or came since what is seen began to move. */
    isFilling: boolean
    /** How far the selected blocks are being dragged, in canvas pixels. */
    drag: Point | null
    /** The area being selected, in canvas pixels. */
    marquee: Box | null
    hoveredEdge: EdgeId | null
    hoveredBlock: BlockId | null
    /** The port an edge is being drawn from, and why it cannot end where the pointer is. */
    connecting: (EdgeEnd & Readonly<{ refusal: string | null }>) | null
    /** A block is to follow a port that was dropped on the empty canvas, or to be put on an edge: which kind? Screen pixels for the list, canvas ones for the block. */
    next: Readonly<{ from: EdgeEnd | null; edge: EdgeId | null; screen: Point; at: Point }> | null
    menu: Readonly<{ screen: Point; at: Point }> | null
    /** Blocks that an edit has moved and that are still on their way: how far they were away, and the share that is left. */
    glide: Readonly<{ offsets: ReadonlyMap<BlockId, Point>; left: number }> | null
    /** A layout under way. */
    arranging: Readonly<{ count: number; isLong: boolean; cancel: () => void }> | null
    /** A large clip is being read and pasted. */
    isPasting: boolean
    /** The note or group title that is being written in place. */
    writing: NoteId | GroupId | null
    /** Where a presentation wants the canvas to look once the flow is there: at blocks, or again where one was. */
    stage: Stage | null
  }>

/** No gesture is in flight: how the canvas begins, and how a page shows it on which nothing can be changed. */
export const AT_REST: Omit<CanvasView, keyof Look> = {
  isMoving: false,
  isByHand: false,
  isZooming: false,
  isFilling: false,
  drag: null,
  marquee: null,
  hoveredEdge: null,
  hoveredBlock: null,
  connecting: null,
  next: null,
  menu: null,
  glide: null,
  arranging: null,
  isPasting: false,
  writing: null,
  stage: null,
}
