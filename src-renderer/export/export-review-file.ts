import i18next from 'i18next'
import { client } from '../ipc/client.ts'
import { flushDrafts } from '../state/drafts.ts'
import { allSaved } from '../state/open-bot.ts'
import { useWorkbench } from '../state/workbench.ts'

/** Writes the open bot as a file that can be reviewed in any browser, or its specification as PDF. */
export async function exportReviewFile(format: 'html' | 'pdf'): Promise<void> {
  flushDrafts()
  const { bot } = useWorkbench.getState()
  if (!bot) return
  await allSaved()
  const made = await client['reviewFile.export']({ bot, format })
  if (!made.ok) tell('error', made.message)
  else if (made.value) tell('success', i18next.t('export.done', { file: made.value.file }))
}

function tell(tone: 'success' | 'error', message: string): void {
  useWorkbench.setState({ banner: { tone, message } })
}
