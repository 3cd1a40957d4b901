import { useEffect, useRef, useState } from 'react'
import type { DataOf } from '../../src-shared/blocks/kinds.ts'
import type { BotDocument } from '../../src-shared/document/bot-document.ts'
import type { BlockRecord } from '../../src-shared/document/records.ts'
import type { ApiAnswer, TestRequest } from '../../src-shared/ipc/contract.ts'
import { fault, ok, type Result } from '../../src-shared/kit/result.ts'
import { botWideOf } from '../../src-shared/lint/bot-wide.ts'
import { exampleValues } from '../../src-shared/lint/example-values.ts'
import { rehearse } from '../../src-shared/lint/rehearse.ts'
import { subjectOfBlock } from '../../src-shared/lint/subject-of-block.ts'
import { client } from '../ipc/client.ts'
import { flushDrafts } from '../state/drafts.ts'
import { exampleOf } from '../state/example-values.ts'
import { newId } from '../state/open-bot.ts'
import { useWorkbench } from '../state/workbench.ts'

export type TestState =
  | Readonly<{ state: 'idle' }>
  | Readonly<{ state: 'running' }>
  | Readonly<{ state: 'answered'; answer: ApiAnswer; request: TestRequest }>
  | Readonly<{ state: 'failed'; code: string; message: string; request: TestRequest | null }>

/** The call a block would make now, its places filled in with examples; exactly what an engine would be asked for. */
export function testRequestOf(document: BotDocument, block: BlockRecord, now: number): Result<TestRequest> {
  const subject = subjectOfBlock(document, block, botWideOf(document))
  const locale = document.bot.locales[0] ?? 'en'
  const filling = exampleValues({ get: name => exampleOf(document, name), locale, now })
  const { performed, failed } = rehearse(subject, locale, filling)('web')
  const effect = performed.find(({ type }) => type === 'http')
  if (effect?.type !== 'http') return fault('api/bad-call', failed.join(' '))
  const { method, url, headers, body, auth } = effect
  const { timeoutMs } = block.data as DataOf<'apiCall'>
  return ok({ method, url, headers: { ...headers }, body, timeoutMs, auth: auth && { ...auth } })
}

/** The names of the variables a call is made of. */
export function namesInCall(document: BotDocument, block: BlockRecord): readonly string[] {
  return subjectOfBlock(document, block, botWideOf(document)).facts.names
}

/** Makes the test calls of one block. A call that is under way ends when its form goes away. */
export function useTester(block: BlockRecord) {
  const [tested, setTested] = useState<TestState>({ state: 'idle' })
  const run = useRef<string | null>(null)
  const cancel = () => {
    if (run.current) void client['api.cancel']({ run: run.current })
  }
  useEffect(
    () => () => {
      if (run.current) void client['api.cancel']({ run: run.current })
      run.current = null
    },
    [],
  )
  const send = async () => {
    flushDrafts()
    const { editor, bot } = useWorkbench.getState()
    const present = editor?.document.get(block.id)
    if (!editor || !bot || !present || run.current) return
    const request = testRequestOf(editor.document, present, Date.now())
    if (!request.ok) return setTested({ state: 'failed', ...request, request: null })
    const id = newId()
    run.current = id
    setTested({ state: 'running' })
    const answer = await client['api.test']({ run: id, bot, request: request.value })
    if (run.current !== id) return
    run.current = null
    const outcome = { request: request.value }
    if (answer.ok) setTested({ state: 'answered', answer: answer.value, ...outcome })
    else setTested({ state: 'failed', code: answer.code, message: answer.message, ...outcome })
  }
  return { tested, send, cancel }
}
