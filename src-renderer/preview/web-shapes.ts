import type { WebPayload, WebText } from '../../src-shared/channels/render-web.ts'
import type { MessageButton, MessageOption } from '../../src-shared/message/message.ts'
import type { Shape, ShownControl, ShownText } from './shape.ts'

/** What the chat page shows for one payload. */
export function webShapes(payload: WebPayload): readonly Shape[] {
  const {
    header,
    body,
    footer,
    media,
    options = [],
    buttons = [],
    cards = [],
    location,
    contact,
    asks,
  } = payload
  const controls: ShownControl[] = [
    ...buttons.map(buttonOf),
    ...options.map((option, at) => optionOf(option, at, true)),
    ...(asks ? [{ does: asks, label: '' } as const] : []),
  ]
  const shapes: Shape[] = []
  if (header || body || footer || media || controls.length > 0)
    shapes.push({
      type: 'bubble',
      ...(header ? { header: html(header) } : {}),
      ...(media ? { file: media } : {}),
      ...(body ? { text: html(body) } : {}),
      ...(footer ? { footer: html(footer) } : {}),
      controls,
    })
  if (location)
    shapes.push({
      type: 'place',
      name: location.name ?? `${location.latitude}, ${location.longitude}`,
      address: location.address ?? '',
    })
  if (contact) shapes.push({ type: 'contact', contact })
  if (cards.length > 0)
    shapes.push({
      type: 'cards',
      cards: cards.map(card => ({
        title: html(card.title),
        ...(card.subtitle ? { subtitle: html(card.subtitle) } : {}),
        ...(card.image ? { image: card.image } : {}),
        controls: [
          ...(card.buttons ?? []).map(buttonOf),
          ...(card.options ?? []).map((option, at) => optionOf(option, at, false)),
        ],
      })),
    })
  return shapes
}

function html({ html: text }: WebText): ShownText {
  return { as: 'html', text }
}

function buttonOf({ kind, label }: MessageButton): ShownControl {
  return { does: kind, label }
}

function optionOf(
  { label, description, number }: MessageOption,
  at: number,
  numbered: boolean,
): ShownControl {
  return {
    does: 'reply',
    label: numbered ? `${number ?? at + 1}  ${label}` : label,
    ...(description ? { more: description } : {}),
  }
}
