import { z } from 'zod'
import type { Brand } from '../kit/brand.ts'

export type BotId = Brand<string, 'BotId'>
export type FlowId = Brand<string, 'FlowId'>
export type BlockId = Brand<string, 'BlockId'>
export type EdgeId = Brand<string, 'EdgeId'>
export type VariableId = Brand<string, 'VariableId'>
export type KeywordId = Brand<string, 'KeywordId'>
export type IntentId = Brand<string, 'IntentId'>
export type FaqId = Brand<string, 'FaqId'>
export type TemplateId = Brand<string, 'TemplateId'>
export type AuthId = Brand<string, 'AuthId'>
export type GroupId = Brand<string, 'GroupId'>
export type NoteId = Brand<string, 'NoteId'>
export type MediaId = Brand<string, 'MediaId'>
export type WaiverId = Brand<string, 'WaiverId'>
export type TranslationId = Brand<string, 'TranslationId'>
export type TestcaseId = Brand<string, 'TestcaseId'>
export type IterationId = Brand<string, 'IterationId'>
export type CommentId = Brand<string, 'CommentId'>
export type TaskId = Brand<string, 'TaskId'>
export type StudyId = Brand<string, 'StudyId'>
export type RecordId =
  | BotId
  | FlowId
  | BlockId
  | EdgeId
  | VariableId
  | KeywordId
  | IntentId
  | FaqId
  | TemplateId
  | AuthId
  | GroupId
  | NoteId
  | MediaId
  | WaiverId
  | TranslationId
  | TestcaseId
  | IterationId
  | CommentId
  | TaskId
  | StudyId

/** The prefix of each record type's ids: an id tells what it names, and can never be a name every object inherits. */
export const ID_PREFIX = {
  bot: 'bot',
  flow: 'flow',
  block: 'block',
  edge: 'edge',
  variable: 'var',
  keyword: 'kw',
  intent: 'intent',
  faq: 'faq',
  template: 'tpl',
  auth: 'auth',
  group: 'group',
  note: 'note',
  media: 'media',
  waiver: 'waiver',
  translation: 'tr',
  testcase: 'test',
  iteration: 'itr',
  comment: 'cmt',
  task: 'task',
  study: 'study',
} as const

function idSchema<Id extends RecordId>(type: keyof typeof ID_PREFIX, longest = 48) {
  const pattern = new RegExp(`^${ID_PREFIX[type]}_[A-Za-z0-9-]{1,${longest}}$`)
  return z.string().regex(pattern, `expected an id like ${ID_PREFIX[type]}_a1b2`) as unknown as z.ZodType<
    Id,
    Id
  >
}

export const botIdSchema = idSchema<BotId>('bot')
export const flowIdSchema = idSchema<FlowId>('flow')
export const blockIdSchema = idSchema<BlockId>('block')
export const edgeIdSchema = idSchema<EdgeId>('edge')
export const variableIdSchema = idSchema<VariableId>('variable')
export const keywordIdSchema = idSchema<KeywordId>('keyword')
export const intentIdSchema = idSchema<IntentId>('intent')
export const faqIdSchema = idSchema<FaqId>('faq')
export const templateIdSchema = idSchema<TemplateId>('template')
export const authIdSchema = idSchema<AuthId>('auth')
export const groupIdSchema = idSchema<GroupId>('group')
export const noteIdSchema = idSchema<NoteId>('note')
export const mediaIdSchema = idSchema<MediaId>('media')
export const waiverIdSchema = idSchema<WaiverId>('waiver')
/** Longer than others: it holds the id of the record it is about. */
export const translationIdSchema = idSchema<TranslationId>('translation', 60)
export const testcaseIdSchema = idSchema<TestcaseId>('testcase')
export const iterationIdSchema = idSchema<IterationId>('iteration')
export const commentIdSchema = idSchema<CommentId>('comment')
export const taskIdSchema = idSchema<TaskId>('task')
export const studyIdSchema = idSchema<StudyId>('study')

/** Local names inside one record, such as the id of a menu option or a condition's branch; they become port names. */
export const localIdSchema = z.string().regex(/^[a-z]+_[A-Za-z0-9-]{1,48}$/, 'expected an id like opt_a1b2')

export type IdOf = {
  bot: BotId
  flow: FlowId
  block: BlockId
  edge: EdgeId
  variable: VariableId
  keyword: KeywordId
  intent: IntentId
  faq: FaqId
  template: TemplateId
  auth: AuthId
  group: GroupId
  note: NoteId
  media: MediaId
  waiver: WaiverId
  translation: TranslationId
  testcase: TestcaseId
  iteration: IterationId
  comment: CommentId
  task: TaskId
  study: StudyId
}

/** Makes the id of a new record from the host's source of identity. */
export function newRecordId<T extends keyof IdOf>(type: T, newId: () => string): IdOf[T] {
  return `${ID_PREFIX[type]}_${newId()}` as IdOf[T]
}
