import { createHash } from 'node:crypto'
import type { InputOf } from '../../src-shared/runtime/input.ts'
import type { Profile } from '../store/inbound.ts'

/** A person as a channel names them: by a phone number, by an id, or by both. */
export type Person = Readonly<{ phone?: string | undefined; user?: string | undefined }>

/** A file that is still at the provider: by the provider's id, or at an address. */
export type FarFile = Readonly<{
  kind: 'image' | 'video' | 'audio' | 'document'
  at: Readonly<{ id: string }> | Readonly<{ url: string }>
  name: string
}>

type Said = Pick<InputOf<'message'>, 'text' | 'option' | 'payload' | 'location' | 'unsupported'>

/** One thing a provider told, in our words. `id` tells it from every other of the same channel. */
export type Heard =
  | Readonly<{
      sort: 'message'
      id: string
      from: Person
      profile: Profile
      said: Said
      files: readonly FarFile[]
      locale?: string | undefined
      /** The link or advertisement they came by with this message. */
      ref?: string | undefined
    }>
  | Readonly<{ sort: 'referral'; id: string; from: Person; ref: string }>
  | Readonly<{
      sort: 'status'
      id: string
      /** Which message: by the provider's name for it, or by ours. */
      of: Readonly<{ answer?: string | undefined; delivery?: string | undefined }>
      status: InputOf<'delivery'>['status']
      description?: string | undefined
    }>
  /** A person read all that was sent up to a time, epoch ms. */
  | Readonly<{ sort: 'readUpTo'; id: string; from: Person; at: number }>
  /** A person has a new name there. */
  | Readonly<{ sort: 'moved'; id: string; from: Person; to: Person }>
  | Readonly<{ sort: 'ignored' | 'unreadable'; id: string; note: string; payload: unknown }>

/** What was told about one account of the provider: a phone number, a page. */
export type HeardAt = Readonly<{ account: string; heard: Heard }>

const ID = /^[\x21-\x7e]{1,128}$/

/** A provider's id where it can be one of ours; else its hash. */
export function idOf(id: string): string {
  return ID.test(id) ? id : hashOf(id)
}

export function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 40)
}

/** What nothing became of, called by its content: the same again is the same. */
export function ignored(note: string, payload: unknown, sort: 'ignored' | 'unreadable' = 'ignored'): Heard {
  return { sort, id: `${sort}-${hashOf(JSON.stringify(payload))}`, note, payload }
}
