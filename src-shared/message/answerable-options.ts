import { parseMarkup } from './markup.ts'
import { markupToPlain } from './markup-to-plain.ts'
import type { Message, MessageOption } from './message.ts'

/** An option with the place it has in the message. */
export type PlacedOption = Readonly<{ option: MessageOption; place: readonly (string | number)[] }>

/**
 * All a customer can answer with, in the order of the numbers in a numbered list: the message's options, then those of
 * its cards. An option of a card is told apart by the card's title.
 */
export function answerableOptions(message: Message): readonly PlacedOption[] {
  const own = (message.options ?? []).map((option, index) => ({ option, place: ['options', index] }))
  const onCards = (message.cards ?? []).flatMap(({ title, options = [] }, card) =>
    options.map((option, index) => {
      const words = [markupToPlain(parseMarkup(title)), option.description].filter(word => word?.trim())
      return {
        option: { ...option, description: words.join(' - ') },
        place: ['cards', card, 'options', index],
      }
    }),
  )
  return [...own, ...onCards]
}
