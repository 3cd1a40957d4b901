/**
 * The body of a Messenger or Instagram Send API request without its recipient, as in research/designers.md 4.4 and 4.5.
 * Who sends it outside an answer changes `messaging_type`.
 */
export type SendApiPayload = Readonly<{ messaging_type: 'RESPONSE'; message: SendApiMessage }>

export type SendApiMessage = Readonly<{
  text?: string
  attachment?: SendApiAttachment
  quick_replies?: readonly Readonly<{ content_type: 'text'; title: string; payload: string }>[]
}>

export type SendApiAttachment =
  | Readonly<{ type: 'image' | 'video' | 'audio' | 'file'; payload: Readonly<{ url: string }> }>
  | Readonly<{
      type: 'template'
      payload: Readonly<{ template_type: 'button'; text: string; buttons: readonly SendApiButton[] }>
    }>
  | Readonly<{
      type: 'template'
      payload: Readonly<{ template_type: 'generic'; elements: readonly SendApiElement[] }>
    }>

export type SendApiButton =
  | Readonly<{ type: 'web_url'; url: string; title: string }>
  | Readonly<{ type: 'phone_number'; title: string; payload: string }>
  | Readonly<{ type: 'postback'; title: string; payload: string }>

export type SendApiElement = Readonly<{
  title: string
  subtitle?: string
  image_url?: string
  buttons?: readonly SendApiButton[]
}>
