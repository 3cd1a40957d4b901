import i18next from 'i18next'
import { create } from 'zustand'
import type { BotId, TestcaseId } from '../../src-shared/document/ids.ts'
import type { TestcaseRecord } from '../../src-shared/document/testcase.ts'
import type { Brought } from '../../src-shared/testing/bring-conversations.ts'
import { recordingsText, testsOfConversations } from '../../src-shared/testing/recordings-file.ts'
import { client } from '../ipc/client.ts'
import { newId } from '../state/open-bot.ts'
import { putRecord } from '../state/put-record.ts'
import { useWorkbench } from '../state/workbench.ts'
import { runTests } from './test-runs.ts'

type Recorded = Readonly<{ bot: BotId | null; tests: readonly TestcaseRecord[] }>

/** Conversations real people had with a bot, as tests that are not kept yet. Of the window: they go when it closes. */
export const useRecorded = create<Recorded>()(() => ({ bot: null, tests: [] }))

const NONE: readonly TestcaseRecord[] = []

/** Those of the open bot. */
export function useRecordedTests(): readonly TestcaseRecord[] {
  const bot = useWorkbench(state => state.editor?.document.bot.id)
  return useRecorded(state => (state.bot === bot ? state.tests : NONE))
}

/** Takes what was brought in the place of what was there. */
export function showRecorded({ conversations }: Brought): void {
  const { editor } = useWorkbench.getState()
  if (!editor) return
  const { document } = editor
  const tags = [i18next.t('tests.recorded.tag')]
  useRecorded.setState({
    bot: document.bot.id,
    tests: testsOfConversations(document, conversations, { tags, newId }),
  })
}

export function dropRecorded(id: TestcaseId): void {
  useRecorded.setState(({ tests }) => ({ tests: tests.filter(test => test.id !== id) }))
}

export function dropAllRecorded(): void {
  useRecorded.setState({ tests: [] })
}

/** Makes a test of the bot of it. */
export function keepRecorded(test: TestcaseRecord): void {
  if (!putRecord(test, { key: 'tests.edit.add', name: test.name })) return
  dropRecorded(test.id)
  runTests([test.id])
}

/** Writes them to a file for the command line. */
export async function saveRecorded(): Promise<void> {
  const { editor } = useWorkbench.getState()
  if (!editor) return
  const { document } = editor
  const plain = document.bot.name.replace(/[\\/:*?"<>|\p{Cc}]/gu, ' ').trim() || 'bot'
  const bytes = new TextEncoder().encode(recordingsText(document, useRecorded.getState().tests))
  const saved = await client['texts.save']({ name: `${plain}.recordings.json`, bytes })
  if (!saved.ok) useWorkbench.setState({ banner: { tone: 'error', message: saved.message } })
  else if (saved.value)
    useWorkbench.setState({
      banner: { tone: 'success', message: i18next.t('tests.recorded.saved', { file: saved.value.file }) },
    })
}
