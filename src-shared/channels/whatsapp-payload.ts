/**
 * The body of a WhatsApp Cloud API request without its recipient (`to` or `recipient`), as in research/designers.md 4.2.
 */
export type WhatsappPayload = Readonly<{ messaging_product: 'whatsapp'; recipient_type: 'individual' }> &
  WhatsappContent

export type WhatsappContent =
  | Readonly<{ type: 'text'; text: Readonly<{ body: string; preview_url?: boolean }> }>
  | Readonly<{ type: 'image'; image: WhatsappFile }>
  | Readonly<{ type: 'video'; video: WhatsappFile }>
  | Readonly<{ type: 'audio'; audio: WhatsappFile }>
  | Readonly<{ type: 'document'; document: WhatsappFile }>
  | Readonly<{ type: 'location'; location: WhatsappLocation }>
  | Readonly<{ type: 'contacts'; contacts: readonly WhatsappContact[] }>
  | Readonly<{ type: 'interactive'; interactive: WhatsappInteractive }>
  | Readonly<{ type: 'template'; template: WhatsappTemplate }>

export type WhatsappFile = Readonly<{ link: string; caption?: string; filename?: string }>

export type WhatsappLocation = Readonly<{
  latitude: number
  longitude: number
  name?: string
  address?: string
}>

/** `name` needs another member besides `formatted_name`. */
export type WhatsappContact = Readonly<{
  name: Readonly<{ formatted_name: string; first_name: string }>
  phones: readonly Readonly<{ phone: string }>[]
  emails?: readonly Readonly<{ email: string }>[]
  org?: Readonly<{ company: string }>
}>

export type WhatsappHeader =
  | Readonly<{ type: 'text'; text: string }>
  | Readonly<{ type: 'image'; image: WhatsappFile }>
  | Readonly<{ type: 'video'; video: WhatsappFile }>
  | Readonly<{ type: 'document'; document: WhatsappFile }>

type Text = Readonly<{ text: string }>
type Framed = Readonly<{ header?: WhatsappHeader; body: Text; footer?: Text }>

export type WhatsappInteractive =
  | (Framed &
      Readonly<{
        type: 'button'
        action: Readonly<{
          buttons: readonly Readonly<{ type: 'reply'; reply: Readonly<{ id: string; title: string }> }>[]
        }>
      }>)
  | (Framed &
      Readonly<{
        type: 'list'
        action: Readonly<{
          button: string
          sections: readonly Readonly<{
            rows: readonly Readonly<{ id: string; title: string; description?: string }>[]
          }>[]
        }>
      }>)
  | (Framed &
      Readonly<{
        type: 'cta_url'
        action: Readonly<{
          name: 'cta_url'
          parameters: Readonly<{ display_text: string; url: string }>
        }>
      }>)
  | Readonly<{
      type: 'location_request_message'
      body: Text
      action: Readonly<{ name: 'send_location' }>
    }>

export type WhatsappTemplate = Readonly<{
  name: string
  language: Readonly<{ code: string }>
  components?: readonly WhatsappComponent[]
}>

export type WhatsappComponent =
  | Readonly<{ type: 'header'; parameters: readonly WhatsappHeader[] }>
  | Readonly<{ type: 'body'; parameters: readonly Readonly<{ type: 'text'; text: string }>[] }>
  | Readonly<{
      type: 'button'
      sub_type: 'quick_reply'
      index: string
      parameters: readonly Readonly<{ type: 'payload'; payload: string }>[]
    }>
