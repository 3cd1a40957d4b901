import { expect, test } from 'vitest'
import { pictureFault } from '../../../src-shared/document/bot-picture.ts'
import { applyChanges } from '../../../src-shared/edit/apply-changes.ts'
import { changePicture } from '../../../src-shared/edit/change-picture.ts'
import { healthyBot, mediaId } from '../document/draft-bot.ts'
import { counter } from './snapshot.ts'

const FILE = { mime: 'image/png', size: 1000, width: 300, height: 300 }

test('a picture that comes with the edit is added and chosen in one; the same content is not added twice (NHN-09)', () => {
  const document = healthyBot().media('logo').document()
  const kept = { ...FILE, name: 'face.png', hash: 'a'.repeat(64) }
  const first = changePicture(document, kept, counter())
  expect(applyChanges(document, first).ok).toBe(true)
  expect(document.get(document.bot.picture ?? mediaId('none'))?.name).toBe('face.png')
  expect(changePicture(document, kept, counter('again'))).toEqual({})
  applyChanges(document, changePicture(document, mediaId('logo'), counter()))
  expect([document.bot.picture, document.count('media')]).toEqual([mediaId('logo'), 2])
  applyChanges(document, changePicture(document, null, counter()))
  expect(document.bot).not.toHaveProperty('picture')
})

test.each([
  [{}, null],
  [{ width: null, height: null }, null],
  [{ mime: 'image/gif' }, 'wrongType'],
  [{ size: 5_000_001 }, 'tooLarge'],
  [{ width: 191, height: 191 }, 'tooSmall'],
  [{ width: 192, height: 192 }, null],
  [{ width: 400 }, 'notSquare'],
])('a picture with %j: %s', (patch, fault) => {
  expect(pictureFault({ ...FILE, ...patch })).toBe(fault)
})
