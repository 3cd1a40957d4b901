import { z } from 'zod'
import { localizedText, requiredText, templateText } from '../document/field-types.ts'
import { unsaid } from '../kit/say.ts'
import type { Message } from '../message/message.ts'
import {
  type CompileContext,
  type CompiledText,
  defineKind,
  type HandoverWish,
  type KindFinding,
  type Outcome,
  type Turn,
} from './kind.ts'
import {
  buttonsField,
  compileButtons,
  compileMedia,
  mediaField,
  partFindings,
  said,
} from './message-fields.ts'

/** Channels show headers and footers in one short line. Characters. */
const MAX_ADDITIONS = 20

const addition = z.strictObject({
  key: z.string().regex(/^[A-Za-z][A-Za-z0-9_.-]{0,63}$/, 'use letters, digits, dots, - or _'),
  value: templateText,
})

const schema = z.strictObject({
  text: requiredText,
  header: localizedText.optional(),
  footer: localizedText.optional(),
  media: mediaField.optional(),
  buttons: buttonsField.optional(),
  /** Output additions for the channel or a webhook; requirements.md CM-02. */
  additions: z.array(addition).max(MAX_ADDITIONS, `at most ${MAX_ADDITIONS} additions`).optional(),
})

type Data = z.infer<typeof schema>

const NEXT = { go: 'port', port: 'next' } as const

/** The additions that Parley itself understands; requirements.md CM-02, CM-05, CM-08, CM-09. */
const LIVECHAT = 'livechat'
const SKILL = 'skill'
const WEBSTORE = 'mscWebstore'
const CHANNEL = 'mscChannel'

/**
 * Says a text, with what goes around it, and goes on (requirements.md NHN-11, NHN-21, NHN-23). With the addition
 * `livechat` set to true, a person takes over after it (CM-04).
 */
export const message = defineKind({
  name: 'message',
  family: 'say',
  schema,
  hasInput: true,
  waits: false,
  defaults: ({ locale }): Data => ({ text: { [locale]: '' } }),
  ports: () => [{ id: 'next', role: 'next', required: true }],
  summary: (data, { text }) => text(data.text),
  check: data => [...partFindings(data), ...additionFindings(data)],
  compile(data, context) {
    const text = context.text(data.text)
    const parts = compileParts(data, context)
    const additions = compileAdditions(data, context)
    if (!parts && !additions)
      return {
        enter(turn) {
          turn.say({ text: text(turn) })
          return NEXT
        },
      }
    return {
      enter(turn) {
        const added = additions?.(turn)
        turn.say({ text: text(turn), ...parts?.(turn), ...(added ? { additions: added } : {}) })
        return added ? outcomeOf(added) : NEXT
      },
    }
  },
})

function compileParts(data: Data, context: CompileContext): ((turn: Turn) => Omit<Message, 'text'>) | null {
  const { header, footer, media, buttons } = data
  if (!header && !footer && !media && !buttons?.length) return null
  const above = context.text(header ?? {})
  const below = context.text(footer ?? {})
  const shown = compileMedia(media, context)
  const pressed = compileButtons(buttons, context)
  return turn => {
    const part = shown?.(turn)
    const all = pressed?.(turn) ?? []
    return {
      ...said('header', above(turn)),
      ...said('footer', below(turn)),
      ...(part ? { media: part } : {}),
      ...(all.length > 0 ? { buttons: all } : {}),
    }
  }
}

type Additions = Readonly<Record<string, string | boolean>>

/** Values that come out empty are left out (requirements.md CM-02 E); `livechat` is a truth value. */
function compileAdditions(
  data: Data,
  context: CompileContext,
): ((turn: Turn) => Additions | undefined) | null {
  if (!data.additions || data.additions.length === 0) return null
  const all = data.additions.map(({ key, value }): readonly [string, CompiledText] => [
    key,
    context.template(value),
  ])
  return turn => {
    const added: [string, string | boolean][] = []
    for (const [key, value] of all) {
      const text = value(turn).trim()
      if (text !== '') added.push([key, key === LIVECHAT ? isTrue(text) : text])
    }
    return added.length > 0 ? Object.fromEntries(added) : undefined
  }
}

function isTrue(text: string): boolean {
  return text.toLowerCase() === 'true'
}

function outcomeOf(added: Additions): Outcome {
  if (added[LIVECHAT] !== true) return NEXT
  const wish: HandoverWish = {
    reason: 'asked',
    skill: textOf(added[SKILL]),
    webstore: textOf(added[WEBSTORE]),
    channel: textOf(added[CHANNEL]),
  }
  return { go: 'handover', wish, offline: 'next', failed: 'next' }
}

function textOf(value: string | boolean | undefined): string | null {
  return typeof value === 'string' ? value : null
}

/** requirements.md CM-02, CM-05. */
function additionFindings({ additions = [] }: Data): readonly KindFinding[] {
  const keys = additions.map(({ key }) => key)
  const live = additions.find(({ key }) => key === LIVECHAT)
  return additions.flatMap(({ key, value }, index): readonly KindFinding[] => {
    const path = ['additions', index, 'key']
    if (keys.indexOf(key) !== index)
      return [
        {
          code: 'message/addition-twice',
          severity: 'error',
          ...unsaid('message/there-twice', { name: key }),
          path,
        },
      ]
    const isWord = /^\s*(true|false)\s*$/i.test(value)
    if (key === LIVECHAT && !value.includes('{{') && !isWord)
      return [
        {
          code: 'message/addition-type',
          severity: 'error',
          ...unsaid('message/addition-type', {}),
          path: ['additions', index, 'value'],
        },
      ]
    if (key === SKILL && !live)
      return [
        {
          code: 'message/skill-alone',
          severity: 'warning',
          ...unsaid('message/skill-alone', {}),
          path,
        },
      ]
    return []
  })
}
