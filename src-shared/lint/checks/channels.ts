import type { Channel } from '../../channels/channel.ts'
import { problemsOf } from '../../channels/render.ts'
import type { ChannelProblem } from '../../channels/report.ts'
import { unsaid } from '../../kit/say.ts'
import { named } from '../../kit/sentences/named.ts'
import type { BlockSubject } from '../block-subject.ts'
import type { BlockCheck } from '../check.ts'
import type { Finding } from '../issue.ts'
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
  const issues = new Map<string, Finding>()
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

const NONE: readonly Finding[] = []

function issueOf(
  { block, wide }: BlockSubject,
  problem: ChannelProblem,
  { channel, locale }: Readonly<{ channel: Channel; locale: string }>,
): Finding {
  const { code, severity, place, misfit } = problem
  const path = pathOfPlace(block.data, place, locale)
  return {
    code: `channel/${code.replace('/', '-')}`,
    severity: LABEL.test(code) ? 'error' : severity,
    ...unsaid('channel/misfit', {
      block: named(block),
      channel,
      parts: partsOf(place),
      locale: wide.locales.length > 1 ? locale : null,
      misfit,
    }),
    record: block.id,
    ...(path.length > 0 ? { path } : {}),
  }
}

/** Which of several a sentence is about. */
function partsOf(place: ChannelProblem['place']) {
  return place.flatMap((part, index) => {
    const list = LISTS.find(name => name === place[index - 1])
    return typeof part === 'number' && list ? [{ list, number: part + 1 }] : []
  })
}

const LISTS = ['options', 'buttons', 'cards', 'parameters'] as const
