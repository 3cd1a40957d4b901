import i18next from 'i18next'
import { BotDocument } from '../../src-shared/document/bot-document.ts'
import type { BotDocRecord } from '../../src-shared/document/records.ts'
import { Editor } from '../../src-shared/edit/editor.ts'
import type { ReviewOffer } from '../../src-shared/ipc/contract.ts'
import type { ReviewTaken } from '../../src-shared/ipc/file-calls.ts'
import type { Fault } from '../../src-shared/kit/result.ts'
import { commonPart } from '../../src-shared/review/merge-with-review.ts'
import { client } from '../ipc/client.ts'
import { reloadLibrary } from '../library/library-store.ts'
import { openMerge } from '../merge/merge-actions.ts'
import { useMerge } from '../merge/merge-state.ts'
import { allSaved, newId, openBot } from '../state/open-bot.ts'
import { NO_SELECTION, NO_TRAIL, NOT_CHECKED, useWorkbench } from '../state/workbench.ts'

/** Does with an offered package what was chosen; what hinders comes back. */
export async function takeOffer(offer: ReviewOffer, as: ReviewTaken['as']): Promise<Fault | null> {
  await allSaved()
  const answer = await client['review.take']({ ticket: offer.ticket, as })
  if (!answer.ok) return answer
  const taken = answer.value
  useWorkbench.setState({ dialog: null, offer: null, banner: null })
  switch (taken.as) {
    case 'copy':
      await openBot(taken.bot)
      void reloadLibrary()
      break
    case 'look':
      lookAt(offer.file, taken.records)
      break
    case 'merge':
      await joinIn(offer, taken)
      break
  }
  return null
}

async function joinIn({ file }: ReviewOffer, taken: Extract<ReviewTaken, { as: 'merge' }>): Promise<void> {
  if (useWorkbench.getState().bot !== taken.bot) await openBot(taken.bot)
  await openMerge()
  const { editor } = useWorkbench.getState()
  if (!editor) return
  const theirs = BotDocument.of(taken.theirs)
  const base = taken.base
    ? {
        kind: 'file' as const,
        name: i18next.t('review.base.shared', { file, number: taken.base.number }),
        document: BotDocument.of(taken.base.records),
      }
    : {
        kind: 'file' as const,
        name: i18next.t('review.base.none'),
        document: commonPart(editor.document, theirs),
      }
  useMerge.setState({ theirs: { kind: 'file', name: file, document: theirs }, base, choices: {} })
}

/** Shows a bot that is not in the library and cannot be changed. */
function lookAt(file: string, records: readonly BotDocRecord[]): void {
  const document = BotDocument.of(records)
  const { mainFlow, locales } = document.bot
  const editor = new Editor({
    ...{ document, seq: 0, log: [], actor: useWorkbench.getState().preferences.actor },
    world: { now: () => Date.now(), newId },
    isReadOnly: true,
  })
  useWorkbench.setState(({ rev }) => ({
    ...{ screen: 'bot', bot: null, editor, viewing: null, looking: file, suggesting: false },
    ...{ rev: rev + 1, flow: mainFlow, locale: locales[0] ?? 'en', selection: NO_SELECTION, entry: null },
    ...{ trail: NO_TRAIL, goTo: null, ...NOT_CHECKED },
    saved: { state: 'saved', at: null, message: null },
  }))
}
