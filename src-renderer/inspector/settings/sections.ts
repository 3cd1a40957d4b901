import type { ComponentType } from 'react'
import type { BotSettings } from '../../../src-shared/document/settings.ts'
import { ChannelSettings } from './channel-settings.tsx'
import { ConsentSettings } from './consent-settings.tsx'
import { ConversationSettings } from './conversation-settings.tsx'
import { PeopleSettings } from './people-settings.tsx'
import { SaidSettings } from './said-settings.tsx'
import { StrikeSettings } from './strike-settings.tsx'
import { UnderstandingSettings } from './understanding-settings.tsx'
import { WordSettings } from './word-settings.tsx'

/** The tabs of the settings (requirements.md KAR-23), and the brief beside them. */
export const SETTING_TABS = ['settings', 'preferences', 'variables', 'channels', 'messages', 'brief'] as const
export type SettingTab = (typeof SETTING_TABS)[number]

export type Section = Readonly<{
  id: 'conversation' | 'strikes' | 'people' | 'consent' | 'channels' | 'understanding' | 'said' | 'words'
  tab: SettingTab
  form: ComponentType
  /** Whether it holds texts or words in languages. */
  speaks: boolean
  members: readonly (keyof BotSettings)[]
}>

/** The settings of a bot beside its name and languages, in the order people look for them; every member is in one. */
export const SECTIONS: readonly Section[] = [
  {
    id: 'conversation',
    tab: 'preferences',
    form: ConversationSettings,
    speaks: false,
    members: ['inactivityMinutes'],
  },
  {
    id: 'strikes',
    tab: 'preferences',
    form: StrikeSettings,
    speaks: false,
    members: ['transferOnInvalid', 'transferOnNegative', 'transferOnSentiment'],
  },
  {
    id: 'understanding',
    tab: 'preferences',
    form: UnderstandingSettings,
    speaks: false,
    members: ['threshold', 'margin'],
  },
  {
    id: 'people',
    tab: 'preferences',
    form: PeopleSettings,
    speaks: true,
    members: ['agentWords', 'cancelWords', 'liveChat'],
  },
  {
    id: 'channels',
    tab: 'channels',
    form: ChannelSettings,
    speaks: false,
    members: ['channels', 'proactiveOnly', 'externalId'],
  },
  {
    id: 'said',
    tab: 'messages',
    form: SaidSettings,
    speaks: true,
    members: ['inactivityText', 'invalidTransferText', 'notUnderstoodText', 'header', 'footer'],
  },
  {
    id: 'consent',
    tab: 'messages',
    form: ConsentSettings,
    speaks: true,
    members: ['optOutWords', 'optOutText', 'optInWords', 'optInText'],
  },
  {
    id: 'words',
    tab: 'messages',
    form: WordSettings,
    speaks: true,
    members: ['backLabel', 'mainMenuLabel', 'moreLabel', 'doneLabel'],
  },
]

/** The tab a path of the bot's record leads to; that of the channels for the settings as a whole. */
export function tabOf(path: readonly (string | number)[]): SettingTab {
  if (path[0] === 'brief') return 'brief'
  if (path[0] !== 'settings') return 'settings'
  return SECTIONS.find(({ members }) => members.some(member => member === path[1]))?.tab ?? 'channels'
}
