import { Button, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Result } from '../../src-shared/kit/result.ts'
import {
  LEAST_DAYS,
  MOST_DAYS,
  RETENTION_CLASSES,
  type Retention,
  type RetentionClass,
} from '../../src-shared/publish/retention-protocol.ts'
import type { Account } from '../engines/account.ts'
import { client } from '../ipc/client.ts'
import live from '../live/live.module.css'
import { Question } from '../live/question.tsx'
import { ActFault, useAct } from '../live/use-act.tsx'
import { useAnswer } from '../live/use-answer.ts'
import { shortTime } from '../versions/short-time.ts'
import { AsAdmin } from './as-admin.tsx'
import css from './people.module.css'
import { daysOf, type RetentionDraft, readDays, retentionDraft, shortened } from './retention-draft.ts'

type Props = Readonly<{ account: Account; onBack: () => void }>

/** How long an engine keeps what it knows of people, class by class (requirements.md NHN-144). */
export function RetentionPage({ account, onBack }: Props) {
  const { engine, call } = account
  const [isSaved, setSaved] = useState(false)
  const answer = useAnswer(() => call(() => client['people.retention']({ engine: engine.id })))
  return (
    <div className={live.stack}>
      <AsAdmin
        answer={answer}
        engine={engine.name}
        show={retention => (
          <RetentionForm
            key={JSON.stringify(retention.days)}
            account={account}
            retention={retention}
            isSaved={isSaved}
            onBack={onBack}
            onSaved={() => {
              setSaved(true)
              void answer.reload()
            }}
          />
        )}
      />
      {answer.value === undefined && (
        <div className={live.ends}>
          <BackButton onBack={onBack} />
        </div>
      )}
    </div>
  )
}

function BackButton({ onBack }: Pick<Props, 'onBack'>) {
  const { t } = useTranslation()
  return (
    <Button size="xs" variant="default" onClick={onBack}>
      {t('live.back')}
    </Button>
  )
}

type FormProps = Readonly<{
  account: Account
  retention: Retention
  isSaved: boolean
  onBack: () => void
  onSaved: () => void
}>

function RetentionForm({ account, retention, isSaved, onBack, onSaved }: FormProps) {
  const { t } = useTranslation()
  const [draft, setDraft] = useState(() => retentionDraft(retention.days))
  const [isAsked, setAsked] = useState(false)
  const { isBusy, fault, act } = useAct()
  const days = daysOf(draft)
  const shorter = days ? shortened(retention.days, days) : []
  const isOther = days !== null && JSON.stringify(days) !== JSON.stringify(retention.days)
  const make = () => {
    const wish = { engine: account.engine.id, change: days ?? {} }
    return account.call(() => client['people.changeRetention'](wish))
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (shorter.length > 0) setAsked(true)
    else void act(make, onSaved)
  }
  return (
    <>
      <form className={live.stack} onSubmit={submit} noValidate>
        <p className={css.lead}>{t('people.retention.about')}</p>
        <Classes draft={draft} isLocked={isAsked} onChange={setDraft} />
        <LastRun ranAt={retention.ranAt} isSaved={isSaved && !isOther} />
        <ActFault fault={fault} />
        {!isAsked && (
          <div className={live.ends}>
            <BackButton onBack={onBack} />
            <Button size="xs" type="submit" loading={isBusy} disabled={!isOther}>
              {t('people.retention.save')}
            </Button>
          </div>
        )}
      </form>
      {isAsked && (
        <ShorterQuestion shorter={shorter} make={make} onKeep={() => setAsked(false)} onDone={onSaved} />
      )}
    </>
  )
}

function LastRun({ ranAt, isSaved }: Readonly<{ ranAt: number | null; isSaved: boolean }>) {
  const { t, i18n } = useTranslation()
  return (
    <>
      <p className={live.quiet}>
        {ranAt === null
          ? t('people.retention.neverRan')
          : t('people.retention.ran', { at: shortTime(ranAt, i18n.language) })}
      </p>
      {isSaved && (
        <p className={live.good} role="status">
          {t('people.retention.saved')}
        </p>
      )}
    </>
  )
}

type ShorterProps = Readonly<{
  shorter: readonly RetentionClass[]
  make: () => Promise<Result<unknown>>
  onKeep: () => void
  onDone: () => void
}>

/** Asks before something goes for good because it is kept for a shorter time. */
function ShorterQuestion({ shorter, ...rest }: ShorterProps) {
  const { t } = useTranslation()
  const classes = shorter.map(name => t(`people.retention.class.${name}`)).join(', ')
  return (
    <Question
      text={t('people.retention.shorter', { classes })}
      action={t('people.retention.shorterAction')}
      mayGo
      {...rest}
    />
  )
}

type ClassesProps = Readonly<{
  draft: RetentionDraft
  isLocked: boolean
  onChange: (draft: RetentionDraft) => void
}>

function Classes({ draft, isLocked, onChange }: ClassesProps) {
  return (
    <>
      {RETENTION_CLASSES.map((name, index) => (
        <ClassRow
          key={name}
          name={name}
          isFirst={index === 0}
          isLocked={isLocked}
          text={draft[name]}
          onChange={text => onChange({ ...draft, [name]: text })}
        />
      ))}
    </>
  )
}

type RowProps = Readonly<{
  name: RetentionClass
  isFirst: boolean
  isLocked: boolean
  text: string
  onChange: (text: string) => void
}>

function ClassRow({ name, isFirst, isLocked, text, onChange }: RowProps) {
  const { t } = useTranslation()
  const limits = { least: LEAST_DAYS[name], most: MOST_DAYS }
  const title = t(`people.retention.class.${name}`)
  return (
    <div className={css.class}>
      <div>
        <strong>{title}</strong>
        <p className={live.quiet}>{t(`people.retention.meaning.${name}`)}</p>
      </div>
      <TextInput
        size="xs"
        aria-label={title}
        description={t('people.retention.least', limits)}
        placeholder={t('people.retention.forEver')}
        inputMode="numeric"
        maxLength={5}
        autoFocus={isFirst}
        readOnly={isLocked}
        value={text}
        rightSection={<span className={live.quiet}>{t('people.retention.days')}</span>}
        rightSectionWidth={44}
        error={readDays(name, text) === undefined && t('people.retention.problem', limits)}
        onChange={event => onChange(event.currentTarget.value)}
      />
    </div>
  )
}
