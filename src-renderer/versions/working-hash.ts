import { useEffect, useState } from 'react'
import { bundleOf } from '../../src-shared/publish/bundle.ts'
import { workingEditor } from '../state/viewing.ts'
import { useWorkbench } from '../state/workbench.ts'

/** Rest after an edit before the content is hashed: its cost grows with the bot. */
const REST_MS = 500

/** One content, one hash: what is known of the document at a `rev` serves every view. */
let known: Readonly<{ rev: number; hash: string }> | null = null

/** The hash of the open bot's content now; null until an idle moment has worked it out. */
export function useWorkingHash(): string | null {
  const rev = useWorkbench(state => state.rev)
  const [, setSeen] = useState(known)
  useEffect(() => {
    if (known?.rev === rev) return
    let idle = 0
    const timer = setTimeout(
      () => {
        idle = requestIdleCallback(() => setSeen(hashNow()))
      },
      known ? REST_MS : 0,
    )
    return () => {
      clearTimeout(timer)
      cancelIdleCallback(idle)
    }
  }, [rev])
  return known?.rev === rev ? known.hash : null
}

function hashNow(): typeof known {
  const { rev } = useWorkbench.getState()
  const editor = workingEditor(useWorkbench.getState())
  if (editor && known?.rev !== rev) known = { rev, hash: bundleOf(editor.document).hash }
  return known
}
