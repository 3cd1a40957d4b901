/**
 * What is said to a customer, before any channel gives it its shape (requirements.md NHN-11, NHN-21…NHN-25).
 * `text`, `header`, `footer` and the title and subtitle of a card are in the neutral markup of markup.ts; labels, names,
 * addresses, alternative texts and template parameters are plain. Members that say nothing are left out.
 */
export type Message = Readonly<{
  /** Empty only where another part speaks for itself. */
  text: string
  header?: string
  footer?: string
  media?: Media
  /** Numbered choices of a menu; the customer answers with one of them. */
  options?: readonly MessageOption[]
  /** Word on the control that opens a list of options, on channels that hide them behind one. Plain text. */
  listTitle?: string
  /** Buttons that leave the conversation: a page, a call. */
  buttons?: readonly MessageButton[]
  cards?: readonly Card[]
  location?: Place
  contact?: ContactCard
  template?: TemplateUse
  /** What the customer is asked for, on channels that have a control for it. */
  asks?: 'location' | 'file'
  /** Output additions for the channel or a webhook; requirements.md CM-02. */
  additions?: Readonly<Record<string, string | boolean>>
}>

/**
 * `description` is a second line where a channel has one. `number` is what the customer types for the option where that
 * is not its place, such as on the second page of a menu. Plain texts.
 */
export type MessageOption = Readonly<{ id: string; label: string; description?: string; number?: number }>

export const MEDIA_KINDS = ['image', 'video', 'audio', 'document', 'stream'] as const

/** `stream` is a live stream: a player on the web, a link elsewhere; `poster` is its picture. */
export type MediaKind = (typeof MEDIA_KINDS)[number]

export type Media = Readonly<{
  kind: MediaKind
  /** https. */
  url: string
  /** The file's name as shown, for documents. */
  name?: string
  /** Said in place of a picture that cannot be seen. */
  alt?: string
  poster?: string
}>

/** `target` is an https address, or a phone number in E.164. */
export type MessageButton = Readonly<{ kind: 'link' | 'call'; label: string; target: string }>

/** One card of a carousel. Its options answer like those of a menu. */
export type Card = Readonly<{
  title: string
  subtitle?: string
  image?: string
  buttons?: readonly MessageButton[]
  options?: readonly MessageOption[]
}>

/** Degrees of WGS 84. */
export type Place = Readonly<{ latitude: number; longitude: number; name?: string; address?: string }>

/** `phone` in E.164. */
export type ContactCard = Readonly<{ name: string; phone: string; email?: string; organisation?: string }>

/** A registered message template with its places filled in, in order; requirements.md KAL-04. */
export type TemplateUse = Readonly<{
  name: string
  /** The language it was approved in. */
  language: string
  parameters: readonly string[]
  /** A document, picture or video in the template's header. */
  header?: Media
}>
