import fc from 'fast-check'
import type {
  Card,
  Media,
  Message,
  MessageButton,
  MessageOption,
} from '../../../src-shared/message/message.ts'

/** Words of many scripts, marks, hostile ones; short mostly, sometimes beyond every limit. */
const piece = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom(
      'word',
      ' ',
      '*b*',
      '_i_',
      '\n',
      'é',
      '👨‍👩‍👧',
      'مرحبا',
      '`c`',
      '<b>',
      '[l](https://e.x/)',
      '***',
      '\\*',
    ),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 8 }) },
)
const short = fc.array(piece, { maxLength: 6 }).map(parts => parts.join(''))
const text = fc.oneof(
  { weight: 8, arbitrary: short },
  {
    weight: 1,
    arbitrary: fc.tuple(short, fc.integer({ min: 20, max: 600 })).map(([part, times]) => part.repeat(times)),
  },
)
const label = fc.oneof({ weight: 5, arbitrary: short }, { weight: 1, arbitrary: text })
const safe = ['https://example.com/a_b', 'http://127.0.0.1:8080/f?x=1']
const unsafe = ['javascript:alert(1)', 'data:text/html,<script>', '+5511999999999', 'not an address']

type Wild = Readonly<{ isWild: boolean }>

/** Every part a message can have; wild ones have addresses, places and ids that must not pass. */
function parts({ isWild }: Wild) {
  const web = isWild ? fc.constantFrom(...safe, ...unsafe) : fc.constantFrom(...safe)
  const named = isWild ? label : label.map(words => `n${words}`)
  const option: fc.Arbitrary<MessageOption> = fc.record(
    {
      id: fc.integer({ min: 0, max: isWild ? 400 : 2 ** 30 }).map(id => `opt_${id}`),
      label: named,
      description: label,
    },
    { requiredKeys: ['id', 'label'] },
  )
  const button: fc.Arbitrary<MessageButton> = fc.oneof(
    fc.record({ kind: fc.constant('link' as const), label: named, target: web }),
    fc.record({ kind: fc.constant('call' as const), label: named, target: fc.constant('+5511999999999') }),
  )
  const media: fc.Arbitrary<Media> = fc.record(
    {
      kind: fc.constantFrom('image', 'video', 'audio', 'document', 'stream'),
      url: web,
      name: label,
      alt: label,
      poster: web,
    },
    { requiredKeys: ['kind', 'url'] },
  )
  const card: fc.Arbitrary<Card> = fc.record(
    {
      title: text,
      subtitle: text,
      image: web,
      buttons: fc.array(button, { maxLength: 2 }),
      options: fc.array(option, { maxLength: 2 }),
    },
    { requiredKeys: ['title'] },
  )
  const degrees = (max: number) => (isWild ? fc.double() : fc.double({ min: -max, max, noNaN: true }))
  return {
    text,
    header: label,
    footer: label,
    media,
    options: fc.array(option, { maxLength: 15 }),
    listTitle: label,
    buttons: fc.array(button, { maxLength: 4 }),
    cards: fc.array(card, { maxLength: 11 }),
    location: fc.record(
      { latitude: degrees(90), longitude: degrees(180), name: label, address: label },
      { requiredKeys: ['latitude', 'longitude'] },
    ),
    contact: fc.record(
      { name: label, phone: fc.constant('+5511999999999'), email: label, organisation: label },
      { requiredKeys: ['name', 'phone'] },
    ),
    template: fc.record(
      {
        name: fc.constantFrom('news', 'order_ready'),
        language: fc.constantFrom('en', 'pt-BR'),
        parameters: fc.array(isWild ? text : named, { maxLength: 3 }),
        header: media,
      },
      { requiredKeys: ['name', 'language', 'parameters'] },
    ),
    asks: fc.constantFrom('location' as const, 'file' as const),
    additions: fc.constant({ skill: 'sales' }),
  } satisfies { [Part in keyof Message]-?: fc.Arbitrary<NonNullable<Message[Part]>> }
}

/** A message of a text and some parts: few, so that each has its turn in every company. */
function messageOf(wild: Wild, maxParts: number): fc.Arbitrary<Message> {
  const { text: words, ...others } = parts(wild)
  const names = Object.keys(others) as (keyof typeof others)[]
  return fc
    .shuffledSubarray(names, { maxLength: maxParts })
    .chain(chosen =>
      fc.record({ text: words, ...Object.fromEntries(chosen.map(name => [name, others[name]])) }),
    ) as fc.Arbitrary<Message>
}

/** Messages a bot could have: some too long, all addresses sound. */
export const sensibleMessage = messageOf({ isWild: false }, 3)

/** Any message the types allow. */
export const arbitraryMessage = fc.oneof(sensibleMessage, messageOf({ isWild: true }, 11))
