import { Button } from '@mantine/core'
import { type FormEvent, type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Platform } from '../../src-shared/publish/integration-protocol.ts'
import css from '../live/live.module.css'
import type { Site } from '../live/site.ts'
import { ChoiceCards } from './choice-cards.tsx'
import { draftOfIntegration } from './connection-draft.ts'
import { ConnectionForm } from './connection-form.tsx'
import { IncomingAddress } from './incoming-address.tsx'
import { PlatformIcon } from './platform-icon.tsx'
import type { Saved } from './use-connection.ts'

const SORTS = ['bots', 'desk'] as const
type Sort = (typeof SORTS)[number]
const BOT_PLATFORMS = ['own', 'other', 'engine'] as const satisfies readonly Platform[]
type BotPlatform = (typeof BOT_PLATFORMS)[number]

type Props = Readonly<{ site: Site; onDone: (done: string | null) => void }>

/** Adds an integration (requirements.md IMI-03); the address its bot posts to is shown once, where it has one. */
export function IntegrationWizard({ site, onDone }: Props) {
  const { t } = useTranslation()
  const [saved, setSaved] = useState<Saved | null>(null)
  const done = ({ name }: Saved) => onDone(t('integrations.added', { name }))
  if (!saved)
    return (
      <Steps
        site={site}
        onBack={() => onDone(null)}
        onSaved={one => (one.incomingUrl === '' ? done(one) : setSaved(one))}
      />
    )
  return (
    <div className={css.stack}>
      <p className={css.good} role="status">
        {t('integrations.added', saved)}
      </p>
      <IncomingAddress url={saved.incomingUrl} onDone={() => done(saved)} />
    </div>
  )
}

type StepsProps = Readonly<{ site: Site; onBack: () => void; onSaved: (saved: Saved) => void }>

/** What it is, on which platform, its values. Going back keeps what is typed. */
function Steps({ site, onBack, onSaved }: StepsProps) {
  const [step, setStep] = useState<'sort' | 'platform' | 'values'>('sort')
  const [sort, setSort] = useState<Sort>('bots')
  const [platform, setPlatform] = useState<BotPlatform>('own')
  const [typed, setTyped] = useState(() => draftOfIntegration(null, site.bot))
  const isDesk = sort === 'desk'
  const draft = { ...typed, platform: isDesk ? ('ccsp' as const) : platform }
  const number = step === 'sort' ? 1 : step === 'platform' || isDesk ? 2 : 3
  return (
    <div className={css.stack}>
      <Head title={step === 'values' ? draft.platform : step} number={number} of={isDesk ? 2 : 3} />
      {step === 'sort' && (
        <Step onBack={onBack} onNext={() => setStep(isDesk ? 'values' : 'platform')}>
          <SortCards sort={sort} onChoose={setSort} />
        </Step>
      )}
      {step === 'platform' && (
        <Step onBack={() => setStep('sort')} onNext={() => setStep('values')}>
          <PlatformCards platform={platform} onChoose={setPlatform} />
        </Step>
      )}
      {step === 'values' && (
        <ConnectionForm
          {...{ site, integration: null, draft, onSaved }}
          onDraft={setTyped}
          onBack={() => setStep(isDesk ? 'sort' : 'platform')}
        />
      )}
    </div>
  )
}

type HeadProps = Readonly<{ title: 'sort' | 'platform' | Platform; number: number; of: number }>

function Head({ title, number, of }: HeadProps) {
  const { t } = useTranslation()
  return (
    <div className={css.bar}>
      <h3 className={css.heading}>
        {t(
          title === 'sort' || title === 'platform'
            ? `integrations.wizard.${title}`
            : `integrations.platform.${title}`,
        )}
      </h3>
      <span className={css.quiet}>{t('integrations.wizard.step', { number, of })}</span>
    </div>
  )
}

function SortCards({ sort, onChoose }: Readonly<{ sort: Sort; onChoose: (sort: Sort) => void }>) {
  const { t } = useTranslation()
  return (
    <ChoiceCards
      label={t('integrations.wizard.sort')}
      value={sort}
      choices={SORTS.map(value => ({
        value,
        label: t(`integrations.wizard.sorts.${value}`),
        hint: t(`integrations.wizard.sortHint.${value}`),
        icon: <PlatformIcon platform={value === 'desk' ? 'ccsp' : 'own'} />,
      }))}
      onChoose={onChoose}
    />
  )
}

type PlatformProps = Readonly<{ platform: BotPlatform; onChoose: (platform: BotPlatform) => void }>

function PlatformCards({ platform, onChoose }: PlatformProps) {
  const { t } = useTranslation()
  return (
    <ChoiceCards
      label={t('integrations.wizard.platform')}
      value={platform}
      choices={BOT_PLATFORMS.map(value => ({
        value,
        label: t(`integrations.platform.${value}`),
        hint: t(`integrations.wizard.platformHint.${value}`),
        icon: <PlatformIcon platform={value} />,
      }))}
      onChoose={onChoose}
    />
  )
}

type StepProps = Readonly<{ children: ReactNode; onBack: () => void; onNext: () => void }>

function Step({ children, onBack, onNext }: StepProps) {
  const { t } = useTranslation()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onNext()
  }
  return (
    <form className={css.stack} onSubmit={submit}>
      {children}
      <div className={css.ends}>
        <Button size="xs" variant="default" onClick={onBack}>
          {t('live.back')}
        </Button>
        <Button size="xs" type="submit">
          {t('integrations.wizard.next')}
        </Button>
      </div>
    </form>
  )
}
