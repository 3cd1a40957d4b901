import { refusedForVersion } from '../state/refused-for-version.ts'
import { useWorkbench, type Workbench } from '../state/workbench.ts'

// When commands make sense, and what several of them do.

export const always = () => true
export const inBot = ({ screen, editor }: Workbench) => screen === 'bot' && editor !== null
export const isComparing = ({ screen, editor }: Workbench) => screen === 'compare' && editor !== null
export const canUndo = (state: Workbench) => inBot(state) || isComparing(state)
export const onCanvas = (state: Workbench) => inBot(state) && state.preferences.view === 'canvas'
export const hasBlocks = (state: Workbench) => inBot(state) && state.selection.blocks.size > 0
export const hasOneBlock = (state: Workbench) => inBot(state) && state.selection.blocks.size === 1
export const hasThings = (state: Workbench) =>
  hasBlocks(state) || (inBot(state) && (state.selection.notes?.size ?? 0) > 0)
const countThings = ({ selection }: Workbench) => selection.blocks.size + (selection.notes?.size ?? 0)
export const hasTwo = (state: Workbench) => onCanvas(state) && countThings(state) > 1
export const hasThree = (state: Workbench) => onCanvas(state) && countThings(state) > 2
export const hasSelection = (state: Workbench) =>
  hasThings(state) || (inBot(state) && state.selection.edges.size > 0)
/** What concerns the bot as it is being made waits until one is back from an older version. */
export const ofWorkingCopy = (run: () => void) => () => {
  if (!refusedForVersion()) run()
}
export const dialog = (name: Workbench['dialog']) => () => useWorkbench.setState({ dialog: name })
