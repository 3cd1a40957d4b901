import { Checkbox } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { type Brief, TONES } from '../../../src-shared/document/brief.ts'
import type { BotRecord } from '../../../src-shared/document/records.ts'
import { CHANNELS } from '../../../src-shared/document/settings.ts'
import { changeBrief } from '../../../src-shared/edit/change-brief.ts'
import { commit } from '../../state/edits.ts'
import { useWorkbench } from '../../state/workbench.ts'
import { Field } from '../../ui/field.tsx'
import { ChoiceSelect } from '../fields/choice-select.tsx'
import { DraftInput } from '../fields/draft-input.tsx'
import css from './settings.module.css'

type Line = 'department' | 'macroGoal' | 'useCase' | 'successMeasure'
type AudienceLine = 'desires' | 'geography' | 'behaviour'

/** As in the schema of src-shared/document/brief.ts. */
const MAX_LINE = 500
const MAX_GOALS = 50
const LENGTHS = ['short', 'long'] as const
const WARMTHS = ['0', '1', '2', '3'] as const

function put(change: (brief: Brief) => Brief): boolean {
  const { editor } = useWorkbench.getState()
  return editor !== null && commit(changeBrief(editor.document, change), { key: 'botSettings.edit.brief' })
}

/** Why the bot is made, for whom, and how it speaks: for the people who make it (requirements.md NHN-01 to NHN-03). */
export function BriefForm({ bot }: { bot: BotRecord }) {
  const { t } = useTranslation()
  const { brief = {} } = bot
  const check = (text: string) =>
    text.length > MAX_LINE ? t('inspector.field.atMost', { count: MAX_LINE }) : null
  const line = (name: Line) => (
    <DraftInput
      key={name}
      field={`${bot.id}.brief.${name}`}
      label={t(`botSettings.brief.${name}`)}
      placeholder={t(`botSettings.brief.${name}Placeholder`)}
      path={['brief', name]}
      value={brief[name] ?? ''}
      check={check}
      commit={text => put(present => ({ ...present, [name]: text }))}
    />
  )
  return (
    <>
      <p className={css.note}>{t('botSettings.brief.note')}</p>
      <section className={css.section}>
        <h3 className={css.heading}>{t('botSettings.brief.goals')}</h3>
        {(['department', 'macroGoal'] as const).map(line)}
        <DraftInput
          field={`${bot.id}.brief.microGoals`}
          multiline
          label={t('botSettings.brief.microGoals')}
          hint={t('botSettings.brief.microGoalsHint')}
          path={['brief', 'microGoals']}
          value={(brief.microGoals ?? []).join('\n')}
          check={text =>
            goalsOf(text).length > MAX_GOALS
              ? t('botSettings.brief.tooMany', { count: MAX_GOALS })
              : (goalsOf(text).map(check).find(Boolean) ?? null)
          }
          commit={text => put(present => ({ ...present, microGoals: goalsOf(text) }))}
        />
        {(['useCase', 'successMeasure'] as const).map(line)}
      </section>
      <AudienceFields bot={bot} check={check} />
      <PersonalityFields bot={bot} check={check} />
    </>
  )
}

type Props = Readonly<{ bot: BotRecord; check: (text: string) => string | null }>

function AudienceFields({ bot, check }: Props) {
  const { t } = useTranslation()
  const audience = bot.brief?.audience ?? {}
  const change = (part: Partial<NonNullable<Brief['audience']>>) =>
    put(present => ({ ...present, audience: { ...present.audience, ...part } }))
  const chosen = audience.channels ?? []
  return (
    <section className={css.section}>
      <h3 className={css.heading}>{t('botSettings.brief.audience')}</h3>
      {(['desires', 'geography', 'behaviour'] as const satisfies AudienceLine[]).map(name => (
        <DraftInput
          key={name}
          field={`${bot.id}.brief.audience.${name}`}
          label={t(`botSettings.brief.${name}`)}
          path={['brief', 'audience', name]}
          value={audience[name] ?? ''}
          check={check}
          commit={text => change({ [name]: text })}
        />
      ))}
      <Field label={t('botSettings.brief.channels')}>
        <div className={css.channels}>
          {CHANNELS.map(channel => (
            <Checkbox
              key={channel}
              size="xs"
              label={t(`blocks.condition.channels.${channel}`)}
              checked={chosen.includes(channel)}
              onChange={event => {
                const { checked } = event.currentTarget
                change({
                  channels: CHANNELS.filter(each => (each === channel ? checked : chosen.includes(each))),
                })
              }}
            />
          ))}
        </div>
      </Field>
    </section>
  )
}

function PersonalityFields({ bot, check }: Props) {
  const { t } = useTranslation()
  const { tone = '', length = '', warmth, notes = '' } = bot.brief?.personality ?? {}
  const change = (part: { [Name in keyof NonNullable<Brief['personality']>]?: unknown }) =>
    put(present => ({ ...present, personality: { ...present.personality, ...part } as Brief['personality'] }))
  const open = { value: '', label: t('botSettings.brief.open') } as const
  return (
    <section className={css.section}>
      <h3 className={css.heading}>{t('botSettings.brief.personality')}</h3>
      <ChoiceSelect
        label={t('botSettings.brief.tone')}
        path={['brief', 'personality', 'tone']}
        value={tone}
        options={[open, ...TONES.map(value => ({ value, label: t(`botSettings.brief.tones.${value}`) }))]}
        onPick={picked => change({ tone: picked || undefined })}
      />
      <ChoiceSelect
        label={t('botSettings.brief.length')}
        path={['brief', 'personality', 'length']}
        value={length}
        options={[open, ...LENGTHS.map(value => ({ value, label: t(`botSettings.brief.lengths.${value}`) }))]}
        onPick={picked => change({ length: picked || undefined })}
      />
      <ChoiceSelect
        label={t('botSettings.brief.warmth')}
        path={['brief', 'personality', 'warmth']}
        value={warmth === undefined ? '' : (String(warmth) as (typeof WARMTHS)[number])}
        options={[open, ...WARMTHS.map(value => ({ value, label: t(`botSettings.brief.warmths.${value}`) }))]}
        onPick={picked => change({ warmth: picked === '' ? undefined : Number(picked) })}
      />
      <DraftInput
        field={`${bot.id}.brief.personality.notes`}
        multiline
        label={t('botSettings.brief.notes')}
        placeholder={t('botSettings.brief.notesPlaceholder')}
        path={['brief', 'personality', 'notes']}
        value={notes}
        check={check}
        commit={text => change({ notes: text })}
      />
    </section>
  )
}

function goalsOf(text: string): string[] {
  return text
    .split(/\r?\n/)
    .map(goal => goal.trim())
    .filter(goal => goal !== '')
}
