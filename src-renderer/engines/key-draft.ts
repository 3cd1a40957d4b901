import { addressesSchema, type KeyKind, type NewKeyRequest } from '../../src-shared/publish/key-protocol.ts'
import type { Scope } from '../../src-shared/publish/scopes.ts'

/** What is typed for a new key. */
export type KeyDraft = Readonly<{
  kind: KeyKind
  label: string
  scopes: readonly Scope[]
  /** One in each line. */
  addresses: string
}>

/** What a kind is mostly made for: to publish with, or for a system that begins conversations. */
export const USUAL_SCOPES: Readonly<Record<KeyKind, readonly Scope[]>> = {
  signing: ['read', 'publish', 'activate'],
  token: ['converse'],
}

export const EMPTY_KEY: KeyDraft = { kind: 'signing', label: '', scopes: USUAL_SCOPES.signing, addresses: '' }

/** What is wrong, as word keys under `engines.problem`; null where all is well. */
export type KeyProblems = Readonly<Record<'label' | 'scopes' | 'addresses', string | null>>

export function keyProblems({ label, scopes, addresses }: KeyDraft): KeyProblems {
  return {
    label: label.trim() === '' ? 'label' : null,
    scopes: scopes.length === 0 ? 'scopes' : null,
    addresses: addressesOf(addresses) ? null : 'addresses',
  }
}

/** The addresses and ranges of a text with one in each line; null when one is none. */
export function addressesOf(text: string): string[] | null {
  const lines = text.split(/[\s,;]+/).filter(line => line !== '')
  return addressesSchema.safeParse(lines).data ?? null
}

/** The request for a key without problems. */
export function newKeyOf({ kind, label, scopes, addresses }: KeyDraft): NewKeyRequest {
  return { kind, label: label.trim(), scopes: [...scopes], addresses: addressesOf(addresses) ?? [] }
}
