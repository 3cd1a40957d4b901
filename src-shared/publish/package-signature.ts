import { ed25519 } from '@noble/curves/ed25519.js'
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js'
import { sha256OfBytes } from '../kit/sha256.ts'

/** A pair of Ed25519 keys in hex; one belongs to each library. */
export type SigningKey = Readonly<{ secret: string; public: string }>

/** Makes a pair of 32 bytes of chance. */
export function signingKeyOf(chance: Uint8Array): SigningKey {
  return { secret: bytesToHex(chance), public: bytesToHex(ed25519.getPublicKey(chance)) }
}

export function sign(bytes: Uint8Array, { secret }: SigningKey): string {
  return bytesToHex(ed25519.sign(bytes, hexToBytes(secret)))
}

/** Whether the holder of the key signed exactly these bytes. */
export function isSignedBy(bytes: Uint8Array, signature: string, publicKey: string): boolean {
  try {
    return ed25519.verify(hexToBytes(signature), bytes, hexToBytes(publicKey))
  } catch {
    return false
  }
}

/** What people compare over the phone to know a key: 8 groups of 4 hex digits. */
export function fingerprintOf(publicKey: string): string {
  const digits = sha256OfBytes(hexToBytes(publicKey)).slice(0, 32)
  return digits.replace(/(.{4})(?!$)/g, '$1 ')
}
