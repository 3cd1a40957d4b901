import { z } from 'zod'
import { defineKind } from './kind.ts'

/**
 * Where a conversation begins (requirements.md NHN-28, D-20 step 8).
 * - `keyword`: when an activation keyword that points here is sent
 * - `anyMessage`: when no conversation is open and nothing else matched
 * - `call`: when another flow calls this one
 */
export const ENTRY_TRIGGERS = ['keyword', 'anyMessage', 'call'] as const

const schema = z.strictObject({ trigger: z.enum(ENTRY_TRIGGERS) })

const NEXT = { go: 'port', port: 'next' } as const

export const entry = defineKind({
  name: 'entry',
  family: 'act',
  schema,
  hasInput: false,
  waits: false,
  defaults: () => ({ trigger: 'keyword' as (typeof ENTRY_TRIGGERS)[number] }),
  ports: () => [{ id: 'next', role: 'next', required: true }],
  summary: () => '',
  compile: () => ({ enter: () => NEXT }),
})
