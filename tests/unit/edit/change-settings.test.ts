import { describe, expect, test } from 'vitest'
import { applyChanges } from '../../../src-shared/edit/apply-changes.ts'
import { changeSettings, USUAL_LIVE_CHAT } from '../../../src-shared/edit/change-settings.ts'
import { reverseChanges } from '../../../src-shared/edit/edit.ts'
import { healthyBot } from '../document/draft-bot.ts'
import { snapshot } from './snapshot.ts'

/** The settings after a change of the given ones; undefined when the bot has none. */
function changed(
  from: Parameters<ReturnType<typeof healthyBot>['settings']>[0],
  change: Parameters<typeof changeSettings>[1],
) {
  const document = healthyBot().settings(from).document()
  const changes = changeSettings(document, change)
  if (!changes.ok) throw new Error(changes.message)
  expect(applyChanges(document, changes.value).ok).toBe(true)
  return document.bot.settings
}

describe('changing the settings of a bot (KAR-23)', () => {
  test('touches the bot’s record only, and can be undone', () => {
    const document = healthyBot().document()
    const before = snapshot(document)
    const changes = changeSettings(document, settings => ({ ...settings, inactivityMinutes: 45 }))
    if (!changes.ok) throw new Error(changes.message)
    expect(Object.keys(changes.value)).toEqual([document.bot.id])
    expect(applyChanges(document, changes.value).ok).toBe(true)
    expect(document.bot.settings).toEqual({ inactivityMinutes: 45 })
    expect(applyChanges(document, reverseChanges(changes.value)).ok).toBe(true)
    expect(snapshot(document)).toBe(before)
    expect('settings' in document.bot).toBe(false)
  })

  test.each([
    { says: 'a text without words', part: { header: { en: ' ' } } },
    { says: 'texts emptied in every language', part: { footer: { en: '', pt: '' } } },
    { says: 'words without a word', part: { agentWords: { en: [] } } },
    { says: 'no channel', part: { channels: [] } },
    { says: 'what is off', part: { transferOnInvalid: false, proactiveOnly: false } },
    { says: 'no number', part: { threshold: undefined, inactivityMinutes: undefined } },
    { says: 'no id', part: { externalId: undefined } },
    { says: 'the usual live chat', part: { liveChat: { ...USUAL_LIVE_CHAT, failedText: { en: '' } } } },
  ])('leaves $says out, and the settings with it', ({ part }) => {
    const from = { header: { en: 'Casey' }, threshold: 0.5 }
    const emptied = { header: undefined, threshold: undefined }
    expect(changed(from, settings => ({ ...settings, ...emptied, ...part }))).toBeUndefined()
  })

  test('keeps zero, an emptied text beside a written one, and a live chat that differs in one thing', () => {
    const kept = {
      threshold: 0,
      header: { en: '', pt: 'Casey' },
      liveChat: { ...USUAL_LIVE_CHAT, queueWhenOffline: true },
    }
    expect(changed({}, () => kept)).toEqual(kept)
  })

  test('that says what it said is no edit', () => {
    const document = healthyBot().settings({ margin: 0.2 }).document()
    expect(changeSettings(document, settings => ({ ...settings, margin: 0.2 }))).toEqual({
      ok: true,
      value: {},
    })
  })

  test.each([
    { says: '14 minutes (KAR-12)', part: { inactivityMinutes: 14 }, message: /at least 15/ },
    { says: 'more than a week (KAR-12)', part: { inactivityMinutes: 10_081 }, message: /at most a week/ },
    { says: 'an external id with a space (KAR-09)', part: { externalId: 'a b' }, message: /up to 64/ },
    { says: 'eleven negative messages', part: { transferOnSentiment: 11 }, message: /./ },
  ])('refuses $says', ({ part, message }) => {
    const refused = changeSettings(healthyBot().document(), settings => ({ ...settings, ...part }))
    expect(refused).toMatchObject({ ok: false, code: 'document/invalid' })
    expect(!refused.ok && refused.message).toMatch(message)
  })
})
