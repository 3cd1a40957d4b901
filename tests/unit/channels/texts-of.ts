import type { Place } from '../../../src-shared/channels/report.ts'
import { parseMarkup } from '../../../src-shared/message/markup.ts'
import { markupToPlain } from '../../../src-shared/message/markup-to-plain.ts'
import type { Card, Media, Message, MessageOption } from '../../../src-shared/message/message.ts'

export type PlacedText = Readonly<{ place: Place; text: string }>

/** Everything a customer is to read in a message, without its formatting, and where it stands. */
export function textsOf(message: Message): readonly PlacedText[] {
  const { options = [], buttons = [], cards = [], location, contact, template, media } = message
  const all = [
    marked(['text'], message.text),
    marked(['header'], message.header),
    marked(['footer'], message.footer),
    ...options.flatMap((option, index) => ofOption(['options', index], option)),
    ...buttons.flatMap(({ label, target }, index) => [
      plain(['buttons', index, 'label'], label),
      plain(['buttons', index, 'target'], target),
    ]),
    ...cards.flatMap((card, index) => ofCard(['cards', index], card)),
    ...ofFile(['media'], media),
    plain(['location', 'name'], location?.name),
    plain(['location', 'address'], location?.address),
    plain(['contact', 'name'], contact?.name),
    plain(['contact', 'phone'], contact?.phone),
    plain(['contact', 'email'], contact?.email),
    plain(['contact', 'organisation'], contact?.organisation),
    ...(template?.parameters ?? []).map((text, index) => plain(['template', 'parameters', index], text)),
    ...ofFile(['template', 'header'], template?.header),
  ]
  return all.filter(({ text }) => text.trim() !== '')
}

function marked(place: Place, source = ''): PlacedText {
  return { place, text: markupToPlain(parseMarkup(source)) }
}

function plain(place: Place, text = ''): PlacedText {
  return { place, text }
}

function ofOption(place: Place, { label, description }: MessageOption): readonly PlacedText[] {
  return [plain([...place, 'label'], label), plain([...place, 'description'], description)]
}

function ofFile(place: Place, media: Media | undefined): readonly PlacedText[] {
  return [
    plain([...place, 'name'], media?.name),
    plain([...place, 'alt'], media?.alt),
    plain([...place, 'url'], media?.url),
  ]
}

function ofCard(
  place: Place,
  { title, subtitle, image, buttons = [], options = [] }: Card,
): readonly PlacedText[] {
  return [
    marked([...place, 'title'], title),
    marked([...place, 'subtitle'], subtitle),
    plain([...place, 'image'], image),
    ...buttons.flatMap(({ label, target }, index) => [
      plain([...place, 'buttons', index, 'label'], label),
      plain([...place, 'buttons', index, 'target'], target),
    ]),
    ...options.flatMap((option, index) => ofOption([...place, 'options', index], option)),
  ]
}
