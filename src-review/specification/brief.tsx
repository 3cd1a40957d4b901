import type { Desk } from '../look.ts'

const LINES = ['department', 'macroGoal', 'useCase', 'successMeasure'] as const
const AUDIENCE = ['desires', 'geography', 'behaviour'] as const

/** Why the bot is made, for whom, and how it speaks; nothing where nobody wrote it down. */
export function Brief({ desk: { t, page } }: Readonly<{ desk: Desk }>) {
  const { brief = {} } = page.bots.document.bot
  const { audience = {}, personality = {}, microGoals = [] } = brief
  const word = (name: string) => t(`botSettings.brief.${name}`)
  const facts: readonly (readonly [string, string | undefined])[] = [
    ...LINES.map(name => [word(name), brief[name]] as const),
    [word('microGoals'), microGoals.join(' · ')],
    ...AUDIENCE.map(name => [word(name), audience[name]] as const),
    [
      word('channels'),
      (audience.channels ?? []).map(channel => t(`simulator.setup.channels.${channel}`)).join(', '),
    ],
    [word('tone'), personality.tone && word(`tones.${personality.tone}`)],
    [word('length'), personality.length && word(`lengths.${personality.length}`)],
    [word('warmth'), personality.warmth === undefined ? undefined : word(`warmths.${personality.warmth}`)],
    [word('notes'), personality.notes],
  ]
  const told = facts.filter(([, value]) => value)
  if (told.length === 0) return null
  return (
    <section class="part-of-spec">
      <h2>{t('reviewPage.spec.brief')}</h2>
      <dl class="facts">
        {told.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd dir="auto">{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
