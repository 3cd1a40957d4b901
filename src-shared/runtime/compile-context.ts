import type {
  CompileContext,
  CompiledFormula,
  CompiledText,
  CompiledVariable,
  UnderstandingSource,
} from '../blocks/kind.ts'
import type { BotDocument } from '../document/bot-document.ts'
import type { MediaId, RecordId, VariableId } from '../document/ids.ts'
import { inLocale, type Localized } from '../document/localized.ts'
import { compileExpression } from '../expression/compile-expression.ts'
import { parseExpression } from '../expression/parse-expression.ts'
import { compileTemplate, parseTemplate } from '../expression/template.ts'
import type { Problem } from '../kit/result.ts'
import { fileAddress, referredFile } from '../message/file-address.ts'
import { escapeMarkup } from '../message/markup.ts'
import { normaliseText } from './normalise-text.ts'
import type { RunningTurn } from './running-turn.ts'

/** What is shared by all records of a bot while it is compiled. `hears` is set when a formula asks for the last message. */
export type CompileSource = {
  readonly document: BotDocument
  readonly variables: ReadonlyMap<VariableId, CompiledVariable>
  readonly understanding: UnderstandingSource
  readonly problems: Problem[]
  hears: boolean
}

/** What block kinds may ask while `record` is compiled; see CompileContext. The turns they are run with are ours. */
export function compileContextOf(source: CompileSource, record: RecordId): CompileContext {
  const { document, variables, understanding } = source
  const { locales, country, settings = {} } = document.bot
  const localized = (texts: Localized, present?: (value: string) => string) => {
    if (Object.values(texts).some(text => ASKS_FOR_MESSAGE.test(text))) source.hears = true
    return compileText(texts, locales, text => compileOne(text, source, present))
  }
  return {
    locales,
    country,
    settings,
    understanding,
    normalise: normaliseText,
    connected: port => document.edgeAt(record as never, port) !== undefined,
    variable: id => (id === null ? null : (variables.get(id) ?? null)),
    isConstant: texts => Object.values(texts).every(text => isConstantText(text)),
    text: texts => localized(texts, escapeMarks),
    plain: texts => localized(texts),
    template: text => compileOne(withContent(text, document), source),
    formula: text => compileFormula(text, record, source),
    record: {
      template: id => (id === null ? undefined : document.get(id)),
      auth: id => (id === null ? undefined : document.get(id)),
      intents: () => [...document.all('intent')],
      faqs: () => [...document.all('faq')],
      media: id => document.get(id as MediaId),
    },
  }
}

/** A file of the bot is called by its content in what the bot says; one that is not there says nothing. */
function withContent(text: string, document: BotDocument): string {
  const file = referredFile(text)
  if (file === null) return text
  const record = document.get(file as MediaId)
  return record ? fileAddress(record.hash) : ''
}

function isConstantText(text: string): boolean {
  return !text.includes('{{')
}

const ASKS_FOR_MESSAGE = /\b(MESSAGE|SENTIMENT)\s*\(/i

function compileOne(text: string, source: CompileSource, present?: (value: string) => string): CompiledText {
  if (isConstantText(text)) return () => text
  if (ASKS_FOR_MESSAGE.test(text)) source.hears = true
  const render = compileTemplate(parseTemplate(text), present)
  return turn => (turn as RunningTurn).render(render)
}

const MARKS = /[\\*_~`[]/

/** What is filled in is shown as it is; most values hold nothing that could be taken for markup. */
function escapeMarks(value: string): string {
  return MARKS.test(value) ? escapeMarkup(value) : value
}

/** Made when a language is first spoken; all of them at once where nothing differs. */
function compileText(
  texts: Localized,
  locales: readonly string[],
  compileOne: (text: string) => CompiledText,
): CompiledText {
  const written = Object.values(texts)
  if (written.length <= 1) return compileOne(written[0] ?? '')
  const byLocale = new Map<string, CompiledText>()
  return turn => {
    let text = byLocale.get(turn.locale)
    if (!text) {
      text = compileOne(inLocale(texts, turn.locale, locales) ?? '')
      byLocale.set(turn.locale, text)
    }
    return text(turn)
  }
}

function compileFormula(text: string, record: RecordId, source: CompileSource): CompiledFormula {
  const parsed = parseExpression(text)
  if (parsed.ok) {
    if (ASKS_FOR_MESSAGE.test(text)) source.hears = true
    const evaluate = compileExpression(parsed.value)
    return turn => (turn as RunningTurn).evaluate(evaluate, text)
  }
  const { code, message } = parsed
  source.problems.push({ code, message, pointer: record })
  return turn => {
    ;(turn as RunningTurn).fail(code, message)
    return undefined
  }
}
