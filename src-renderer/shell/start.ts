import { startNativeMenu } from '../commands/native-menu.ts'
import { client } from '../ipc/client.ts'
import { startChecks } from '../state/checks.ts'
import { showBot } from '../state/open-bot.ts'
import { useWorkbench } from '../state/workbench.ts'
import { followLanguage } from '../words/follow-language.ts'
import { faultInWords } from '../words/sentences.ts'

/** Asks main how the window begins: the preferences, and the bot that was open last. */
export async function start(): Promise<void> {
  const answer = await client['app.start']()
  if (!answer.ok) {
    useWorkbench.setState({ started: true, banner: { tone: 'error', message: answer.message } })
    return
  }
  const { preferences, opened, notice, refused } = answer.value
  useWorkbench.setState({ preferences, banner: notice ? { tone: 'info', message: notice } : null })
  await followLanguage()
  if (refused) useWorkbench.setState({ banner: { tone: 'error', message: faultInWords(refused) } })
  if (opened) showBot(opened)
  useWorkbench.setState({ started: true })
  startChecks()
  startNativeMenu()
}
