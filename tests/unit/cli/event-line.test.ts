import { describe, expect, test } from 'vitest'
import { eventLine } from '../../../src-cli/event-line.ts'
import { BotDocument } from '../../../src-shared/document/bot-document.ts'
import type { BlockId, VariableId } from '../../../src-shared/document/ids.ts'
import { eventSamples } from '../../data/event-samples.ts'
import { loadBot } from '../../data/recording/conversation.ts'

const document = BotDocument.of(loadBot('tests/fixtures/bots/support.json').values())
const samples = eventSamples({
  block: 'block_main' as BlockId,
  entry: 'block_hi' as BlockId,
  variable: 'var_order' as VariableId,
})
/** Shown as bubbles, or steps that a conversation is not about. */
const WITHOUT = new Set(['blockEntered', 'edgeTaken', 'variableSet', 'messageSent', 'agentMessage'])

describe('what a transcript in a terminal says of events', () => {
  for (const [type, events] of Object.entries(samples))
    test(`${type} ${WITHOUT.has(type) ? 'is told elsewhere' : 'is told in plain words'}`, () => {
      const lines = events.map(event => eventLine(document, event))
      if (WITHOUT.has(type)) expect(lines.every(line => line === null)).toBe(true)
      else expect(lines.some(line => line !== null)).toBe(true)
      for (const line of lines.filter(told => told !== null)) {
        expect(line).toMatch(/^ {2}(--|!!) [^a-z].{6,}\S$/)
        expect(line).not.toMatch(/undefined|null|NaN|\bblock_none\b/)
        expect(line).not.toContain(type)
      }
    })

  test('times a date cannot be are shown as they are', () => {
    const at = Number.MAX_SAFE_INTEGER
    const line = eventLine(document, { type: 'waitingUntil', block: 'block_main' as BlockId, at })
    expect(line).toContain(`until ${at}`)
  })
})
