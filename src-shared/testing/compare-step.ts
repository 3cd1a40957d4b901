import type { BlockId } from '../document/ids.ts'
import type { Expectation, TestStep } from '../document/testcase.ts'
import { assertNever } from '../kit/assert-never.ts'
import type { Value } from '../kit/value.ts'
import { parseMarkup } from '../message/markup.ts'
import { markupToPlain } from '../message/markup-to-plain.ts'
import type { SentMessage } from '../runtime/events.ts'
import { normaliseText } from '../runtime/normalise-text.ts'
import type { SimulatedTurn } from '../runtime/simulation.ts'
import { stateOf } from './record-testcase.ts'

/** Something that is not as a test expects it. */
export type Difference =
  /** `actual` null: nothing more was said; `expected` null: nothing more was to be said. */
  | Readonly<{ is: 'message'; expected: string | null; actual: string | null; fit?: Wanted['fit'] }>
  | Readonly<{ is: 'options'; expected: readonly string[]; actual: readonly string[] }>
  | Readonly<{ is: 'variable'; name: string; expected: Value; actual: Value }>
  | Readonly<{ is: 'block'; block: BlockId }>
  | Readonly<{ is: 'state'; expected: State; actual: State }>
  /** `actual` null: nobody was asked to take over; empty: somebody was, with no skill. */
  | Readonly<{ is: 'handover'; expected: string | null; actual: string | null }>

type State = Omit<Extract<Expectation, { is: 'state' }>, 'is'>
type Wanted = Extract<Expectation, { is: 'message' }>

const NO_LABELS: readonly string[] = []

/** The first thing in a turn that is not as a step expects it; null when all is. Messages come first. */
export function compareStep(turn: SimulatedTurn, { match, expected }: TestStep): Difference | null {
  const wanted = expected.filter(each => each.is === 'message')
  const said = turn.events.filter(event => event.type === 'messageSent')
  const inMessages = match === 'exact' ? compareAll(wanted, said) : compareInOrder(wanted, said)
  if (inMessages) return inMessages
  for (const each of expected) {
    const difference = each.is === 'message' ? null : compareOne(turn, each)
    if (difference) return difference
  }
  return null
}

function compareAll(wanted: readonly Wanted[], said: readonly SentMessage[]): Difference | null {
  for (let at = 0; at < Math.max(wanted.length, said.length); at += 1) {
    const [want, actual] = [wanted[at], said[at]]
    if (!want || !actual || !fits(want, actual.text, (a, b) => a === b))
      return unsaid(want, actual?.text ?? null)
    if (!want.options) continue
    const labels = labelsOf(actual)
    if (!isSameList(want.options, labels)) return { is: 'options', expected: want.options, actual: labels }
  }
  return null
}

/** Each wanted message is looked for after the one found before it. */
function compareInOrder(wanted: readonly Wanted[], said: readonly SentMessage[]): Difference | null {
  let from = 0
  for (const want of wanted) {
    const at = said.findIndex((message, index) => index >= from && fits(want, message.text, isMuchTheSame))
    if (at < 0) return unsaid(want, said[from]?.text ?? null)
    const labels = labelsOf(said[at])
    if (want.options && !isMuchTheSameList(want.options, labels))
      return { is: 'options', expected: want.options, actual: labels }
    from = at + 1
  }
  return null
}

function fits(want: Wanted, text: string, isSame: (a: string, b: string) => boolean): boolean {
  switch (want.fit) {
    case undefined:
      return isSame(want.text, text)
    case 'exact':
      return want.text === text
    case 'contains':
      return loose(text).includes(loose(want.text))
    case 'any':
      return true
  }
}

function unsaid(want: Wanted | undefined, actual: string | null): Difference {
  const fit = want?.fit
  return { is: 'message', expected: want?.text ?? null, actual, ...(fit ? { fit } : {}) }
}

function isMuchTheSame(a: string, b: string): boolean {
  // Most tests pass, and then nothing has to be read to know it.
  return a === b || loose(a) === loose(b)
}

function loose(text: string): string {
  return normaliseText(markupToPlain(parseMarkup(text)))
}

function labelsOf(message: SentMessage | undefined): readonly string[] {
  return message?.options?.map(({ label }) => label) ?? NO_LABELS
}

function isMuchTheSameList(a: readonly string[], b: readonly string[]): boolean {
  return isSameList(a, b) || isSameList(a.map(normaliseText), b.map(normaliseText))
}

function isSameList(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((text, at) => text === b[at])
}

function compareOne({ after, events }: SimulatedTurn, want: Exclude<Expectation, Wanted>): Difference | null {
  switch (want.is) {
    case 'variable': {
      const actual = after.values?.[want.name] ?? null
      const isSame = JSON.stringify(actual) === JSON.stringify(want.value)
      return isSame ? null : { is: 'variable', name: want.name, expected: want.value, actual }
    }
    case 'block':
      return events.some(event => event.type === 'blockEntered' && event.block === want.block)
        ? null
        : { is: 'block', block: want.block }
    case 'state': {
      const { is: _, ...actual } = stateOf(after)
      const { is: __, ...expected } = want
      const isSame = actual.state === expected.state && actual.block === expected.block
      return isSame ? null : { is: 'state', expected, actual }
    }
    case 'handover': {
      const asked = events.find(event => event.type === 'handoverRequested')
      const actual = asked?.type === 'handoverRequested' ? (asked.skill ?? '') : null
      const isSame = actual !== null && (want.skill === null || want.skill === actual)
      return isSame ? null : { is: 'handover', expected: want.skill, actual }
    }
    default:
      return assertNever(want)
  }
}
