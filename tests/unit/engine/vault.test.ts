import { describe, expect, test } from 'vitest'
import { openRows, planOf, sealRow } from '../../../src-engine/store/sealed-rows.ts'
import { SealBroken, Vault } from '../../../src-engine/store/vault.ts'

const vault = new Vault(Buffer.alloc(32, 1))
/** The same key without what was sealed lately. */
const other = () => new Vault(Buffer.alloc(32, 1))
const flipped = (sealed: string) =>
  sealed.slice(0, -3) + (sealed.at(-3) === 'A' ? 'B' : 'A') + sealed.slice(-2)

describe('what is sealed in the data (requirements.md NHN-141)', () => {
  test('a body is another each time, and opens in its own row and column only', () => {
    const sealed = vault.seal('message.text', 'olá \u0000 👋', ['bot', 'anna', 1])
    expect(vault.seal('message.text', 'olá \u0000 👋', ['bot', 'anna', 1])).not.toBe(sealed)
    expect(other().open('message.text', sealed, ['bot', 'anna', 1])).toBe('olá \u0000 👋')
    for (const [place, key] of [
      ['message.text', ['bot', 'anna', 2]],
      ['message.text', ['bot', 'berta', 1]],
      ['inbound.text', ['bot', 'anna', 1]],
    ] as const)
      for (const opener of [vault, other()]) expect(opener.open(place, sealed, key)).toBeNull()
    expect(vault.open('message.text', flipped(sealed), ['bot', 'anna', 1])).toBeNull()
    expect(vault.open('message.text', 'never sealed', ['bot', 'anna', 1])).toBeNull()
    expect(new Vault(Buffer.alloc(32, 2)).open('message.text', sealed, ['bot', 'anna', 1])).toBeNull()
  })

  test('a name is the same each time, for who has the key', () => {
    const sealed = vault.name('wa:ch1:5511')
    expect(other().name('wa:ch1:5511')).toBe(sealed)
    expect(new Vault(Buffer.alloc(32, 2)).name('wa:ch1:5511')).not.toBe(sealed)
    expect(other().openName(sealed)).toBe('wa:ch1:5511')
    expect(other().openName(flipped(sealed))).toBeNull()
    expect(other().openName('wa:ch1:5511')).toBeNull()
    expect(vault.name('erased:0011')).toBe('erased:0011')
  })

  test('an id is sealed where somebody is in it, or where it looks sealed', () => {
    expect(vault.id('a-1')).toBe('a-1')
    for (const id of ['wamid.HBgN', 'moved-5511', '~n1.forged']) {
      expect(vault.id(id)).not.toContain(id)
      expect(other().openId(vault.id(id))).toBe(id)
    }
  })

  test('a file is sealed as bytes', () => {
    const bytes = Buffer.from([0, 1, 2, 255])
    const sealed = vault.seal('media.bytes', bytes, ['hash'])
    expect(other().open('media.bytes', sealed, ['hash'])).toEqual(bytes)
    expect(other().open('media.bytes', sealed, ['another'])).toBeNull()
    expect(other().open('media.bytes', bytes, ['hash'])).toBeNull()
  })

  test('rows are sealed and opened by what the columns are; what does not open says where, not what', () => {
    const row = { bot: 'b', contact: 'anna', number: 7, text: 'secret', at: 1 }
    const sealed = sealRow(vault, 'message', row)
    expect(JSON.stringify(sealed)).not.toMatch(/anna|secret/)
    const columns = Object.keys(row).map(name => ({ name, table: 'message', column: name }))
    expect(openRows(other(), planOf(columns), [{ ...sealed }])).toEqual([row])
    const told: SealBroken[] = []
    const opener = other()
    opener.onBroken = error => void told.push(error)
    expect(() => openRows(opener, planOf(columns), [{ ...sealed, number: 8 }])).toThrow(SealBroken)
    expect(told.map(({ message }) => message)).toEqual(['message.text (8) is not what was sealed there'])
    expect(opener.broken).toBe(1)
  })

  test('a statement that leaves out what a body is bound to is a bug', () => {
    expect(() => planOf([{ name: 'text', table: 'message', column: 'text' }])).toThrow('has to read bot too')
  })
})
