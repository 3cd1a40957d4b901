import { create } from 'zustand'
import type { BotSummary } from '../../src-shared/ipc/contract.ts'
import { client } from '../ipc/client.ts'
import { useWorkbench } from '../state/workbench.ts'
import { type ShelfWish, WHOLE_SHELF } from './shown-bots.ts'

/** The bots of the library, null until they are there, and what of them is shown. */
export const useLibrary = create<Readonly<{ bots: readonly BotSummary[] | null; wish: ShelfWish }>>()(() => ({
  bots: null,
  wish: WHOLE_SHELF,
}))

/** Asks main for the list again; what changes it calls this. */
export async function reloadLibrary(): Promise<void> {
  const answer = await client['library.list']()
  if (answer.ok) useLibrary.setState({ bots: answer.value })
  else useWorkbench.setState({ banner: { tone: 'error', message: answer.message } })
}

export function changeWish(changed: Partial<ShelfWish>): void {
  useLibrary.setState(({ wish }) => ({ wish: { ...wish, ...changed } }))
}
