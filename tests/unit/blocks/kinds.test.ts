import { describe, expect, test } from 'vitest'
import { documentJsonSchema } from '../../../src-shared/blocks/document-schema.ts'
import { fitValue } from '../../../src-shared/blocks/fit-value.ts'
import type { Kind } from '../../../src-shared/blocks/kind.ts'
import { KINDS } from '../../../src-shared/blocks/kinds.ts'
import { fieldPlan, mapFields, visitFields } from '../../../src-shared/document/fields.ts'
import type { Value, ValueType } from '../../../src-shared/kit/value.ts'

/** Kinds whose new blocks hold nothing that is text, formula or reference. */
const NO_FIELDS = new Set(['entry', 'split', 'delay', 'sentiment', 'raiseEvent'])

describe.each(KINDS.map(kind => [kind.name, kind as unknown as Kind] as const))('kind %s', (name, kind) => {
  const defaults = kind.defaults({ locale: 'en', newId: () => 'a1' })

  test('what a new block holds is accepted by its own schema', () => {
    expect(kind.schema.safeParse(defaults)).toMatchObject({ success: true })
  })

  test('its ports have one name each, and only an end or a jump has none', () => {
    const ports = kind.ports(defaults).map(({ id }) => id)
    expect(new Set(ports).size).toBe(ports.length)
    expect(ports.length === 0).toBe(['goTo', 'end'].includes(name))
  })

  test('is in the JSON Schema of documents', () => {
    expect(JSON.stringify(documentJsonSchema())).toContain(`"const":"${name}"`)
  })

  test('its fields are found by role, and mapping none of them keeps the very same data', () => {
    const roles: string[] = []
    visitFields(fieldPlan(kind.schema), defaults, ({ role }) => roles.push(role))
    expect(roles.length > 0).toBe(!NO_FIELDS.has(name))
    expect(mapFields(fieldPlan(kind.schema), defaults, ({ value }) => value)).toBe(defaults)
  })
})

test.each<[Value, ValueType, Value | undefined]>([
  ['12', 'number', 12],
  [' 1.5 ', 'number', 1.5],
  ['', 'number', undefined],
  ['ten', 'number', undefined],
  [true, 'number', undefined],
  [['1'], 'number', undefined],
  [3, 'text', '3'],
  [['a', 2], 'text', 'a, 2'],
  [false, 'text', 'false'],
  ['true', 'boolean', undefined],
  [true, 'boolean', true],
  ['2026-03-01T10:00', 'date', '2026-03-01'],
  ['1 March', 'date', undefined],
  ['a', 'list', ['a']],
  [true, 'list', undefined],
  [null, 'number', null],
  [null, 'list', null],
])('%j as a %s is %j (requirements.md NHN-16)', (value, type, fitting) => {
  expect(fitValue(value, type)).toEqual(fitting)
})
