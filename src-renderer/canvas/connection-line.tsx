import type { ConnectionLineComponentProps } from '@xyflow/react'

/** The edge being drawn: bent like a finished one, but never further than the pointer is away. */
export function ConnectionLine({ fromX, fromY, toX, toY }: ConnectionLineComponentProps) {
  const bend = Math.min(120, Math.max(24, Math.abs(toX - fromX) / 2))
  const path = `M${fromX},${fromY} C${fromX + bend},${fromY} ${toX - bend},${toY} ${toX},${toY}`
  return <path d={path} fill="none" stroke="var(--p-accent)" strokeWidth={2} />
}
