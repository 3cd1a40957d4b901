import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { Draft, REST_MS } from '../../../src-renderer/state/draft.ts'
import { flushDrafts, refusedDraft } from '../../../src-renderer/state/drafts.ts'

function fieldOf(over: Partial<Draft['source']> = {}) {
  const committed: string[] = []
  const source: Draft['source'] = {
    field: 'block_1.text.en',
    check: () => null,
    restMs: REST_MS,
    commit: text => committed.push(text) > 0,
    onChange: () => {},
    ...over,
  }
  return { draft: new Draft(source), committed, source }
}

const MAX = 10
const tooLong = { check: (text: string) => (text.length > MAX ? 'too long' : null) }

describe('a draft of a text field: one edit per gesture (issue 2, item 5)', () => {
  beforeEach(() => {
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  test('becomes one edit after a rest, however many keys were pressed', () => {
    const { draft, committed } = fieldOf()
    for (const text of ['H', 'He', 'Hel', 'Hello']) {
      draft.type(text)
      vi.advanceTimersByTime(REST_MS - 1)
    }
    expect(committed).toEqual([])
    vi.advanceTimersByTime(1)
    expect(committed).toEqual(['Hello'])
    expect(draft.text).toBeNull()
  })

  test('is flushed before undo, save and the simulator, and only once', () => {
    const { draft, committed } = fieldOf()
    draft.type('Hello')
    flushDrafts()
    flushDrafts()
    vi.advanceTimersByTime(REST_MS * 2)
    expect(committed).toEqual(['Hello'])
  })

  test('of a name waits until the field is left', () => {
    const { draft, committed } = fieldOf({ restMs: null })
    draft.type('ORD')
    vi.advanceTimersByTime(REST_MS * 10)
    expect(committed).toEqual([])
    draft.flush()
    expect(committed).toEqual(['ORD'])
  })

  test('that is too long is not committed, and is found again when the field comes back', () => {
    const { draft, committed, source } = fieldOf(tooLong)
    draft.type('x'.repeat(1_000_000))
    draft.flush()
    expect(committed).toEqual([])
    expect(draft.text).toHaveLength(1_000_000)
    const again = new Draft(source)
    expect(again.text).toHaveLength(1_000_000)
    again.type('short')
    again.flush()
    expect(committed).toEqual(['short'])
    expect(refusedDraft(source.field)).toBeNull()
  })

  test('that the document refuses stays in its field', () => {
    const { draft } = fieldOf({ field: 'block_2.text.en', commit: () => false })
    draft.type('Hello')
    draft.flush()
    expect(draft.text).toBe('Hello')
  })

  test('that is given up shows the stored value and makes no edit', () => {
    const { draft, committed, source } = fieldOf(tooLong)
    draft.type('x'.repeat(MAX + 1))
    draft.flush()
    draft.drop()
    vi.advanceTimersByTime(REST_MS * 2)
    expect(draft.text).toBeNull()
    expect(committed).toEqual([])
    expect(refusedDraft(source.field)).toBeNull()
  })
})
