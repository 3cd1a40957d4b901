/** What Tarjan's algorithm notes of a node. */
export type Mark = { order: number; low: number; taken: number; isOpen: boolean }

/** A node of a graph; `mark` is null but for the time the algorithm runs. */
type Marked = { mark: Mark | null }

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
  const path: { node: Node; mark: Mark; ways: readonly Node[] }[] = []
  const circles: Node[][] = []
  const begin = (node: Node) => {
    const ways = next(node)
    // What leads nowhere is in no circle.
    if (ways.length === 0) return
    const mark = { order: seen.length, low: seen.length, taken: 0, isOpen: true }
    node.mark = mark
    seen.push(node)
    open.push(node)
    path.push({ node, mark, ways })
  }
  const finish = (node: Node, { order, low }: Mark, ways: readonly Node[]) => {
    if (low !== order) return
    const part = open.splice(open.lastIndexOf(node))
    for (const member of part) if (member.mark) member.mark.isOpen = false
    if (part.length > 1 || ways.includes(node)) circles.push(part)
  }
  for (const root of roots) {
    if (root.mark) continue
    begin(root)
    for (let at = path.at(-1); at; at = path.at(-1)) {
      const target = at.ways[at.mark.taken]
      at.mark.taken += 1
      if (target === undefined) {
        path.pop()
        const parent = path.at(-1)?.mark
        if (parent) parent.low = Math.min(parent.low, at.mark.low)
        finish(at.node, at.mark, at.ways)
      } else if (!target.mark) begin(target)
      else if (target.mark.isOpen) at.mark.low = Math.min(at.mark.low, target.mark.order)
    }
  }
  for (const node of seen) node.mark = null
  return { circles, seen }
}
