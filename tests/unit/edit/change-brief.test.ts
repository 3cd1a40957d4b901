import { describe, expect, test } from 'vitest'
import type { BotDocument } from '../../../src-shared/document/bot-document.ts'
import type { Brief } from '../../../src-shared/document/brief.ts'
import { applyChanges } from '../../../src-shared/edit/apply-changes.ts'
import { changeBrief } from '../../../src-shared/edit/change-brief.ts'
import { bundleOf } from '../../../src-shared/publish/bundle.ts'
import { healthyBot } from '../document/draft-bot.ts'
import { snapshot } from './snapshot.ts'

function changed(document: BotDocument, change: (brief: Brief) => Brief): BotDocument {
  const changes = changeBrief(document, change)
  if (!changes.ok) throw new Error(changes.message)
  applyChanges(document, changes.value)
  return document
}

describe('the brief of a bot (NHN-01, NHN-02, NHN-03)', () => {
  test('is kept without what says nothing, and is no part of what engines get (D-02)', () => {
    const document = healthyBot().document()
    const { hash } = bundleOf(document)
    changed(document, () => ({
      department: ' Sales ',
      macroGoal: '',
      microGoals: [],
      audience: { desires: ' ' },
      personality: { tone: 'calm', warmth: 0 },
    }))
    expect(document.bot.brief).toEqual({ department: 'Sales', personality: { tone: 'calm', warmth: 0 } })
    expect(bundleOf(document).hash).toBe(hash)
  })

  test('that was emptied again leaves the bot as it was', () => {
    const document = healthyBot().document()
    const before = snapshot(document)
    changed(document, () => ({ useCase: 'Bookings' }))
    changed(document, brief => ({ ...brief, useCase: ' ' }))
    expect(snapshot(document)).toBe(before)
  })

  test('holds what its schema allows', () => {
    const long = changeBrief(healthyBot().document(), () => ({ department: 'x'.repeat(501) }))
    expect(long).toMatchObject({ code: 'document/invalid' })
  })
})
