import { z } from 'zod'
import { localizedText, requiredText, variableRef } from '../document/field-types.ts'
import { MAX_TEXT_LENGTH } from '../document/localized.ts'
import { BUILT_IN_WORDS } from './built-in-words.ts'
import { compileDone } from './done-option.ts'
import { keepValue, keptFindings } from './kept-value.ts'
import {
  type CompileContext,
  defineKind,
  type Outcome,
  type Reply,
  type SentFile,
  type Turn,
} from './kind.ts'
import { compileRefusal } from './refusal.ts'

export const FILE_KINDS = ['image', 'video', 'audio', 'document'] as const
export const MAX_FILES = 30
export const MAX_FILE_MEGABYTES = 1000
const MEGABYTE = 1_048_576

const schema = z.strictObject({
  prompt: requiredText,
  kinds: z.array(z.enum(FILE_KINDS)).min(1, 'choose what may be sent').max(FILE_KINDS.length),
  /** Of one file; null for as large as the channel takes. */
  maxMegabytes: z.number().min(0.01).max(MAX_FILE_MEGABYTES).nullable(),
  maxFiles: z.number().int().min(1).max(MAX_FILES),
  /** Where the files are: a text for one, a list for several. */
  saveTo: variableRef,
  /** What was written with the files. */
  captionTo: variableRef,
  /** Whether the customer may go on without a file. */
  skip: z.boolean(),
  /** Said when something else is sent. */
  retry: localizedText,
})

type Data = z.infer<typeof schema>

const WAIT = { go: 'wait' } as const
const RECEIVED = { go: 'port', port: 'received' } as const
const SKIPPED = { go: 'port', port: 'skipped' } as const
const SKIP = 'opt_skip'
/** What is typed for the only option, where options are numbered. */
const FIRST = '1'

/**
 * Asks for files (requirements.md NHN-20): of some kinds, up to a size and a number. What does not fit counts as an
 * invalid reply. Where several may be sent, they may come one after the other, until all have come or “Done”. Skipping
 * leads on at `received` when nothing is connected at `skipped`. The files stay with the host, which checks them for
 * viruses and keeps them; the bot knows their addresses.
 */
export const fileInput = defineKind({
  name: 'fileInput',
  family: 'ask',
  schema,
  hasInput: true,
  waits: true,
  defaults: ({ locale }): Data => ({
    prompt: { [locale]: '' },
    kinds: ['image', 'document'],
    maxMegabytes: null,
    maxFiles: 1,
    saveTo: null,
    captionTo: null,
    skip: false,
    retry: { [locale]: '' },
  }),
  ports: data => [
    { id: 'received', role: 'next', required: true },
    ...(data.skip ? [{ id: 'skipped', role: 'fallback', required: false } as const] : []),
  ],
  summary: (data, { text }) => text(data.prompt),
  check: (data, context) => [
    ...keptFindings(data.saveTo, ['saveTo'], 'list', 'fileInput', context),
    ...keptFindings(data.captionTo, ['captionTo'], 'text', 'fileInput', context),
  ],
  compile(data, context) {
    const ask = askerOf(data, context)
    const keep = keeperOf(data, context)
    const done = compileDone(context)
    const skips = skipperOf(data, context)
    const onSkip = context.connected('skipped') ? SKIPPED : RECEIVED
    return {
      enter(turn) {
        ask(turn)
        return WAIT
      },
      answer(turn, reply): Outcome | null {
        const before = noted(turn)
        if (reply.files.length === 0) {
          if (before.length > 0 && (done.isDone(turn, reply) || reply.normal === FIRST)) return keep(turn)
          return before.length === 0 && skips(turn, reply) ? onSkip : null
        }
        const files = [...before, ...reply.files.map(({ url }) => url)]
        if (!fits(files, data) || !reply.files.every(file => isAccepted(file, data))) return null
        note(turn, files, reply.text)
        if (files.length >= data.maxFiles) return keep(turn)
        ask(turn)
        return WAIT
      },
      refuse: compileRefusal(data.retry, context, 'wait'),
    }
  },
})

function isAccepted({ kind, size }: SentFile, { kinds, maxMegabytes }: Data): boolean {
  return kinds.includes(kind) && (maxMegabytes === null || size <= maxMegabytes * MEGABYTE)
}

/** Several addresses in one text are lines of it. */
function fits(files: readonly string[], { maxFiles }: Data): boolean {
  return files.length <= maxFiles && files.join('\n').length <= MAX_TEXT_LENGTH
}

function noted({ memo }: Turn): readonly string[] {
  return Array.isArray(memo?.files) ? memo.files.map(String) : []
}

/** Captions of several messages are lines of one text. */
function note(turn: Turn, files: readonly string[], text: string): void {
  const caption = [turn.memo?.caption, text.trim()].filter(Boolean).join('\n')
  turn.memo = { files, caption: caption.slice(0, MAX_TEXT_LENGTH) }
}

function askerOf(data: Data, context: CompileContext): (turn: Turn) => void {
  const prompt = context.text(data.prompt)
  const done = compileDone(context)
  const skip = context.plain(BUILT_IN_WORDS.skip)
  return turn => {
    const first = noted(turn).length === 0
    const skipping = data.skip ? { options: [{ id: SKIP, label: skip(turn) }] } : {}
    turn.say({ text: prompt(turn), ...(first ? skipping : done.shown(turn)), asks: 'file' })
  }
}

function skipperOf(data: Data, context: CompileContext): (turn: Turn, reply: Reply) => boolean {
  const label = context.plain(BUILT_IN_WORDS.skip)
  return (turn, { option, normal }) =>
    data.skip && (option === SKIP || normal === FIRST || isWord(normal, label(turn), context))
}

function isWord(normal: string, word: string, { normalise }: CompileContext): boolean {
  return normal !== '' && normal === normalise(word)
}

function keeperOf(data: Data, context: CompileContext): (turn: Turn) => Outcome {
  const files = context.variable(data.saveTo)
  const caption = context.variable(data.captionTo)
  return turn => {
    const urls = noted(turn)
    if (files) keepValue(turn, files, files.valueType === 'list' ? urls : urls.join('\n'))
    if (caption) keepValue(turn, caption, turn.memo?.caption || null)
    return RECEIVED
  }
}
