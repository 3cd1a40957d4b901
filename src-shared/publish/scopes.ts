import { z } from 'zod'

/**
 * What a key of an engine may be used for. `read`: look at bots and conversations; `publish`: files, versions and the
 * draft and test environments; `activate`: what live customers meet; `converse`: speak as a contact or a system;
 * `channels`: which phone numbers, pages and websites talk to which bot; `desk`: who answers at the agent desk, and how;
 * `integrations`: bots and desks elsewhere, and who is routed to them; `admin`: keys and settings, and everything else.
 */
export const SCOPES = [
  'read',
  'publish',
  'activate',
  'converse',
  'channels',
  'desk',
  'integrations',
  'admin',
] as const
export type Scope = (typeof SCOPES)[number]

export const scopeSchema = z.enum(SCOPES)

/** `admin` may do everything, for it could give itself any scope. */
export function mayDo(scopes: readonly Scope[], needed: Scope): boolean {
  return scopes.includes(needed) || scopes.includes('admin')
}
