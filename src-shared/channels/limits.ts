import type { TextUnit } from '../message/count-text.ts'

/** What is counted. Bytes of a file and bytes of a text are both bytes. */
export type LimitUnit = TextUnit | 'items'

/**
 * One bound of a channel. Where a channel refuses or cuts what is over it, it is an error; `warning` bounds are those
 * only some sources name. Where Instagram's pages name none, Messenger's holds: both speak one API. `checkedOn` is the
 * date printed on the source, or the day it was read.
 */
export type Limit = Readonly<{
  what: string
  max: number
  unit: LimitUnit
  severity: 'error' | 'warning'
  source: string
  checkedOn: string
}>

const META = 'https://developers.facebook.com/documentation'
const WHATSAPP = `${META}/business-messaging/whatsapp/messages`
const MESSENGER = `${META}/business-messaging/messenger-platform/send-messages`
const INSTAGRAM = `${META}/instagram-platform/instagram-api-with-instagram-login/messaging-api`

const REPLY_BUTTONS = [`${WHATSAPP}/interactive-reply-buttons-messages`, '2026-05-21'] as const
const CTA_URL = [`${WHATSAPP}/interactive-cta-url-messages`, '2026-07-02'] as const
const LISTS = [
  'https://support.chatarchitect.com/books/meta-whatsapp/page/interactive-list-messages-developer-documentation',
  '2025-11-03',
] as const
const WHATSAPP_SDK = ['https://github.com/Secreto31126/whatsapp-api-js', '2026-07-19'] as const
const PYWA = ['https://github.com/david-lev/pywa', '2026-08-12'] as const
const WHATSAPP_TEXT = [
  'https://developers.sinch.com/docs/conversation/message-types/text-message',
  '2026-11-21',
] as const
const CAPTION = [`${WHATSAPP}/image-messages`, '2026-06-24'] as const
const TEMPLATE_BUTTONS = [
  'https://docs.bird.com/api/touchpoints-api/supported-projects/whatsapp-approved-message-templates/creating-whatsapp-message-templates/text-templates',
  '2026-11-21',
] as const
const WHATSAPP_MEDIA = [
  'https://docs.aws.amazon.com/social-messaging/latest/userguide/supported-media-types.html',
  '2026-11-21',
] as const
const SEND_API = [
  'https://developers.facebook.com/docs/messenger-platform/reference/send-api',
  '2026-11-21',
] as const
const QUICK_REPLIES = [`${MESSENGER}/quick-replies`, '2026-04-22'] as const
const BUTTON_TEMPLATE = [`${MESSENGER}/template/button`, '2026-04-22'] as const
const GENERIC_TEMPLATE = [`${MESSENGER}/template/generic`, '2026-04-22'] as const
const MESSENGER_FILES = [
  'https://docs.rapidbott.com/help-center/developers/dynamic-content/messages-format',
  '2026-11-21',
] as const
const INSTAGRAM_TYPES = [
  'https://www.infobip.com/docs/instagram/messaging/message-types',
  '2026-11-21',
] as const
const INSTAGRAM_QUICK_REPLIES = [`${INSTAGRAM}/quick-replies`, '2026-06-30'] as const
const INSTAGRAM_BUTTONS = [
  `${META}/business-messaging/instagram-messaging/button-template`,
  '2026-04-01',
] as const
const SMS_LENGTH = ['https://www.twilio.com/docs/glossary/what-sms-character-limit', '2026-11-21'] as const

type Source = readonly [source: string, checkedOn: string]

function limit(
  what: string,
  max: number,
  unit: LimitUnit,
  [source, checkedOn]: Source,
  severity: Limit['severity'] = 'error',
): Limit {
  return { what, max, unit, severity, source, checkedOn }
}

const MEGABYTE = 1_048_576

