import type { BotId } from '../../src-shared/document/ids.ts'
import type { Edit } from '../../src-shared/edit/edit.ts'
import { client } from '../ipc/client.ts'
import { useWorkbench } from './workbench.ts'

/** Wait between two tries of an edit that could not be stored: short, for the disk is near. */
const RETRY_MS = 2000

/**
 * Edits on their way to the library, in order, each kept until main acknowledges it (design/architecture.md,
 * Persistence). A failure shows in the status line and is tried again; nothing is dropped, nothing reloads.
 */
export class Outbox {
  private readonly waiting: Edit[] = []
  private readonly bot: BotId
  private sending = false
  private idle: (() => void)[] = []

  constructor(bot: BotId) {
    this.bot = bot
  }

  put(edit: Edit): void {
    this.waiting.push(edit)
    useWorkbench.setState({ saved: { state: 'saving', at: null, message: null } })
    void this.send()
  }

  /** Resolves when everything put so far is in the library. */
  async settled(): Promise<void> {
    if (this.waiting.length > 0) await new Promise<void>(resolve => this.idle.push(resolve))
  }

  retry(): void {
    void this.send()
  }

  private async send(): Promise<void> {
    if (this.sending) return
    this.sending = true
    for (let edit = this.waiting[0]; edit; edit = this.waiting[0]) {
      const answer = await client['edits.append']({ bot: this.bot, edit })
      if (!answer.ok) {
        this.sending = false
        useWorkbench.setState({ saved: { state: 'failed', at: null, message: answer.message } })
        setTimeout(() => this.retry(), RETRY_MS)
        return
      }
      this.waiting.shift()
    }
    this.sending = false
    useWorkbench.setState({ saved: { state: 'saved', at: Date.now(), message: null } })
    for (const resolve of this.idle.splice(0)) resolve()
  }
}
