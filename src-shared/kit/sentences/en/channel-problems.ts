import type { Named } from '../named.ts'
import { capitalBlockName } from './block-name.ts'
import { channelNames } from './channel-names.ts'

/** What a channel cannot show, as channels tell it: the rule or limit, and how much there is where one is counted. */
export type Misfit = Readonly<{
  code: string
  /** The sentence in English. */
  reason: string
  counted: Readonly<{ value: number; max: number; unit: string; seen: number }> | null
}>

type Part = Readonly<{ list: 'options' | 'buttons' | 'cards' | 'parameters'; number: number }>
type Channel = keyof typeof channelNames

/** What the channels of a bot cannot show (requirements.md NHN-34). */
export const channelProblems = {
  'channel/misfit': (
    v: Readonly<{
      block: Named
      channel: Channel
      parts: readonly Part[]
      locale: string | null
      misfit: Misfit
    }>,
  ) => {
    const parts = v.parts.map(({ list, number }) => `${PARTS[list]} ${number}`).join(', ')
    const channel = v.channel === 'web' ? 'the web page' : channelNames[v.channel]
    const language = v.locale === null ? '' : ` (${v.locale})`
    return `${capitalBlockName(v.block)} does not fit ${channel}${parts && ` at ${parts}`}${language}: ${v.misfit.reason}`
  },
  'channel/problem': ({ channel, misfit }: Readonly<{ channel: Channel; misfit: Misfit }>) =>
    `${channelNames[channel]}: ${misfit.reason}`,
  'channel/degraded': ({ reason }: Readonly<{ channel: Channel; code: string; reason: string }>) => reason,
} as const

const PARTS: Readonly<Record<Part['list'], string>> = {
  options: 'option',
  buttons: 'button',
  cards: 'card',
  parameters: 'place',
}
