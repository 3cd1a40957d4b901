/**
 * The circles of a graph: its strongly connected parts of more than one node, or of one that leads to itself
 * (Tarjan's algorithm, linear, with a stack of its own so that a long chain cannot overflow the machine's).
 */
export function circlesOf(next: readonly (readonly number[])[]): number[][] {
  const order = new Int32Array(next.length).fill(-1)
  const low = new Int32Array(next.length)
  const taken = new Int32Array(next.length)
  const isOpen = new Uint8Array(next.length)
  const open: number[] = []
  const circles: number[][] = []
  let count = 0
  const begin = (node: number, path: number[]) => {
    order[node] = count
    low[node] = count
    count += 1
    open.push(node)
    isOpen[node] = 1
    path.push(node)
  }
  const finish = (node: number) => {
    if (at(low, node) !== at(order, node)) return
    const part = open.splice(open.lastIndexOf(node))
    for (const member of part) isOpen[member] = 0
    if (part.length > 1 || next[node]?.includes(node)) circles.push(part)
  }
  for (let root = 0; root < next.length; root += 1) {
    if (at(order, root) >= 0) continue
    const path: number[] = []
    begin(root, path)
    for (let node = path.at(-1); node !== undefined; node = path.at(-1)) {
      const target = next[node]?.[at(taken, node)]
      taken[node] = at(taken, node) + 1
      if (target === undefined) {
        path.pop()
        const parent = path.at(-1)
        if (parent !== undefined) low[parent] = Math.min(at(low, parent), at(low, node))
        finish(node)
      } else if (at(order, target) < 0) begin(target, path)
      else if (isOpen[target]) low[node] = Math.min(at(low, node), at(order, target))
    }
  }
  return circles
}

function at(numbers: Int32Array, index: number): number {
  return numbers[index] ?? 0
}
