import type { Box } from './box.ts'
import { around } from './placed-groups.ts'

type Placed = Readonly<{ box: Box }>

/** The box around all blocks; what comes in or moves within it costs no look at the others. */
export class SceneBounds {
  private readonly blocks: ReadonlyMap<unknown, Placed>
  /** Undefined when it is not known. */
  private box: Box | null | undefined

  constructor(blocks: ReadonlyMap<unknown, Placed>) {
    this.blocks = blocks
  }

  forget(): void {
    this.box = undefined
  }

  replace(before: Placed | undefined, after: Placed | undefined): void {
    if (this.box === undefined) return
    if (before && this.box && touchesRim(before.box, this.box)) this.box = undefined
    else if (after) this.box = around(this.box ? [this.box, after.box] : [after.box])
  }

  now(): Box | null {
    if (this.box === undefined) this.box = around(this.boxes())
    return this.box
  }

  private *boxes(): Iterable<Box> {
    for (const { box } of this.blocks.values()) yield box
  }
}

/** Whether the rim lies where it does because of this box, perhaps. */
function touchesRim(box: Box, all: Box): boolean {
  return box.left <= all.left || box.top <= all.top || box.right >= all.right || box.bottom >= all.bottom
}
