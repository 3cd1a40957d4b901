import type { MediaKind } from '../message/message.ts'
import type { Channel } from './channel.ts'
import { LIMITS } from './limits.ts'

/**
 * What a channel can do (requirements.md NHN-34, NHN-56); renderers and checks read it. Numbers are the most one
 * message carries, 0 for none at all.
 */
export type Capabilities = Readonly<{
  /** Options a customer can tap, by the control they are shown on. */
  replyButtons: number
  list: number
  quickReplies: number
  linkButtons: number
  callButtons: boolean
  cards: number
  /** Kinds of files shown as themselves; the others are sent as links. */
  media: readonly MediaKind[]
  /** Whether there is a place for a text in place of a picture. */
  alternativeText: boolean
  formatting: boolean
  headerAndFooter: 'always' | 'withButtons' | 'no'
  location: boolean
  contact: boolean
  asksForLocation: boolean
  asksForFile: boolean
  /** Registered templates, for messages outside the window (KAL-04). */
  templates: boolean
  /** Hours after the customer's last message in which anything may be sent (NHN-40); null for no such rule. */
  windowHours: number | null
  typing: boolean
  readReceipts: boolean
}>

export const CAPABILITIES: Readonly<Record<Channel, Capabilities>> = {
  web: {
    replyButtons: Number.POSITIVE_INFINITY,
    list: 0,
    quickReplies: 0,
    linkButtons: Number.POSITIVE_INFINITY,
    callButtons: true,
    cards: Number.POSITIVE_INFINITY,
    media: ['image', 'video', 'audio', 'document', 'stream'],
    alternativeText: true,
    formatting: true,
    headerAndFooter: 'always',
    location: true,
    contact: true,
    asksForLocation: false,
    asksForFile: true,
    templates: false,
    windowHours: null,
    typing: true,
    readReceipts: false,
  },
  whatsapp: {
    replyButtons: LIMITS['whatsapp/reply-buttons'].max,
    list: LIMITS['whatsapp/list-rows'].max,
    quickReplies: 0,
    linkButtons: 1,
    callButtons: false,
    cards: 0,
    media: ['image', 'video', 'audio', 'document'],
    alternativeText: false,
    formatting: true,
    headerAndFooter: 'withButtons',
    location: true,
    contact: true,
    asksForLocation: true,
    asksForFile: false,
    templates: true,
    windowHours: 24,
    typing: true,
    readReceipts: true,
  },
  messenger: {
    replyButtons: 0,
    list: 0,
    quickReplies: LIMITS['messenger/quick-replies'].max,
    linkButtons: LIMITS['messenger/template-buttons'].max,
    callButtons: true,
    cards: LIMITS['messenger/cards'].max,
    media: ['image', 'video', 'audio', 'document'],
    alternativeText: false,
    formatting: false,
    headerAndFooter: 'no',
    location: false,
    contact: false,
    asksForLocation: false,
    asksForFile: false,
    templates: false,
    windowHours: 24,
    typing: true,
    readReceipts: true,
  },
  instagram: {
    replyButtons: 0,
    list: 0,
    quickReplies: LIMITS['instagram/quick-replies'].max,
    linkButtons: LIMITS['instagram/template-buttons'].max,
    callButtons: false,
    cards: LIMITS['instagram/cards'].max,
    media: ['image', 'video', 'audio'],
    alternativeText: false,
    formatting: false,
    headerAndFooter: 'no',
    location: false,
    contact: false,
    asksForLocation: false,
    asksForFile: false,
    templates: false,
    windowHours: 24,
    typing: true,
    readReceipts: true,
  },
  sms: {
    replyButtons: 0,
    list: 0,
    quickReplies: 0,
    linkButtons: 0,
    callButtons: false,
    cards: 0,
    media: [],
    alternativeText: false,
    formatting: false,
    headerAndFooter: 'no',
    location: false,
    contact: false,
    asksForLocation: false,
    asksForFile: false,
    templates: false,
    windowHours: null,
    typing: false,
    readReceipts: false,
  },
}

/**
 * The most options one message carries as something to tap; a menu with more is paged or numbered (NHN-06). Infinity
 * where nothing limits them: the web shows any number, SMS numbers them all.
 */
export function optionPageSize(channel: Channel): number {
  const { replyButtons, list, quickReplies } = CAPABILITIES[channel]
  const most = Math.max(replyButtons, list, quickReplies)
  return most === 0 ? Number.POSITIVE_INFINITY : most
}
