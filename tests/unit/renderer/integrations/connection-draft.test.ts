import { describe, expect, test } from 'vitest'
import {
  type ConnectionDraft,
  connectionProblems,
  draftOfIntegration,
  integrationChangeOf,
  isReconnected,
  isVerified,
  newIntegrationOf,
  textOfValues,
  valuesOf,
} from '../../../../src-renderer/integrations/connection-draft.ts'
import { PLATFORMS } from '../../../../src-shared/publish/integration-protocol.ts'
import { integration } from './integration.ts'

const empty = draftOfIntegration(null, 'bot_shop')
const filled: ConnectionDraft = {
  ...empty,
  name: ' CRM bot ',
  url: ' https://bot.example/in ',
  accessToken: 'access-token',
  verificationToken: 'verification-token',
}

describe('the form of an integration (IMI-03 to IMI-06)', () => {
  test('asks for what its platform needs, and nothing else', () => {
    const asked = PLATFORMS.map(platform => [...connectionProblems({ ...empty, platform }, [])])
    expect(asked).toEqual([['name'], ['name', 'url', 'secret'], ['name', 'url', 'secret'], ['name', 'url']])
    for (const platform of PLATFORMS) expect([...connectionProblems({ ...filled, platform }, [])]).toEqual([])
  })

  test('a secret the engine has may stay empty; what is typed must be one', () => {
    const draft = { ...filled, accessToken: '' }
    expect([...connectionProblems(draft, ['accessToken'])]).toEqual([])
    expect([...connectionProblems({ ...draft, accessToken: 'a b' }, ['accessToken'])]).toEqual(['secret'])
  })

  test('sends the values of its platform only, what is empty not at all', () => {
    const bot = { platform: 'engine', bot: 'bot_shop' }
    const url = 'https://bot.example/in'
    expect(PLATFORMS.map(platform => valuesOf({ ...filled, platform }))).toEqual([
      bot,
      { platform: 'own', url, accessToken: 'access-token' },
      { platform: 'other', url, verificationToken: 'verification-token' },
      { platform: 'ccsp', url, accessToken: 'access-token' },
    ])
    expect(valuesOf({ ...filled, accessToken: '' })).toEqual({ platform: 'own', url })
  })

  test('a proof is for exactly the values that were verified, whatever the name', () => {
    const verified = { values: textOfValues(filled), proof: 'p', durationMs: 4 }
    expect(isVerified(filled, verified)).toBe(true)
    expect(isVerified({ ...filled, name: 'Another' }, verified)).toBe(true)
    expect(isVerified({ ...filled, url: 'https://bot.example/in2' }, verified)).toBe(false)
    expect(isVerified({ ...filled, accessToken: 'another-token' }, verified)).toBe(false)
    expect(isVerified(filled, null)).toBe(false)
  })

  test('of what is there a name changes alone, a connection with its proof', () => {
    const known = integration({ platform: 'own', url: 'https://bot.example/in', secrets: ['accessToken'] })
    const draft = draftOfIntegration(known, 'bot_shop')
    expect(isReconnected({ ...draft, name: 'Another' }, known)).toBe(false)
    expect(isReconnected({ ...draft, accessToken: 'another-token' }, known)).toBe(true)
    expect(integrationChangeOf({ ...draft, name: 'Another' }, null)).toEqual({
      name: 'Another',
      failureUnit: 'attempt',
    })
    expect(integrationChangeOf(draft, 'p').connection).toEqual({ url: 'https://bot.example/in', proof: 'p' })
    expect(newIntegrationOf(filled, 'p')).toMatchObject({ name: 'CRM bot', platform: 'own', proof: 'p' })
  })
})
