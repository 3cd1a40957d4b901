import type { TFunction } from 'i18next'
import type { BotDocument } from '../../src-shared/document/bot-document.ts'
import { newRecordId } from '../../src-shared/document/ids.ts'
import { assertNever } from '../../src-shared/kit/assert-never.ts'
import { newId } from '../state/open-bot.ts'
import type { EntryRecord, Part } from './parts.ts'

type Named = Exclude<Part, 'faq'>

const MAX_NAME = 64
/** As the channel allows; see the schema of message templates. */
const MAX_TEMPLATE_NAME = 512

/** A new entry under a free name made of what was typed. It is not in the document yet. */
export function newEntry(t: TFunction, document: BotDocument, part: Part, typed: string): EntryRecord {
  const { locales } = document.bot
  const locale = locales[0] ?? 'en'
  const text = typed.trim()
  const name = (part: Named, wanted: string) =>
    freeName(document, part, wanted || t(`knowledge.unnamed.${part}`))
  switch (part) {
    case 'intent':
      return {
        id: newRecordId('intent', newId),
        type: 'intent',
        name: name('intent', text.slice(0, MAX_NAME)),
        phrases: {},
        entry: null,
      }
    case 'faq':
      return {
        id: newRecordId('faq', newId),
        type: 'faq',
        questions: text === '' ? {} : { [locale]: [text.slice(0, 500)] },
        answer: {},
        topic: '',
      }
    case 'template':
      return {
        id: newRecordId('template', newId),
        type: 'template',
        name: name('template', templateName(text)),
        category: 'utility',
        state: 'draft',
        body: {},
        header: 'none',
        footer: {},
        places: 0,
      }
    case 'auth':
      return {
        id: newRecordId('auth', newId),
        type: 'auth',
        name: name('auth', text.slice(0, MAX_NAME)),
        scheme: 'bearer',
        identity: '',
        secret: null,
        tokenUrl: '',
        scope: '',
      }
    default:
      return assertNever(part)
  }
}

/** The same under a new id and a free name. Two entries of one question would be unclear, so the copy says so first. */
export function copyOfEntry(document: BotDocument, record: EntryRecord): EntryRecord {
  switch (record.type) {
    case 'intent':
      return { ...record, id: newRecordId('intent', newId), name: freeName(document, 'intent', record.name) }
    case 'faq':
      return { ...record, id: newRecordId('faq', newId) }
    case 'template':
      return {
        ...record,
        id: newRecordId('template', newId),
        name: freeName(document, 'template', record.name),
      }
    case 'auth':
      return { ...record, id: newRecordId('auth', newId), name: freeName(document, 'auth', record.name) }
  }
}

/** What was typed as channels name templates: small letters, digits and _. */
export function templateName(typed: string): string {
  return typed
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9_]+/g, '_')
    .slice(0, MAX_TEMPLATE_NAME)
}

function freeName(document: BotDocument, part: Named, wanted: string): string {
  const taken = new Set([...document.all(part)].map(({ name }) => name))
  const [between, most] = part === 'template' ? ['_', MAX_TEMPLATE_NAME] : [' ', MAX_NAME]
  let name = wanted
  for (let number = 2; taken.has(name); number += 1) {
    const suffix = `${between}${number}`
    name = wanted.slice(0, Number(most) - suffix.length) + suffix
  }
  return name
}
