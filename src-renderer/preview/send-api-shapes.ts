import type {
  SendApiAttachment,
  SendApiButton,
  SendApiPayload,
} from '../../src-shared/channels/send-api-payload.ts'
import type { Shape, ShownControl, ShownText } from './shape.ts'

/** What Messenger and Instagram show for one payload. */
export function sendApiShapes({ message }: SendApiPayload): readonly Shape[] {
  const { text, attachment, quick_replies: replies = [] } = message
  const shapes: Shape[] = []
  if (text !== undefined) shapes.push({ type: 'bubble', text: plain(text), controls: [] })
  if (attachment) shapes.push(attachmentShape(attachment))
  if (replies.length > 0)
    shapes.push({ type: 'replies', controls: replies.map(({ title }) => ({ does: 'reply', label: title })) })
  return shapes
}

function plain(text: string): ShownText {
  return { as: 'plain', text }
}

function attachmentShape(attachment: SendApiAttachment): Shape {
  if (attachment.type !== 'template') {
    const kind = attachment.type === 'file' ? 'document' : attachment.type
    return { type: 'bubble', file: { kind, url: attachment.payload.url }, controls: [] }
  }
  const { payload } = attachment
  if (payload.template_type === 'button')
    return { type: 'bubble', text: plain(payload.text), controls: payload.buttons.map(controlOf) }
  return {
    type: 'cards',
    cards: payload.elements.map(({ title, subtitle, image_url: image, buttons = [] }) => ({
      title: plain(title),
      ...(subtitle ? { subtitle: plain(subtitle) } : {}),
      ...(image ? { image } : {}),
      controls: buttons.map(controlOf),
    })),
  }
}

function controlOf({ type, title }: SendApiButton): ShownControl {
  const does = type === 'web_url' ? 'link' : type === 'phone_number' ? 'call' : 'reply'
  return { does, label: title }
}
