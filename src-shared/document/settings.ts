import { z } from 'zod'
import { localizedText, localizedWords } from './field-types.ts'

export const CHANNELS = ['web', 'whatsapp', 'messenger', 'instagram', 'sms'] as const
export type Channel = (typeof CHANNELS)[number]

/** What the bot sees of a conversation an agent has taken: copies, or nothing (requirements.md D-13). */
export const AFTER_HANDOVER = ['observe', 'detached'] as const
export type AfterHandover = (typeof AFTER_HANDOVER)[number]

/** Minutes without an answer after which a conversation is closed, unless the bot says otherwise; KAR-12. */
export const DEFAULT_INACTIVITY_MINUTES = 30

const liveChat = z.strictObject({
  afterHandover: z.enum(AFTER_HANDOVER),
  /** Hand over even when nobody is there, so that the customer waits in a queue (D-15). */
  queueWhenOffline: z.boolean(),
  /** An agent who closes gives the conversation back to the bot; else it stays silent for 24 hours (CM-15). */
  returnOnClose: z.boolean(),
  /** Said when a handover could not be made and the conversation goes on with the bot (CM-16). */
  failedText: localizedText,
  /** Said when nobody is there and the handover is not made; see D-15. */
  offlineText: localizedText,
})

/**
 * What holds for a whole bot (requirements.md KAR-23). Members that say nothing are left out; without any of them a
 * bot behaves as the defaults say.
 */
export const settingsSchema = z
  .strictObject({
    /** Above and below every message (NHN-21). */
    header: localizedText,
    footer: localizedText,
    /** The channels the bot is meant for; what they cannot show is checked. */
    channels: z.array(z.enum(CHANNELS)).max(CHANNELS.length),
    /** KAR-12: at least 15, at most a week. */
    inactivityMinutes: z.number().int().min(15, 'at least 15 minutes').max(10_080, 'at most a week'),
    /** KAR-20: said once when a silent conversation is closed; empty says nothing. */
    inactivityText: localizedText,
    /** Said to an answer that does not fit, by blocks that have no such text of their own. */
    notUnderstoodText: localizedText,
    /** KAR-11, KAR-21, D-10: a third invalid reply to one menu hands over to a person. */
    transferOnInvalid: z.boolean(),
    invalidTransferText: localizedText,
    /** NHN-74, D-09: a third answer in a row that the bot did not understand hands over. */
    transferOnNegative: z.boolean(),
    /** NHN-32: so many messages of negative sentiment in a row hand over. */
    transferOnSentiment: z.number().int().min(1).max(10),
    /** NHN-73: words that ask for a person at any point. */
    agentWords: localizedWords,
    /** Words that end the questions before a handover, and the handover with them (CM-11). */
    cancelWords: localizedWords,
    /** NHN-36: words that withdraw consent, and the words that give it again. */
    optOutWords: localizedWords,
    optOutText: localizedText,
    optInWords: localizedWords,
    optInText: localizedText,
    /** KAR-08, D-19: only messages the company begins; inbound keywords never start it. */
    proactiveOnly: z.boolean(),
    /** KAR-09. */
    externalId: z.string().regex(/^[A-Za-z0-9._-]{1,64}$/, 'use up to 64 letters, digits, dots, - or _'),
    liveChat,
    /** NHN-30: how sure the understanding must be, 0 to 1, and how far ahead of the next best guess. */
    threshold: z.number().min(0).max(1),
    margin: z.number().min(0).max(1),
    /** Words of the bot's own controls where the built-in ones do not fit. */
    backLabel: localizedText,
    mainMenuLabel: localizedText,
    moreLabel: localizedText,
    doneLabel: localizedText,
  })
  .partial()

export type BotSettings = Readonly<z.infer<typeof settingsSchema>>
export type LiveChatSettings = Readonly<z.infer<typeof liveChat>>
