import { describe, expect, test } from 'vitest'
import {
  changeOf,
  draftOfChannel,
  draftProblems,
  newChannelOf,
} from '../../../../src-renderer/live/channel-draft.ts'
import { contactLabel } from '../../../../src-renderer/live/contact-label.ts'
import { botIdSchema } from '../../../../src-shared/document/ids.ts'
import {
  CHANNEL_KINDS,
  channelChangeSchema,
  newChannelSchema,
} from '../../../../src-shared/publish/channel-protocol.ts'

const empty = draftOfChannel(null)
const bot = botIdSchema.parse('bot_shop')

describe('the form of a channel (issue 6, point 7)', () => {
  test('asks for what its kind needs, and nothing else', () => {
    const secrets = { appSecret: 'secret', verifyToken: 'secret', accessToken: 'secret' }
    expect(draftProblems(empty, [])).toEqual({ name: 'name', account: 'account', ...secrets })
    expect(draftProblems({ ...empty, kind: 'web', name: 'Site' }, [])).toEqual({})
    expect(draftProblems({ ...empty, kind: 'webhook', name: 'System' }, [])).toEqual({
      url: 'url',
      signingSecret: 'secret',
    })
  })
  test('a system is asked for batches only where that is wished, and may be asked no more', () => {
    const draft = {
      ...empty,
      kind: 'webhook',
      name: 'System',
      url: ' https://system.example/parley ',
    } as const
    const url = 'https://system.example/parley'
    expect(changeOf(draft).options).toEqual({ url })
    expect(changeOf({ ...draft, batches: true }).options).toEqual({ url, batches: true })
    expect(changeOf({ ...draft, kind: 'web', batches: true }).options).toEqual({ origins: [] })
  })
  test('a secret the engine has may stay empty; what is typed must be one', () => {
    const draft = { ...empty, name: 'Shop', account: '1' }
    const stored = ['appSecret', 'verifyToken', 'accessToken'] as const
    expect(draftProblems(draft, stored)).toEqual({})
    expect(draftProblems({ ...draft, appSecret: 'with a space' }, stored)).toEqual({ appSecret: 'secret' })
    expect(changeOf(draft)).not.toHaveProperty('secrets')
    expect(changeOf({ ...draft, accessToken: 'a-new-token' }).secrets).toEqual({ accessToken: 'a-new-token' })
  })
  test('makes what the engine takes, of every kind', () => {
    const typed = {
      ...{ ...empty, name: ' Shop ', account: '1', url: 'https://system.example/in' },
      origins: 'https://Shop.example/\n\nhttps://b.example',
      ...{
        appSecret: 'secret-1',
        verifyToken: 'secret-2',
        accessToken: 'secret-3',
        signingSecret: 'secret-4',
        authToken: 'secret-5',
      },
    }
    const line = { account: `AC${'a'.repeat(32)}`, handle: '+55 71 3333-0000', text: 'Chat: {link}' }
    for (const kind of CHANNEL_KINDS) {
      const draft = { ...typed, kind, ...(kind === 'missedCall' ? line : {}) }
      expect(draftProblems(draft, [])).toEqual({})
      expect(newChannelSchema.safeParse(newChannelOf(draft, bot)).error).toBeUndefined()
      expect(channelChangeSchema.safeParse(changeOf(draft)).error).toBeUndefined()
    }
    expect(newChannelOf({ ...typed, kind: 'web' }, bot)).toMatchObject({
      options: { origins: ['https://shop.example', 'https://b.example'] },
      secrets: {},
    })
  })
  test('a line that is never answered asks for what its text says and how long it rings (requirements.md NHN-44)', () => {
    const draft = { ...empty, kind: 'missedCall', name: 'Line', authToken: 'secret-5' } as const
    expect(draftProblems(draft, [])).toEqual({ account: 'twilioAccount', handle: 'phone', text: 'text' })
    const typed = {
      ...{ ...draft, account: `AC${'a'.repeat(32)}`, handle: '+55 71 3333-0000', text: ' Chat: {link} ' },
      ...{ link: 'shop', ringSeconds: '13', messagingService: 'MG' },
    }
    const problems = { link: 'link', ringSeconds: 'ringSeconds', messagingService: 'messagingService' }
    expect(draftProblems(typed, [])).toEqual(problems)
    const made = newChannelOf(
      { ...typed, link: 'https://wa.me/1', ringSeconds: '5', messagingService: '' },
      bot,
    )
    expect(made).toMatchObject({ handle: '+55 71 3333-0000', secrets: { authToken: 'secret-5' } })
    expect(made.options).toEqual({ text: 'Chat: {link}', link: 'https://wa.me/1', ringSeconds: 5 })
  })
  test('a contact is called as the provider knows them; of a visitor only the end is told', () => {
    expect(contactLabel('wa:ch0123456789abcdef:16505551234')).toBe('16505551234')
    expect(contactLabel('web:0123456789abcdef')).toBe('#cdef')
    expect(contactLabel('test:web:0123456789abcdef')).toBe('#cdef')
    expect(contactLabel('anna')).toBe('anna')
  })
})
