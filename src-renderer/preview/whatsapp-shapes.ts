import type {
  WhatsappFile,
  WhatsappHeader,
  WhatsappInteractive,
  WhatsappPayload,
  WhatsappTemplate,
} from '../../src-shared/channels/whatsapp-payload.ts'
import type { Shape, ShownControl, ShownFile, ShownText } from './shape.ts'

/** What WhatsApp shows for one payload. */
export function whatsappShapes(payload: WhatsappPayload): readonly Shape[] {
  switch (payload.type) {
    case 'text':
      return [{ type: 'bubble', text: written(payload.text.body), controls: [] }]
    case 'image':
      return [fileBubble('image', payload.image)]
    case 'video':
      return [fileBubble('video', payload.video)]
    case 'audio':
      return [fileBubble('audio', payload.audio)]
    case 'document':
      return [fileBubble('document', payload.document)]
    case 'location': {
      const { latitude, longitude, name = '', address = '' } = payload.location
      return [{ type: 'place', name: name || `${latitude}, ${longitude}`, address }]
    }
    case 'contacts':
      return payload.contacts.map(({ name, phones, emails, org }) => ({
        type: 'contact',
        contact: {
          name: name.formatted_name,
          phone: phones[0]?.phone ?? '',
          ...(emails?.[0] ? { email: emails[0].email } : {}),
          ...(org ? { organisation: org.company } : {}),
        },
      }))
    case 'interactive':
      return interactiveShapes(payload.interactive)
    case 'template':
      return [templateShape(payload.template)]
  }
}

function written(text: string): ShownText {
  return { as: 'whatsapp', text }
}

function fileOf(kind: ShownFile['kind'], { link, filename }: WhatsappFile): ShownFile {
  return { kind, url: link, ...(filename ? { name: filename } : {}) }
}

function fileBubble(kind: ShownFile['kind'], file: WhatsappFile): Shape {
  const { caption } = file
  return {
    type: 'bubble',
    file: fileOf(kind, file),
    ...(caption ? { text: written(caption) } : {}),
    controls: [],
  }
}

function interactiveShapes(interactive: WhatsappInteractive): readonly Shape[] {
  const text = written(interactive.body.text)
  if (interactive.type === 'location_request_message')
    return [{ type: 'bubble', text, controls: [{ does: 'location', label: '' }] }]
  const { header, footer } = interactive
  const framed = {
    type: 'bubble' as const,
    ...headerParts(header),
    text,
    ...(footer ? { footer: written(footer.text) } : {}),
  }
  switch (interactive.type) {
    case 'button': {
      const { buttons } = interactive.action
      return [{ ...framed, controls: buttons.map(({ reply }) => ({ does: 'reply', label: reply.title })) }]
    }
    case 'cta_url': {
      const { display_text: label } = interactive.action.parameters
      return [{ ...framed, controls: [{ does: 'link', label }] }]
    }
    case 'list': {
      const { button, sections } = interactive.action
      const rows = sections.flatMap(section => section.rows.map(rowOf))
      return [
        { ...framed, controls: [{ does: 'list', label: button }] },
        { type: 'list', title: button, rows },
      ]
    }
  }
}

function rowOf({ title, description }: { title: string; description?: string }): ShownControl {
  return { does: 'reply', label: title, ...(description ? { more: description } : {}) }
}

function headerParts(header: WhatsappHeader | undefined): { header?: ShownText; file?: ShownFile } {
  if (!header) return {}
  switch (header.type) {
    case 'text':
      return { header: { as: 'plain', text: header.text } }
    case 'image':
      return { file: fileOf('image', header.image) }
    case 'video':
      return { file: fileOf('video', header.video) }
    case 'document':
      return { file: fileOf('document', header.document) }
  }
}

function templateShape({ name, language, components = [] }: WhatsappTemplate): Shape {
  const parameters = components.flatMap(part =>
    part.type === 'body' ? part.parameters.map(({ text }) => text) : [],
  )
  const [header] = components.flatMap(part => (part.type === 'header' ? part.parameters : []))
  const { file } = headerParts(header)
  return { type: 'template', name, language: language.code, parameters, ...(file ? { file } : {}) }
}
