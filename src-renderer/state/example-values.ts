import { create } from 'zustand'
import type { BotDocument } from '../../src-shared/document/bot-document.ts'
import type { Value } from '../../src-shared/kit/value.ts'
import { usualExample } from '../../src-shared/lint/example-values.ts'

/** Examples people gave variables, by bot and name; they last as long as the window. */
export const useExamples = create<Readonly<{ given: ReadonlyMap<string, Value> }>>()(() => ({
  given: new Map(),
}))

export function setExample(document: BotDocument, name: string, value: Value): void {
  const given = new Map(useExamples.getState().given)
  given.set(keyOf(document, name), value)
  useExamples.setState({ given })
}

/** The example of a variable as formulas, previews and test calls see it; null where there is no such variable. */
export function exampleOf(document: BotDocument, name: string): Value {
  const given = useExamples.getState().given.get(keyOf(document, name))
  if (given !== undefined) return given
  const variable = document.variableNamed(name)
  return variable ? usualExample(variable) : null
}

function keyOf(document: BotDocument, name: string): string {
  return `${document.bot.id} ${name}`
}
