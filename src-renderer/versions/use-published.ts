import { useEffect, useMemo, useState } from 'react'
import { BotDocument } from '../../src-shared/document/bot-document.ts'
import { client } from '../ipc/client.ts'
import { useVersions } from '../state/versions.ts'
import { useWorkbench } from '../state/workbench.ts'
import type { PublishPlan } from './publish-plan.ts'
import { useWorkingHash } from './working-hash.ts'

/** The bot a plan is about: as it is now, or as it was in the version that was chosen. */
export type Published =
  | Readonly<{ state: 'reading' }>
  | Readonly<{ state: 'read'; document: BotDocument }>
  | Readonly<{ state: 'unread'; message: string }>

const READING: Published = { state: 'reading' }

/**
 * What a plan publishes or activates; another value whenever it changed. What people said about a bot is no part of its
 * versions: while the bot is as the version is, it is the bot as it is now.
 */
export function usePublished({ saves, version }: PublishPlan): Published {
  const bot = useWorkbench(state => state.bot)
  const rev = useWorkbench(state => state.rev)
  const hash = useWorkingHash()
  const hashOfVersion = useVersions(({ versions }) => versions.find(each => each.version === version)?.hash)
  const isNow = saves || (hash !== null && hash === hashOfVersion)
  const [read, setRead] = useState<Readonly<{ version: string; found: Published }> | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the document changes in place, and `rev` with it
  const now = useMemo((): Published => {
    const { editor } = useWorkbench.getState()
    return editor ? { state: 'read', document: editor.document } : READING
  }, [rev, bot])
  useEffect(() => {
    if (isNow || !bot) return
    let isOn = true
    void client['versions.read']({ bot, version }).then(answer => {
      if (!isOn) return
      const found: Published = answer.ok
        ? { state: 'read', document: BotDocument.of(answer.value.records) }
        : { state: 'unread', message: answer.message }
      setRead({ version, found })
    })
    return () => {
      isOn = false
    }
  }, [isNow, version, bot])
  if (isNow) return now
  return read?.version === version ? read.found : READING
}
