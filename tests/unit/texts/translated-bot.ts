import { newBot } from '../../../src-shared/blocks/edits/new-bot.ts'
import { parseRecord } from '../../../src-shared/blocks/parse-document.ts'
import { BotDocument } from '../../../src-shared/document/bot-document.ts'
import type { BlockId } from '../../../src-shared/document/ids.ts'
import type { BlockRecord, BotDocRecord } from '../../../src-shared/document/records.ts'
import { Editor } from '../../../src-shared/edit/editor.ts'
import { keepTranslationMarks } from '../../../src-shared/texts/translation-marks.ts'
import { counter } from '../edit/snapshot.ts'

export const HELLO = 'block_hello' as BlockId
export const MENU = 'block_menu' as BlockId

/** A bot in English, Portuguese and Arabic with a message, a menu, a question with an answer, a template and a file. */
export function translatedBot(): BotDocument {
  const records = newBot({ name: 'Bakery', locale: 'en' }, counter('b'))
  const bot = records.find(({ type }) => type === 'bot')
  if (bot?.type !== 'bot') throw new Error('a bot has its record')
  const place = { type: 'block', flow: bot.mainFlow, title: '', x: 0, y: 0 } as const
  return BotDocument.of([
    ...records.filter(({ type }) => type !== 'bot'),
    read({
      ...bot,
      locales: ['en', 'pt-BR', 'ar'],
      settings: { agentWords: { en: ['agent', 'person'], 'pt-BR': ['atendente'] }, footer: { en: 'Bakery' } },
    }),
    read({
      ...place,
      id: HELLO,
      kind: 'message',
      data: { text: { en: 'Hello {{NAME}}', 'pt-BR': 'Olá {{NAME}}' } },
    }),
    read({
      ...place,
      id: MENU,
      kind: 'menu',
      data: {
        prompt: { en: 'What would you like?', 'pt-BR': 'O que deseja?', ar: 'ماذا تريد؟' },
        retry: {},
        options: [
          { id: 'opt_bread', label: { en: 'Bread', 'pt-BR': 'Pão' }, synonyms: { en: ['loaf', 'rolls'] } },
          { id: 'opt_cake', label: { en: 'Cake', 'pt-BR': 'Bolo', ar: 'كعكة' }, synonyms: {} },
        ],
      },
    }),
    read({
      id: 'faq_hours',
      type: 'faq',
      topic: '',
      questions: { en: ['When are you open?'] },
      answer: { en: 'Always.' },
    }),
    read({
      id: 'tpl_ready',
      type: 'template',
      name: 'order_ready',
      category: 'utility',
      state: 'approved',
      body: { en: 'Order {{1}} is ready' },
      header: 'none',
      footer: {},
      places: 1,
    }),
    read({
      id: 'media_shop',
      type: 'media',
      name: 'shop.png',
      mime: 'image/png',
      size: 10,
      hash: '0'.repeat(64),
      width: null,
      height: null,
      alt: { en: 'Our shop' },
    }),
  ])
}

export function editorOf(document: BotDocument): Editor {
  const newId = counter('e')
  return new Editor({
    document,
    seq: 0,
    log: [],
    actor: 'Test',
    world: { now: () => 0, newId },
    complete: keepTranslationMarks,
  })
}

/** A block with other data, as an edit would bring it. */
export function withData(document: BotDocument, id: BlockId, data: Record<string, unknown>): BlockRecord {
  const block = document.get(id)
  if (!block) throw new Error(`no ${id}`)
  return { ...block, data: { ...block.data, ...data } }
}

function read(raw: unknown): BotDocRecord {
  const record = parseRecord(raw)
  if (!record.ok) throw new Error(`${record.message} ${JSON.stringify(record.problems)}`)
  return record.value
}
