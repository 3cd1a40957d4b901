import type { Message, TemplateUse } from '../message/message.ts'
import type { Report } from './report.ts'
import { headerOf } from './whatsapp-parts.ts'
import type { WhatsappComponent, WhatsappContent } from './whatsapp-payload.ts'

/** What stands in a message of its own beside a template. */
const ALONE = ['header', 'footer', 'media', 'buttons', 'cards', 'location', 'contact', 'asks'] as const
const UNFIT_PARAMETER = /^\s*$|[\n\r\t]| {5}/

/** A registered template with its places filled in (requirements.md KAL-04). Options are its quick-reply buttons. */
export function whatsappTemplate(message: Message, template: TemplateUse, report: Report): WhatsappContent {
  const { name, language, parameters } = template
  report.check('whatsapp/template-name', name, ['template', 'name'])
  if (message.text !== '') report.degrade('template-text-registered', ['text'])
  for (const part of ALONE) {
    const content = message[part]
    const isThere = Array.isArray(content) ? content.length > 0 : Boolean(content)
    if (isThere) report.broken('whatsapp/template-alone', [part])
  }
  for (const [index, parameter] of parameters.entries()) {
    const place = ['template', 'parameters', index]
    report.check('whatsapp/template-parameter', parameter, place)
    if (UNFIT_PARAMETER.test(parameter)) report.broken('whatsapp/template-parameter-text', place)
  }
  const components = componentsOf(message, template, report)
  return {
    type: 'template',
    template: {
      name,
      language: { code: language.replaceAll('-', '_') },
      ...(components.length > 0 ? { components } : {}),
    },
  }
}

function componentsOf(message: Message, template: TemplateUse, report: Report): readonly WhatsappComponent[] {
  const header = headerOf(template.header)
  if (template.header && !header) report.broken('whatsapp/template-alone', ['template', 'header'])
  if (template.header?.alt) report.degrade('alternative-text-lost', ['template', 'header', 'alt'])
  if (template.header?.name && template.header.kind !== 'document')
    report.degrade('file-name-lost', ['template', 'header', 'name'])
  const options = message.options ?? []
  if (options.length > 0) {
    report.check('whatsapp/template-buttons', options.length, ['options'])
    report.degrade('template-labels-registered', ['options'])
  }
  return [
    ...(header ? [{ type: 'header', parameters: [header] } as const] : []),
    ...(template.parameters.length > 0
      ? [
          {
            type: 'body',
            parameters: template.parameters.map(text => ({ type: 'text', text }) as const),
          } as const,
        ]
      : []),
    ...options.map(
      (option, index) =>
        ({
          type: 'button',
          sub_type: 'quick_reply',
          index: String(index),
          parameters: [{ type: 'payload', payload: option.id }],
        }) as const,
    ),
  ]
}
