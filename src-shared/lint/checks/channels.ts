import { capitalBlockName } from '../../blocks/block-name.ts'
import { CHANNEL_NAMES, type Channel } from '../../channels/channel.ts'
import { problemsOf } from '../../channels/render.ts'
import type { ChannelProblem } from '../../channels/report.ts'
import type { BlockSubject } from '../block-subject.ts'
import type { BlockCheck } from '../check.ts'
import type { Issue } from '../issue.ts'
import { pathOfPlace } from '../path-of-place.ts'
import { saidMessages } from '../said-messages.ts'

/** A label that does not fit is shown in another way, and nobody wants that (requirements.md NHN-06). */
const LABEL = /label$/

/** What other checks say of every bot, bound to channels or not: empty texts and labels, and unfit addresses. */
const SAID_ELSEWHERE: ReadonlySet<string> = new Set([
  'message/empty',
  'message/unnamed-option',
  'message/unsafe-address',
])

/**
 * What the channels of the bot cannot show, in every language, with the longest values (requirements.md NHN-34). Bots
 * that are bound to no channel are not checked.
 */
export const checkChannels: BlockCheck = subject => {
  const { channels = [] } = subject.wide.settings
  if (channels.length === 0) return NONE
  const issues = new Map<string, Issue>()
  for (const locale of subject.wide.locales) {
    const saidOn = saidMessages(subject, locale)
    for (const channel of channels)
      for (const message of saidOn(channel))
        for (const problem of problemsOf(channel, message, { locale })) {
          const key = `${channel} ${problem.code} ${problem.place.join('.')}`
          if (issues.has(key) || SAID_ELSEWHERE.has(problem.code)) continue
          issues.set(key, issueOf(subject, problem, { channel, locale }))
        }
  }
  return issues.size === 0 ? NONE : [...issues.values()]
}

const NONE: readonly Issue[] = []

function issueOf(
  { block, wide }: BlockSubject,
  problem: ChannelProblem,
  { channel, locale }: Readonly<{ channel: Channel; locale: string }>,
): Issue {
  const { code, severity, place, message } = problem
  const name = CHANNEL_NAMES[channel]
  const language = wide.locales.length > 1 ? ` (${locale})` : ''
  const reason = message.startsWith(`${name}: `) ? message.slice(name.length + 2) : message
  const path = pathOfPlace(block.data, place, locale)
  return {
    code: `channel/${code.replace('/', '-')}`,
    severity: LABEL.test(code) ? 'error' : severity,
    message: `${capitalBlockName(block)} does not fit ${wordOf(channel)}${partWords(place)}${language}: ${reason}`,
    record: block.id,
    ...(path.length > 0 ? { path } : {}),
  }
}

function wordOf(channel: Channel): string {
  return channel === 'web' ? 'the web page' : CHANNEL_NAMES[channel]
}

/** Which of several a sentence is about. */
function partWords(place: ChannelProblem['place']): string {
  const names = place.flatMap((part, index) => {
    const word = typeof part === 'number' ? PART_WORDS[place[index - 1] ?? ''] : undefined
    return word === undefined ? [] : [`${word} ${Number(part) + 1}`]
  })
  return names.length === 0 ? '' : ` at ${names.join(', ')}`
}

const PART_WORDS: Readonly<Record<string, string>> = {
  options: 'option',
  buttons: 'button',
  cards: 'card',
  parameters: 'place',
}
