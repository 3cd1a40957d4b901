import type { ReactNode } from 'react'

type Props = Readonly<{ className?: string; children: ReactNode }>

/** A cell of the tree grid. Its row has the focus, and what is in it may be a control. */
export function Cell({ className, children }: Props) {
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the row takes the focus
    // biome-ignore lint/a11y/useSemanticElements: the grid is no table, for its rows are placed by hand
    <div role="gridcell" className={className}>
      {children}
    </div>
  )
}
