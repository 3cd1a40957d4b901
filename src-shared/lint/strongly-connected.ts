/** What Tarjan's algorithm notes of a node. */
export type Mark = {
  readonly order: number
  readonly ways: readonly Marked[]
  low: number
  /** How many of the ways were taken. */
  taken: number
  isOpen: boolean
}

/** A node of a graph; `mark` is null but for the time the algorithm runs. */
export type Marked = { mark: Mark | null }

/**
 * The circles that can be walked to from `roots`: strongly connected parts of more than one node, or of one that leads
 * to itself (Tarjan's algorithm, linear, with a stack of its own so that a long chain cannot overflow the machine's).
 * `seen` are all the nodes it came to that lead on.
 */
export function circlesFrom<Node extends Marked>(
  roots: Iterable<Node>,
  next: (node: Node) => readonly Node[],
): { circles: Node[][]; seen: readonly Node[] } {
  const seen: Node[] = []
  const open: Node[] = []
  const path: Node[] = []
  const circles: Node[][] = []
  const begin = (node: Node) => {
    const ways = next(node)
    // What leads nowhere is in no circle.
    if (ways.length === 0) return
    node.mark = { order: seen.length, low: seen.length, ways, taken: 0, isOpen: true }
    seen.push(node)
    open.push(node)
    path.push(node)
  }
  const finish = (node: Node, { order, low, ways }: Mark) => {
    if (low !== order) return
    const part = open.splice(open.lastIndexOf(node))
    for (const member of part) if (member.mark) member.mark.isOpen = false
    if (part.length > 1 || ways.includes(node)) circles.push(part)
  }
  for (const root of roots) {
    if (root.mark) continue
    begin(root)
    for (let node = path.at(-1); node?.mark; node = path.at(-1)) {
      const { mark } = node
      const target = mark.ways[mark.taken] as Node | undefined
      mark.taken += 1
      if (target === undefined) {
        path.pop()
        const parent = path.at(-1)?.mark
        if (parent) parent.low = Math.min(parent.low, mark.low)
        finish(node, mark)
      } else if (!target.mark) begin(target)
      else if (target.mark.isOpen) mark.low = Math.min(mark.low, target.mark.order)
    }
  }
  for (const node of seen) node.mark = null
  return { circles, seen }
}
