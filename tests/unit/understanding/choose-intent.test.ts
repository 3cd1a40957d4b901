import { expect, test } from 'vitest'
import { chooseIntent, type Understanding } from '../../../src-shared/understanding/understanding.ts'

function guesses(...confidences: readonly number[]): Understanding {
  const intents = confidences.map((confidence, at) => ({ intent: `intent-${at + 1}`, confidence }))
  return { intents, faq: null, sentiment: 'neutral', score: 0 }
}

test('the best guess is chosen when it is sure enough and far enough ahead (NHN-30)', () => {
  expect(chooseIntent(guesses(0.9, 0.5))).toEqual({ kind: 'intent', id: 'intent-1' })
  expect(chooseIntent(guesses(0.6))).toEqual({ kind: 'intent', id: 'intent-1' })
  expect(chooseIntent(guesses(0.62, 0.58))).toEqual({ kind: 'intent', id: 'intent-1' })
})

test('guesses within the margin are ambiguous, those behind it are not offered (NHN-30)', () => {
  expect(chooseIntent(guesses(0.95, 0.9, 0.7))).toEqual({ kind: 'ambiguous', ids: ['intent-1', 'intent-2'] })
  expect(chooseIntent(guesses(0.7, 0.6))).toEqual({ kind: 'intent', id: 'intent-1' })
})

test('nothing is chosen below the threshold, and both numbers are the bot’s to set', () => {
  expect(chooseIntent(guesses())).toEqual({ kind: 'none' })
  expect(chooseIntent(guesses(0.59))).toEqual({ kind: 'none' })
  expect(chooseIntent(guesses(0.59), { threshold: 0.5 })).toEqual({ kind: 'intent', id: 'intent-1' })
  expect(chooseIntent(guesses(0.9, 0.7), { margin: 0.3 }).kind).toBe('ambiguous')
})
