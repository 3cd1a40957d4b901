import { z } from 'zod'
import { localizedText, requiredText, templateText } from '../document/field-types.ts'
import { localIdSchema } from '../document/ids.ts'
import type { Card } from '../message/message.ts'
import { type CompileContext, defineKind, type KindFinding, type Outcome, type Turn } from './kind.ts'
import { addressFindings, buttonsField, compileButtons, said } from './message-fields.ts'

/** The most a carousel holds on any channel; requirements.md section 2.2. */
export const MAX_CARDS = 10

const card = z.strictObject({
  id: localIdSchema,
  title: requiredText,
  subtitle: localizedText.optional(),
  image: templateText.optional(),
  buttons: buttonsField.max(3, 'a card holds at most 3 buttons').optional(),
  /** The word on the button that chooses this card; without one it is only shown. */
  choose: localizedText.optional(),
})

const schema = z.strictObject({
  text: localizedText,
  cards: z.array(card).min(1, 'a carousel needs a card').max(MAX_CARDS, `at most ${MAX_CARDS} cards`),
})

type Data = z.infer<typeof schema>

const NEXT = { go: 'port', port: 'next' } as const
const WAIT = { go: 'wait' } as const
const AGAIN = { go: 'again' } as const

/**
 * Cards side by side, each with picture, text and buttons (requirements.md NHN-11). Where cards can be chosen, it
 * waits: a tap, the card's title or its number leads on at the card's port, and nothing else is accepted. Where none
 * can, it goes on at `next`.
 */
export const cards = defineKind({
  name: 'cards',
  family: 'say',
  schema,
  hasInput: true,
  waits: data => data.cards.some(canChoose),
  defaults: ({ locale, newId }): Data => ({
    text: { [locale]: '' },
    cards: [{ id: `card_${newId()}`, title: { [locale]: '' } }],
  }),
  ports: data => {
    const chosen = data.cards.filter(canChoose)
    if (chosen.length === 0) return [{ id: 'next', role: 'next', required: true }]
    return chosen.map(({ id, title }) => ({ id, role: 'option', required: true, label: title }) as const)
  },
  summary: (data, { text }) => text(data.text) || data.cards.map(({ title }) => text(title)).join(' · '),
  check: data => data.cards.flatMap((found, index) => cardFindings(found, index)),
  compile(data, context) {
    const text = context.text(data.text)
    const make = data.cards.map(found => compileCard(found, context))
    const show = (turn: Turn) => turn.say({ text: text(turn), cards: make.map(one => one(turn)) })
    const chosen = data.cards.filter(canChoose)
    if (chosen.length === 0)
      return {
        enter(turn) {
          show(turn)
          return NEXT
        },
      }
    const outcomes = new Map(chosen.map(({ id }): [string, Outcome] => [id, { go: 'port', port: id }]))
    const titles = chosen.map(({ id, title }) => ({ id, title: context.plain(title) }))
    return {
      digresses: true,
      isMenu: true,
      strikes: true,
      enter(turn) {
        show(turn)
        return WAIT
      },
      answer(turn, { option, normal }) {
        const tapped = option === null ? undefined : outcomes.get(option)
        if (tapped) return tapped
        const number = titles[Number(normal) - 1]
        const named = number ?? titles.find(({ title }) => context.normalise(title(turn)) === normal)
        return (named && normal !== '' && outcomes.get(named.id)) || null
      },
      refuse: () => AGAIN,
    }
  },
})

type CardData = Data['cards'][number]

function canChoose({ choose }: CardData): boolean {
  return choose !== undefined && Object.values(choose).some(text => text.trim() !== '')
}

function compileCard(data: CardData, context: CompileContext): (turn: Turn) => Card {
  const title = context.text(data.title)
  const subtitle = context.text(data.subtitle ?? {})
  const image = context.template(data.image ?? '')
  const buttons = compileButtons(data.buttons, context)
  const choose = canChoose(data) ? context.plain(data.choose ?? {}) : null
  return turn => {
    const pressed = buttons?.(turn) ?? []
    return {
      title: title(turn),
      ...said('subtitle', subtitle(turn)),
      ...said('image', image(turn).trim()),
      ...(pressed.length > 0 ? { buttons: pressed } : {}),
      ...(choose ? { options: [{ id: data.id, label: choose(turn) }] } : {}),
    }
  }
}

function cardFindings({ image, buttons = [] }: CardData, index: number): readonly KindFinding[] {
  return [
    ...(image ? addressFindings(image, 'link', ['cards', index, 'image']) : []),
    ...buttons.flatMap(({ kind, target }, at) =>
      addressFindings(target, kind, ['cards', index, 'buttons', at, 'target']),
    ),
  ]
}
