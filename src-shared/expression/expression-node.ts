import type { FunctionName } from './functions.ts'

type Span = Readonly<{ start: number; end: number }>

export type UnaryOperator = '-' | '+' | '!'
export type BinaryOperator = '+' | '-' | '*' | '/' | '%' | '^' | '==' | '!=' | '<' | '<=' | '>' | '>='
export type LogicalOperator = '&&' | '||'

/** A checked expression: our own closed union, so that nothing acorn can read slips through unseen. */
export type ExpressionNode = Span &
  (
    | Readonly<{ kind: 'literal'; value: string | number | boolean | null }>
    | Readonly<{ kind: 'name'; name: string }>
    | Readonly<{ kind: 'unary'; operator: UnaryOperator; operand: ExpressionNode }>
    | Readonly<{ kind: 'binary'; operator: BinaryOperator; left: ExpressionNode; right: ExpressionNode }>
    | Readonly<{ kind: 'logical'; operator: LogicalOperator; left: ExpressionNode; right: ExpressionNode }>
    | Readonly<{ kind: 'conditional'; test: ExpressionNode; then: ExpressionNode; otherwise: ExpressionNode }>
    | Readonly<{ kind: 'call'; name: FunctionName; arguments: readonly ExpressionNode[] }>
    | Readonly<{ kind: 'list'; items: readonly ExpressionNode[] }>
  )
