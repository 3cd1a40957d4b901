/**
 * The conversation every subject has: greeting, a wrong option, two wrong numbers, a bulk order, farewell. One user
 * turn each; what must come out is checked before anything is timed.
 */
export const SCRIPT = ['hi', '9', '2', '1', 'abc', '500', '12', '3'] as const

export const TEXTS = {
  greeting: 'Welcome to the coffee shop!',
  menu: 'What would you like?',
  options: ['Order coffee', 'Opening hours', 'Leave'],
  retry: 'Please choose one of the options.',
  hours: 'We are open from 8 to 18.',
  ask: 'How many bags, 1 to 100?',
  askAgain: 'A number from 1 to 100, please.',
  bulk: 'Bulk price for you.',
  total: (total: number) => `That is ${total} euros.`,
  farewell: 'See you soon!',
} as const

/** What a conversation says, turn by turn. */
export const EXPECTED: readonly (readonly string[])[] = [
  [TEXTS.greeting, TEXTS.menu],
  [TEXTS.retry, TEXTS.menu],
  [TEXTS.hours, TEXTS.menu],
  [TEXTS.ask],
  [TEXTS.askAgain],
  [TEXTS.askAgain],
  [TEXTS.bulk, TEXTS.total(48.6), TEXTS.menu],
  [TEXTS.farewell],
]

/** The ids of the inputs, made beforehand: no subject is timed for making them. */
export const INPUT_IDS = SCRIPT.map((_, turn) => `i${turn}`)

/** A subject: makes conversations, each of which answers one text at a time with what it says. */
export type Subject = Readonly<{ name: string; begin(): (text: string, id: string) => readonly string[] }>

export function checkSubject(subject: Subject): void {
  const answer = subject.begin()
  SCRIPT.forEach((text, turn) => {
    const said = [...answer(text, `i${turn}`)]
    if (JSON.stringify(said) !== JSON.stringify(EXPECTED[turn]))
      throw new Error(
        `${subject.name}, turn ${turn + 1} (“${text}”): said ${JSON.stringify(said)}, expected ${JSON.stringify(EXPECTED[turn])}`,
      )
  })
}
