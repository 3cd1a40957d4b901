import { create } from 'zustand'
import type { BotId } from '../../src-shared/document/ids.ts'
import type { StoredVersion } from '../../src-shared/ipc/contract.ts'
import { client, onNotice } from '../ipc/client.ts'
import { useWorkbench } from './workbench.ts'

/** The versions of the open bot, oldest first; empty until they are read. */
export const useVersions = create<Readonly<{ bot: BotId | null; versions: readonly StoredVersion[] }>>()(
  () => ({ bot: null, versions: [] }),
)

export async function reloadVersions(): Promise<void> {
  const { bot } = useWorkbench.getState()
  if (!bot) return
  const answer = await client['versions.list']({ bot })
  if (answer.ok) useVersions.setState({ bot, versions: answer.value })
}

/** Keeps them up to date while the window lives: another bot is opened, or main says they changed. */
export function watchVersions(): () => void {
  const stopNotices = onNotice(notice => {
    if (notice.type === 'versionsChanged' && notice.bot === useWorkbench.getState().bot) void reloadVersions()
  })
  const stopBots = useWorkbench.subscribe((state, before) => {
    if (state.bot !== before.bot) void reloadVersions()
  })
  void reloadVersions()
  return () => {
    stopNotices()
    stopBots()
  }
}
