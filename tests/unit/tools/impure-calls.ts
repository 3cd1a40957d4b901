import { parseSync } from 'vite'

type Node = { type: string; start: number; end: number; callee?: Node; arguments?: unknown[] }

const IMPURE = /^(?:globalThis\.)?(?:Date\.now|Math\.random|performance\.now|crypto\.\w+|Date)$/

/** The source text of each call that reads the clock or makes chance by itself; comments and strings do not count. */
export function impureCalls(file: string, code: string): readonly string[] {
  const found: string[] = []
  visit(parseSync(file, code).program, node => {
    if (isImpure(node, code)) found.push(code.slice(node.start, node.end))
  })
  return found
}

function isImpure(node: Node, code: string): boolean {
  const callee = node.callee ? code.slice(node.callee.start, node.callee.end) : ''
  if (node.type === 'NewExpression') return callee === 'Date' && node.arguments?.length === 0
  return node.type === 'CallExpression' && IMPURE.test(callee)
}

function visit(node: unknown, see: (node: Node) => void): void {
  if (Array.isArray(node)) for (const one of node) visit(one, see)
  else if (typeof node === 'object' && node !== null) {
    if ('type' in node) see(node as Node)
    for (const value of Object.values(node)) visit(value, see)
  }
}
