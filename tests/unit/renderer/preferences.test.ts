import { expect, test, vi } from 'vitest'
import { commit } from '../../../src-renderer/state/edits.ts'
import { showBot } from '../../../src-renderer/state/open-bot.ts'
import { setPreferences } from '../../../src-renderer/state/preferences.ts'
import { useWorkbench } from '../../../src-renderer/state/workbench.ts'
import { updateRecord } from '../../../src-shared/edit/update-record.ts'
import { DEFAULT_PREFERENCES } from '../../../src-shared/ipc/contract.ts'
import { fault, ok, type Result } from '../../../src-shared/kit/result.ts'
import { loadBot } from '../../data/recording/conversation.ts'

type Call = Readonly<{ name: string; args: unknown }>

/** Stands for the main process: answers everything with `answer`, and tells what it was asked. */
function mainAnswers(answer: Result<unknown>): Call[] {
  const calls: Call[] = []
  const call = (name: string, args: unknown) => {
    calls.push({ name, args })
    return Promise.resolve(answer)
  }
  vi.stubGlobal('window', { parley: { call, onNotice: () => () => {} } })
  return calls
}

function openCasey(): void {
  useWorkbench.setState({ preferences: { ...DEFAULT_PREFERENCES, actor: 'Ana' } })
  showBot({ records: JSON.stringify([...loadBot('assets/samples/casey.json').values()]), seq: 0, log: [] })
}

/** Renames the bot and gives the name the edit carries. */
function actorOfAnEdit(name: string): string | undefined {
  const { editor } = useWorkbench.getState()
  if (!editor) throw new Error('no bot is open')
  commit(updateRecord(editor.document, { ...editor.document.bot, name }), { key: 'inspector.edit.bot' })
  return editor.history.undoable.at(-1)?.actor
}

test('a changed name is on the very next edit of the open bot', () => {
  const calls = mainAnswers(ok({}))
  openCasey()
  expect(actorOfAnEdit('First')).toBe('Ana')
  void setPreferences({ actor: 'Bea' })
  expect(actorOfAnEdit('Second')).toBe('Bea')
  expect(calls).toContainEqual({ name: 'preferences.set', args: { actor: 'Bea' } })
})

test('another preference leaves the name alone; what cannot be kept is said', async () => {
  mainAnswers(fault('store/failed', 'The disk is full.'))
  openCasey()
  await setPreferences({ theme: 'dark' })
  expect(actorOfAnEdit('Third')).toBe('Ana')
  expect(useWorkbench.getState().banner).toMatchObject({ tone: 'error' })
})
