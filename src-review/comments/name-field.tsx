import type { Desk } from '../look.ts'

/** Who says something; remembered for the next time. */
export function NameField({ desk: { t, reviewer } }: Readonly<{ desk: Desk }>) {
  const name = reviewer.said.use(({ name }) => name)
  return (
    <label class="choice">
      <span>{t('reviewPage.comments.name')}</span>
      <input
        type="text"
        maxLength={64}
        value={name}
        onInput={event => reviewer.setName(event.currentTarget.value)}
      />
    </label>
  )
}

/** Why what was said last could not be kept. */
export function Problem({ desk: { reviewer } }: Readonly<{ desk: Desk }>) {
  const problem = reviewer.said.use(({ problem }) => problem)
  if (!problem) return null
  return (
    <p class="problem" role="alert">
      {problem}
    </p>
  )
}
