import type { BotFacts } from '../bot-facts.ts'
import { botCheck } from '../check.ts'
import type { Issue } from '../issue.ts'
import { windowedNames } from '../windowed-channels.ts'

const MINUTES_OF_WINDOW = 24 * 60

/** What the settings of a bot say that cannot all be meant. */
export const checkSettings = botCheck(['bot', 'entries'], facts => [
  ...checkCompanyFirst(facts),
  ...checkInactivity(facts),
])

type Facts = Pick<BotFacts, 'bot' | 'entries'>

/** requirements.md KAR-08, KAR-09, D-19. */
function checkCompanyFirst({ bot, entries }: Facts): readonly Issue[] {
  const { proactiveOnly, externalId } = bot.settings ?? {}
  if (!proactiveOnly) return []
  const record = bot.id
  const issues: Issue[] = []
  if (!externalId) {
    const message =
      'A bot for the company’s own messages needs an external id, by which other systems call it.'
    issues.push({ code: 'settings/no-external-id', severity: 'error', message, record, path: ['settings'] })
  }
  const begins = entries.some(({ data }) =>
    ['proactive', 'event', 'schedule'].includes(data.trigger as string),
  )
  if (!begins) {
    const message =
      'The bot is for the company’s own messages, and has no entry with which the company begins.'
    issues.push({ code: 'settings/never-begins', severity: 'error', message, record, path: ['settings'] })
  }
  return issues
}

/** requirements.md KAR-12 E. A conversation that is closed after 24 hours is closed when the window is. */
function checkInactivity({ bot }: Facts): readonly Issue[] {
  const { inactivityMinutes = 0, inactivityText = {} } = bot.settings ?? {}
  const says = Object.values(inactivityText).some(text => text.trim() !== '')
  const names = windowedNames(bot)
  if (inactivityMinutes < MINUTES_OF_WINDOW || !says || names.length === 0) return []
  const message = `The text for silent customers is not sent on ${names.join(' and ')}, where free text is refused after 24 hours.`
  const path = ['settings', 'inactivityMinutes']
  return [{ code: 'settings/late-text', severity: 'warning', message, record: bot.id, path }]
}