/** Every bound of every channel, as data (requirements.md NHN-06, NHN-21, NHN-34). The channels revise theirs often. */
export const LIMITS = {
  'whatsapp/text': limit('text of a message', 4096, 'characters', WHATSAPP_TEXT),
  'whatsapp/caption': limit('text under a file; a longer one follows it', 1024, 'characters', CAPTION),
  'whatsapp/reply-buttons': limit('reply buttons', 3, 'items', REPLY_BUTTONS),
  'whatsapp/button-label': limit('label of a reply button', 20, 'characters', REPLY_BUTTONS),
  'whatsapp/button-id': limit('id of a reply button', 256, 'characters', WHATSAPP_SDK),
  'whatsapp/button-body': limit('text above reply buttons', 1024, 'characters', WHATSAPP_SDK),
  'whatsapp/list-rows': limit('rows of a list', 10, 'items', LISTS),
  'whatsapp/row-label': limit('label of a list row', 24, 'characters', LISTS),
  'whatsapp/row-description': limit('description of a list row', 72, 'characters', LISTS),
  'whatsapp/row-id': limit('id of a list row', 200, 'characters', LISTS),
  'whatsapp/list-title': limit('word on the control of a list', 20, 'characters', LISTS),
  'whatsapp/list-body': limit('text above a list', 4096, 'characters', LISTS),
  'whatsapp/list-body-safe': limit(
    'text above a list (older sources)',
    1024,
    'characters',
    WHATSAPP_SDK,
    'warning',
  ),
  'whatsapp/header': limit('header above buttons or a list', 60, 'characters', LISTS),
  'whatsapp/footer': limit('footer below buttons or a list', 60, 'characters', LISTS),
  'whatsapp/link-label': limit('label of a link button', 20, 'characters', WHATSAPP_SDK),
  'whatsapp/link-body': limit('text above a link button', 1024, 'characters', CTA_URL),
  'whatsapp/location-body': limit('text that asks for a location', 1024, 'characters', WHATSAPP_SDK),
  'whatsapp/template-name': limit('name of a template', 512, 'characters', PYWA),
  'whatsapp/template-parameter': limit('parameter of a template', 1024, 'characters', WHATSAPP_SDK),
  'whatsapp/template-buttons': limit('buttons of a template', 10, 'items', TEMPLATE_BUTTONS),
  'whatsapp/image': limit('size of a picture', 5 * MEGABYTE, 'bytes', WHATSAPP_MEDIA),
  'whatsapp/video': limit('size of a video', 16 * MEGABYTE, 'bytes', WHATSAPP_MEDIA),
  'whatsapp/audio': limit('size of a sound', 16 * MEGABYTE, 'bytes', WHATSAPP_MEDIA),
  'whatsapp/document': limit('size of a document', 100 * MEGABYTE, 'bytes', WHATSAPP_MEDIA),

  'messenger/text': limit('text of a message', 2000, 'characters', SEND_API),
  'messenger/quick-replies': limit('quick replies', 13, 'items', QUICK_REPLIES),
  'messenger/quick-reply-label': limit('label of a quick reply', 20, 'characters', QUICK_REPLIES),
  'messenger/payload': limit('id of an option', 1000, 'characters', SEND_API, 'warning'),
  'messenger/template-buttons': limit('buttons of a template or card', 3, 'items', BUTTON_TEMPLATE),
  'messenger/button-label': limit('label of a button', 20, 'characters', BUTTON_TEMPLATE, 'warning'),
  'messenger/button-body': limit('text above buttons', 640, 'characters', BUTTON_TEMPLATE),
  'messenger/cards': limit('cards', 10, 'items', GENERIC_TEMPLATE),
  'messenger/card-title': limit('title of a card', 80, 'characters', GENERIC_TEMPLATE),
  'messenger/card-subtitle': limit('subtitle of a card', 80, 'characters', GENERIC_TEMPLATE),
  'messenger/file': limit('size of a file', 25 * MEGABYTE, 'bytes', MESSENGER_FILES),

  'instagram/text': limit('text of a message', 1000, 'bytes', INSTAGRAM_TYPES),
  'instagram/quick-replies': limit('quick replies', 13, 'items', INSTAGRAM_QUICK_REPLIES),
  'instagram/quick-reply-label': limit('label of a quick reply', 20, 'characters', INSTAGRAM_QUICK_REPLIES),
  'instagram/payload': limit('id of an option', 1000, 'characters', SEND_API, 'warning'),
  'instagram/template-buttons': limit('buttons of a template or card', 3, 'items', INSTAGRAM_BUTTONS),
  'instagram/button-label': limit('label of a button', 20, 'characters', INSTAGRAM_BUTTONS, 'warning'),
  'instagram/button-body': limit('text above buttons', 640, 'characters', BUTTON_TEMPLATE),
  'instagram/cards': limit('cards', 10, 'items', GENERIC_TEMPLATE),
  'instagram/card-title': limit('title of a card', 80, 'characters', GENERIC_TEMPLATE),
  'instagram/card-subtitle': limit('subtitle of a card', 80, 'characters', GENERIC_TEMPLATE),
  'instagram/image': limit('size of a picture', 8 * MEGABYTE, 'bytes', INSTAGRAM_TYPES),

  'sms/text': limit('text of a message', 1600, 'characters', SMS_LENGTH),
} as const satisfies Readonly<Record<string, Limit>>

export type LimitName = keyof typeof LIMITS
