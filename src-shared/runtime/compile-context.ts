import type { CompileContext, CompiledFormula, CompiledText, CompiledVariable } from '../blocks/kind.ts'
import type { BotDocument } from '../document/bot-document.ts'
import type { BlockId, VariableId } from '../document/ids.ts'
import { inLocale, type Localized } from '../document/localized.ts'
import { compileExpression } from '../expression/compile-expression.ts'
import { parseExpression } from '../expression/parse-expression.ts'
import { compileTemplate, parseTemplate } from '../expression/template.ts'
import type { Problem } from '../kit/result.ts'
import { normaliseText } from './normalise-text.ts'
import type { RunningTurn } from './running-turn.ts'

type Source = Readonly<{
  document: BotDocument
  variables: ReadonlyMap<VariableId, CompiledVariable>
  block: BlockId
  problems: Problem[]
}>

/** What block kinds may ask while `block` is compiled; see CompileContext. The turns they are run with are ours. */
export function compileContextOf({ document, variables, block, problems }: Source): CompileContext {
  const { locales, country } = document.bot
  return {
    locales,
    country,
    normalise: normaliseText,
    connected: port => document.edgeAt(block, port) !== undefined,
    variable: id => (id === null ? null : (variables.get(id) ?? null)),
    isConstant: texts => Object.values(texts).every(text => isConstantText(text)),
    text: texts => compileText(texts, locales),
    formula: source => compileFormula(source, block, problems),
  }
}

function isConstantText(text: string): boolean {
  return !text.includes('{{')
}

function compileText(texts: Localized, locales: readonly string[]): CompiledText {
  const constants = Object.values(texts).every(isConstantText)
  const only = Object.keys(texts).length <= 1 ? (Object.values(texts)[0] ?? '') : null
  if (constants && only !== null) return () => only
  const byLocale = new Map<string, CompiledText>()
  const inThis = (locale: string): CompiledText => {
    const source = inLocale(texts, locale, locales) ?? ''
    if (isConstantText(source)) return () => source
    const render = compileTemplate(parseTemplate(source))
    return turn => (turn as RunningTurn).render(render)
  }
  return turn => {
    let text = byLocale.get(turn.locale)
    if (!text) {
      text = inThis(turn.locale)
      byLocale.set(turn.locale, text)
    }
    return text(turn)
  }
}

function compileFormula(source: string, block: BlockId, problems: Problem[]): CompiledFormula {
  const parsed = parseExpression(source)
  if (parsed.ok) {
    const evaluate = compileExpression(parsed.value)
    return turn => (turn as RunningTurn).evaluate(evaluate)
  }
  const { code, message } = parsed
  problems.push({ code, message, pointer: block })
  return turn => {
    ;(turn as RunningTurn).fail(code, message)
    return undefined
  }
}
