import { z } from 'zod'
import { localizedText, requiredTemplate, requiredText, templateText } from '../document/field-types.ts'
import { unsaid } from '../kit/say.ts'
import { referredFile } from '../message/file-address.ts'
import { MEDIA_KINDS, type Media, type MessageButton } from '../message/message.ts'
import type { CompileContext, KindFinding, Turn } from './kind.ts'

export const MAX_BUTTONS = 10

/** A picture, film, sound, document or live stream; `url` is https, with places to fill in. */
export const mediaField = z.strictObject({
  kind: z.enum(MEDIA_KINDS),
  url: requiredTemplate,
  /** The file's name as shown, for documents. */
  name: templateText.optional(),
  alt: localizedText.optional(),
  poster: templateText.optional(),
})

/** A button that opens a page or calls a number; its label stays the designer's. */
export const buttonField = z.strictObject({
  kind: z.enum(['link', 'call']),
  label: requiredText,
  target: requiredTemplate,
})

export const buttonsField = z.array(buttonField).max(MAX_BUTTONS, `at most ${MAX_BUTTONS} buttons`)

export type MediaData = z.infer<typeof mediaField>
export type ButtonData = z.infer<typeof buttonField>

/** Makes the media part of a message; nothing where the address comes out empty. */
export function compileMedia(
  data: MediaData | undefined,
  context: CompileContext,
): ((turn: Turn) => Media | undefined) | null {
  if (!data) return null
  const url = context.template(data.url)
  const name = context.template(data.name ?? '')
  const alt = context.plain(hasText(data.alt) ? data.alt : (ownFile(data.url, context)?.alt ?? {}))
  const poster = context.template(data.poster ?? '')
  return turn => {
    const address = url(turn).trim()
    if (address === '') return undefined
    return {
      kind: data.kind,
      url: address,
      ...said('name', name(turn)),
      ...said('alt', alt(turn)),
      ...said('poster', poster(turn).trim()),
    }
  }
}

function ownFile(url: string, { record }: CompileContext) {
  const id = referredFile(url)
  return id === null ? undefined : record.media(id)
}

function hasText(texts: MediaData['alt']): texts is NonNullable<MediaData['alt']> {
  return texts !== undefined && Object.values(texts).some(text => text.trim() !== '')
}

/** Makes buttons; one whose target comes out empty is left out. */
export function compileButtons(
  data: readonly ButtonData[] | undefined,
  context: CompileContext,
): ((turn: Turn) => readonly MessageButton[]) | null {
  if (!data || data.length === 0) return null
  const buttons = data.map(({ kind, label, target }) => ({
    kind,
    label: context.plain(label),
    target: context.template(target),
  }))
  return turn =>
    buttons.flatMap(({ kind, label, target }) => {
      const to = target(turn).trim()
      return to === '' ? [] : [{ kind, label: label(turn), target: to }]
    })
}

/** A member that is left out when it says nothing. */
export function said<Name extends string>(name: Name, text: string): { [N in Name]?: string } {
  return text === '' ? {} : ({ [name]: text } as { [N in Name]?: string })
}

/** What channels open too (src-shared/channels/safe-message.ts). */
const SAFE_LINK = /^https:\/\/[^\s/?#<>"\\][^\s<>"\\]*$/i
const PHONE = /^\+[1-9]\d{5,14}$/

/** What can be known of an address before it is filled in: channels take https, and telephones take E.164. */
export function addressFindings(
  target: string,
  kind: 'link' | 'call',
  path: KindFinding['path'],
): readonly KindFinding[] {
  if (target.trim() === '' || target.includes('{{')) return []
  if (kind === 'link' && referredFile(target) !== null) return []
  const fits = kind === 'link' ? SAFE_LINK.test(target.trim()) : PHONE.test(target.trim())
  if (fits) return []
  const words = unsaid(kind === 'link' ? 'message/link-address' : 'message/phone-number', {})
  return [{ code: 'message/address', severity: 'error', ...words, path }]
}

/** The findings of media and buttons, which several kinds have. */
export function partFindings(data: {
  media?: MediaData | undefined
  buttons?: readonly ButtonData[] | undefined
}): readonly KindFinding[] {
  return [
    ...(data.media ? addressFindings(data.media.url, 'link', ['media', 'url']) : []),
    ...(data.media?.poster ? addressFindings(data.media.poster, 'link', ['media', 'poster']) : []),
    ...(data.buttons ?? []).flatMap(({ kind, target }, index) =>
      addressFindings(target, kind, ['buttons', index, 'target']),
    ),
  ]
}
