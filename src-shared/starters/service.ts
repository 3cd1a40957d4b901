import type { AnswerType } from '../blocks/answer-types.ts'
import type { Words } from './words.ts'

/** The catalogue of requirements.md NHN-10, in its order. */
export const SERVICE_IDS = [
  'information-helpdesk',
  'query-handling',
  'appointment-booking',
  'service-tickets',
  'live-chat',
  'new-sales',
  'add-on-selling',
  'bill-payments',
  'account-management',
  'financial-transactions',
  'digital-kyc',
  'claims',
  'insurance-quotations',
  'students-and-courses',
  'notifications',
  'advisory',
  'lead-generation',
  'feedback',
] as const
export type ServiceId = (typeof SERVICE_IDS)[number]

/** One question of a form, and the variable that keeps its answer. */
export type FormQuestion = Readonly<{
  variable: string
  about: string
  answer: AnswerType
  prompt: Words
}>

/**
 * What a service begins as (requirements.md NHN-10, NHN-12).
 * - `information`: says something
 * - `answers`: answers from questions and answers
 * - `form`: asks, says what was taken, and tells the company's systems by an event
 * - `feedback`: a rating and a remark, told by an event
 * - `person`: a person takes over
 */
export type Stub =
  | Readonly<{ makes: 'information'; text: Words }>
  | Readonly<{
      makes: 'answers'
      prompt: Words
      questions: readonly Readonly<{ asked: Words<readonly string[]>; answer: Words }>[]
    }>
  | Readonly<{ makes: 'form'; event: string; questions: readonly FormQuestion[]; done: Words }>
  | Readonly<{
      makes: 'feedback'
      event: string
      rating: Omit<FormQuestion, 'answer'>
      remark: Omit<FormQuestion, 'answer'>
      done: Words
    }>
  | Readonly<{ makes: 'person' }>

export type Service = Readonly<{
  id: ServiceId
  /** As the catalogue calls it. */
  name: Words
  /** On the main menu; at most 20 characters, which every channel can show. */
  label: Words
  stub: Stub
}>
