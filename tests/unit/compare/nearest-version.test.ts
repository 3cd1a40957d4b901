import { expect, test } from 'vitest'
import { nearestVersion } from '../../../src-shared/compare/nearest-version.ts'
import { smallBot } from './small-bot.ts'

const given = smallBot({ 'block_book/title': 'One' })
const later = smallBot({ 'block_book/title': 'Two', 'block_ask/title': 'Also' })
const theirs = smallBot({ 'block_book/title': 'One', 'block_menu/title': 'Theirs' })
const version = (name: string, document: typeof given) => ({ name, document })

test('what both began from is the version the work differs least from, of several the first', () => {
  const versions = [
    version('0.1', smallBot()),
    version('0.2', given),
    version('0.3', given),
    version('0.4', later),
  ]
  expect(nearestVersion(versions, theirs)?.name).toBe('0.2')
})

test('a version of another bot is never it', () => {
  const records = [...given.values()].map(record =>
    record.type === 'bot' ? { ...record, id: 'bot_other' as never } : record,
  )
  const other = smallBot()
  other.drop(other.bot.id)
  for (const record of records) other.put(record)
  expect(nearestVersion([version('0.1', other)], theirs)).toBeNull()
})
