import { describe, expect, test } from 'vitest'
import { KINDS } from '../../../src-shared/blocks/kinds.ts'
import { DEGRADATIONS } from '../../../src-shared/channels/degradations.ts'
import { LIMITS } from '../../../src-shared/channels/limits.ts'
import { RULES } from '../../../src-shared/channels/rules.ts'
import { FAULTS } from '../../../src-shared/kit/faults.ts'
import { fault, saidOf } from '../../../src-shared/kit/result.ts'
import { type Sentences, say, sayIn } from '../../../src-shared/kit/say.ts'
import { en } from '../../../src-shared/kit/sentences/en.ts'
import * as spanish from '../../../src-shared/kit/sentences/es/channel-problems.ts'
import { es } from '../../../src-shared/kit/sentences/es.ts'
import * as portuguese from '../../../src-shared/kit/sentences/pt-BR/channel-problems.ts'
import { ptBR } from '../../../src-shared/kit/sentences/pt-BR.ts'
import { lint } from '../../../src-shared/lint/lint.ts'
import { healthyBot } from '../document/draft-bot.ts'
import { ASKING_CASES } from '../lint/asking-cases.ts'
import { BOT_CASES } from '../lint/bot-lint-cases.ts'
import { CHANNEL_LINT_CASES } from '../lint/channel-lint-cases.ts'
import { KIND_CASES } from '../lint/kind-lint-cases.ts'
import { LINT_CASES } from '../lint/lint-cases.ts'

const CASES = [...LINT_CASES, ...ASKING_CASES, ...KIND_CASES, ...BOT_CASES, ...CHANNEL_LINT_CASES]

const LANGUAGES: readonly { language: string; sentences: Sentences; channels: typeof spanish }[] = [
  { language: 'pt-BR', sentences: ptBR, channels: portuguese },
  { language: 'es', sentences: es, channels: spanish },
]

describe.each(LANGUAGES)('KAR-24: the sentences in $language', ({ sentences, channels }) => {
  test('are those of English, all of them and no others', () => {
    expect(Object.keys(sentences).sort()).toEqual(Object.keys(en).sort())
    expect(Object.keys(channels.RULES).sort()).toEqual(Object.keys(RULES).sort())
    expect(Object.keys(channels.DEGRADATIONS).sort()).toEqual(Object.keys(DEGRADATIONS).sort())
    expect(Object.keys(channels.LIMITS).sort()).toEqual(Object.keys(LIMITS).sort())
  })

  test.each(CASES)('$code: $says, in a sentence of its own with the same names in it', ({ code, raises }) => {
    const bot = healthyBot()
    raises(bot)
    const found = lint(bot.document()).filter(issue => issue.code === code)
    for (const { message, said, fix } of found) {
      expect(sayIn(en, said)).toBe(message)
      const told = sayIn(sentences, said)
      expect(told).not.toBe(message)
      expect(told).toMatch(/^[\p{Lu}“\d_].*[.!?)]$/su)
      expect(told).not.toMatch(/undefined|\[object|null/)
      // Titles, names and texts of the bot are quoted in every language.
      for (const [quoted] of message.matchAll(/“[^”]*”/g)) expect(told).toContain(quoted)
      if (fix) expect(sayIn(sentences, fix.said)).not.toBe(fix.label)
    }
  })

  test('say every failure in other words', () => {
    for (const code of Object.keys(FAULTS) as (keyof typeof FAULTS)[]) {
      const told = sayIn(sentences, saidOf(fault(code)))
      expect(told).not.toBe(FAULTS[code])
      expect(told).toMatch(/[.]$/)
    }
  })

  test('name every kind of block', () => {
    for (const { name: kind } of KINDS) {
      const { said } = say('formula/empty', { block: { title: '', kind } })
      expect(sayIn(sentences, said)).not.toMatch(new RegExp(`blo(?:co|que) ${kind},`))
    }
  })
})

test('a detail that is only known in English stays as it is', () => {
  const { message, ...rest } = fault('file/unreadable', 'bot.parley cannot be opened.')
  expect(message).toBe('The file cannot be read. bot.parley cannot be opened.')
  expect(sayIn(ptBR, saidOf({ ...rest, message }))).toBe(
    'O arquivo não pode ser lido. bot.parley cannot be opened.',
  )
})
