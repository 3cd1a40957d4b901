import type { Notice } from '../../src-shared/ipc/contract.ts'
import { runCommand } from '../commands/commands.ts'
import { openBot } from '../state/open-bot.ts'
import { useWorkbench } from '../state/workbench.ts'
import { faultInWords } from '../words/sentences.ts'

/** Does what main tells the window to; what concerns publishing is heard where it is shown. */
export function hearNotice(notice: Notice): void {
  switch (notice.type) {
    case 'command':
      runCommand(notice.command)
      return
    case 'openBot':
      useWorkbench.setState({ dialog: null })
      void openBot(notice.bot)
      return
    case 'fileRefused':
      useWorkbench.setState({ banner: { tone: 'error', message: faultInWords(notice.fault) } })
      return
    case 'reviewOffered':
      useWorkbench.setState({ offer: notice.offer, dialog: 'reviewOffer' })
      return
    case 'fileWork':
      useWorkbench.setState({ working: notice.working })
      return
    case 'publishJob':
    case 'versionsChanged':
      return
  }
}
