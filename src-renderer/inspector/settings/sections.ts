import type { ComponentType } from 'react'
import type { BotSettings } from '../../../src-shared/document/settings.ts'
import { ChannelSettings } from './channel-settings.tsx'
import { ConsentSettings } from './consent-settings.tsx'
import { ConversationSettings } from './conversation-settings.tsx'
import { PeopleSettings } from './people-settings.tsx'
import { StrikeSettings } from './strike-settings.tsx'
import { UnderstandingSettings } from './understanding-settings.tsx'
import { WordSettings } from './word-settings.tsx'

export type Section = Readonly<{
  id: 'conversation' | 'strikes' | 'people' | 'consent' | 'channels' | 'understanding' | 'words'
  form: ComponentType
  /** Whether it holds texts or words in languages. */
  speaks: boolean
  members: readonly (keyof BotSettings)[]
}>

/** The settings of a bot beside its name and languages, in the order people look for them; every member is in one. */
export const SECTIONS: readonly Section[] = [
  {
    id: 'conversation',
    form: ConversationSettings,
    speaks: true,
    members: ['inactivityMinutes', 'inactivityText', 'notUnderstoodText', 'header', 'footer'],
  },
  {
    id: 'strikes',
    form: StrikeSettings,
    speaks: true,
    members: ['transferOnInvalid', 'invalidTransferText', 'transferOnNegative', 'transferOnSentiment'],
  },
  { id: 'people', form: PeopleSettings, speaks: true, members: ['agentWords', 'cancelWords', 'liveChat'] },
  {
    id: 'consent',
    form: ConsentSettings,
    speaks: true,
    members: ['optOutWords', 'optOutText', 'optInWords', 'optInText'],
  },
  {
    id: 'channels',
    form: ChannelSettings,
    speaks: false,
    members: ['channels', 'proactiveOnly', 'externalId'],
  },
  { id: 'understanding', form: UnderstandingSettings, speaks: false, members: ['threshold', 'margin'] },
  {
    id: 'words',
    form: WordSettings,
    speaks: true,
    members: ['backLabel', 'mainMenuLabel', 'moreLabel', 'doneLabel'],
  },
]

/** The section a path of the bot's record leads to; that of the channels for the settings as a whole. */
export function sectionOf(path: readonly (string | number)[]): Section['id'] | null {
  if (path[0] !== 'settings') return null
  const found = SECTIONS.find(({ members }) => members.some(member => member === path[1]))
  return found?.id ?? 'channels'
}
