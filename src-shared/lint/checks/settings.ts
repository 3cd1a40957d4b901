import { unsaid } from '../../kit/say.ts'
import type { BotFacts } from '../bot-facts.ts'
import { botCheck } from '../check.ts'
import type { Finding } from '../issue.ts'
import { windowedNames } from '../windowed-channels.ts'

const MINUTES_OF_WINDOW = 24 * 60

/** What the settings of a bot say that cannot all be meant. */
export const checkSettings = botCheck(['bot', 'entries'], facts => [
  ...checkCompanyFirst(facts),
  ...checkInactivity(facts),
])

type Facts = Pick<BotFacts, 'bot' | 'entries'>

/** requirements.md KAR-08, KAR-09, D-19. */
function checkCompanyFirst({ bot, entries }: Facts): readonly Finding[] {
  const { proactiveOnly, externalId } = bot.settings ?? {}
  if (!proactiveOnly) return []
  const record = bot.id
  const issues: Finding[] = []
  if (!externalId) {
    const words = unsaid('settings/no-external-id', {})
    issues.push({ code: 'settings/no-external-id', severity: 'error', ...words, record, path: ['settings'] })
  }
  const begins = entries.some(({ data }) =>
    ['proactive', 'event', 'schedule'].includes(data.trigger as string),
  )
  if (!begins) {
    const words = unsaid('settings/never-begins', {})
    issues.push({ code: 'settings/never-begins', severity: 'error', ...words, record, path: ['settings'] })
  }
  return issues
}

/** requirements.md KAR-12 E. A conversation that is closed after 24 hours is closed when the window is. */
function checkInactivity({ bot }: Facts): readonly Finding[] {
  const { inactivityMinutes = 0, inactivityText = {} } = bot.settings ?? {}
  const says = Object.values(inactivityText).some(text => text.trim() !== '')
  const channels = windowedNames(bot)
  if (inactivityMinutes < MINUTES_OF_WINDOW || !says || channels.length === 0) return []
  const words = unsaid('settings/late-text', { channels })
  const path = ['settings', 'inactivityMinutes']
  return [{ code: 'settings/late-text', severity: 'warning', ...words, record: bot.id, path }]
}
