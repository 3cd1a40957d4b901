import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'

const derive = promisify<string, Buffer, number, object, Buffer>(scrypt)

/** About 30 MB and a twentieth of a second; kept beside each hash, so that it can be raised. */
const COST = 15
const BLOCK = 8
const LANES = 1
const KEY_BYTES = 32
const SALT_BYTES = 16

/** The form a password is kept in: `scrypt$cost$block$lanes$salt$hash`. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES)
  const hash = await deriveKey(password, salt, COST)
  return ['scrypt', COST, BLOCK, LANES, salt.toString('base64'), hash.toString('base64')].join('$')
}

/** Whether a password is the one that was kept; without a kept one it takes as long and is not. */
export async function fitsPassword(password: string, kept: string | null): Promise<boolean> {
  const [, cost = '', , , salt = '', hash = ''] = (kept ?? NOBODY).split('$')
  const expected = Buffer.from(hash, 'base64')
  const found = await deriveKey(password, Buffer.from(salt, 'base64'), Number(cost))
  return kept !== null && expected.length === found.length && timingSafeEqual(expected, found)
}

/** Somebody who is not there must not be told by how fast they are refused. */
const NOBODY = `scrypt$${COST}$${BLOCK}$${LANES}$${Buffer.alloc(SALT_BYTES).toString('base64')}$`

function deriveKey(password: string, salt: Buffer, cost: number): Promise<Buffer> {
  const how = { N: 2 ** cost, r: BLOCK, p: LANES, maxmem: 256 * BLOCK * 2 ** cost }
  return derive(password.normalize('NFC'), salt, KEY_BYTES, how)
}
