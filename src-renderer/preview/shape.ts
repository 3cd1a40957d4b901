import type { ContactCard, MediaKind } from '../../src-shared/message/message.ts'

/** A text as a channel has it: plain, with WhatsApp's marks, or as HTML made by us. */
export type ShownText = Readonly<{ as: 'plain' | 'whatsapp' | 'html'; text: string }>

/** `reply` answers, `link` and `call` lead away, `list` opens a list, `location` sends where the customer is. */
export type ShownControl = Readonly<{
  does: 'reply' | 'link' | 'call' | 'list' | 'location' | 'file'
  label: string
  more?: string
}>

export type ShownFile = Readonly<{ kind: MediaKind; url: string; name?: string; alt?: string }>

export type ShownCard = Readonly<{
  title: ShownText
  subtitle?: ShownText
  image?: string
  controls: readonly ShownControl[]
}>

/** One thing a customer sees in the conversation, whatever the channel calls it. */
export type Shape =
  | Readonly<{
      type: 'bubble'
      header?: ShownText
      file?: ShownFile
      text?: ShownText
      footer?: ShownText
      controls: readonly ShownControl[]
    }>
  /** What a list control opens. */
  | Readonly<{ type: 'list'; title: string; rows: readonly ShownControl[] }>
  /** Quick replies, which go away after the answer. */
  | Readonly<{ type: 'replies'; controls: readonly ShownControl[] }>
  | Readonly<{ type: 'cards'; cards: readonly ShownCard[] }>
  | Readonly<{ type: 'place'; name: string; address: string }>
  | Readonly<{ type: 'contact'; contact: ContactCard }>
  | Readonly<{
      type: 'template'
      name: string
      language: string
      parameters: readonly string[]
      file?: ShownFile
    }>
