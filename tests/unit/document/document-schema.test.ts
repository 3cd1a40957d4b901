import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { documentJsonSchema } from '../../../src-shared/blocks/document-schema.ts'
import { KINDS } from '../../../src-shared/blocks/kinds.ts'
import { documentToJson } from '../../../src-shared/blocks/parse-document.ts'
import { healthyBot } from './draft-bot.ts'

const schema = JSON.parse(JSON.stringify(documentJsonSchema()))
const reader = z.fromJSONSchema(schema)
const json = () => JSON.parse(JSON.stringify(documentToJson(healthyBot().document())))

describe('the JSON Schema of a document', () => {
  test('is one of 2020-12, with a title', () => {
    expect(schema).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      title: 'Parley bot document',
      additionalProperties: false,
    })
  })

  test.each(KINDS.map(({ name }) => name))('knows blocks of kind %s', kind => {
    expect(JSON.stringify(schema)).toContain(`"const":"${kind}"`)
  })

  test.each(['casey', 'orders'])('accepts the sample %s', name => {
    const file = join(import.meta.dirname, `../../../assets/samples/${name}.json`)
    expect(reader.safeParse(JSON.parse(readFileSync(file, 'utf8'))).error).toBeUndefined()
  })

  test('accepts what is written, and refuses what the reader of documents refuses', () => {
    expect(reader.safeParse(json()).success).toBe(true)
    const wrong = [
      { x: 'left' },
      { kind: 'teleport' },
      { data: {} },
      { data: { text: 'Hi' } },
      { colour: 1 },
      { id: '__proto__' },
    ]
    for (const patch of wrong) {
      const document = json()
      Object.assign(
        document.records.find((record: { id: string }) => record.id === 'block_hello'),
        patch,
      )
      expect(reader.safeParse(document).success, JSON.stringify(patch)).toBe(false)
    }
    expect(reader.safeParse({ ...json(), parley: 2 }).success).toBe(false)
  })
})
