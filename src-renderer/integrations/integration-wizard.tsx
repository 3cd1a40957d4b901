import { Button } from '@mantine/core'
import { type FormEvent, useState } from 'react'
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

/** Adds an integration: what it is, on which platform, its values (requirements.md IMI-03). Going back keeps what is typed. */
export function IntegrationWizard({ site, onDone }: Props) {
  const { t } = useTranslation()
  const [step, setStep] = useState<'sort' | 'platform' | 'values'>('sort')
  const [sort, setSort] = useState<Sort>('bots')
  const [platform, setPlatform] = useState<BotPlatform>('own')
  const [typed, setTyped] = useState(() => draftOfIntegration(null, site.bot))
  const [saved, setSaved] = useState<Saved | null>(null)
  const isDesk = sort === 'desk'
  const draft = { ...typed, platform: isDesk ? ('ccsp' as const) : platform }
  const place = { number: step === 'sort' ? 1 : step === 'platform' || isDesk ? 2 : 3, of: isDesk ? 2 : 3 }
  const done = (name: string) => onDone(t('integrations.added', { name }))
  if (saved)
    return (
      <div className={css.stack}>
        <p className={css.good} role="status">
          {t('integrations.added', saved)}
        </p>
        <IncomingAddress url={saved.incomingUrl} onDone={() => done(saved.name)} />
      </div>
    )
  return (
    <div className={css.stack}>
      <div className={css.bar}>
        <h3 className={css.heading}>
          {t(`integrations.wizard.${step === 'values' ? draft.platform : step}`)}
        </h3>
        <span className={css.quiet}>{t('integrations.wizard.step', place)}</span>
      </div>
      {step === 'sort' && (
        <Step onBack={() => onDone(null)} onNext={() => setStep(isDesk ? 'values' : 'platform')}>
          <ChoiceCards
            label={t('integrations.wizard.sort')}
            value={sort}
            choices={SORTS.map(name => ({
              value: name,
              label: t(`integrations.wizard.sorts.${name}`),
              hint: t(`integrations.wizard.sortHint.${name}`),
              icon: <PlatformIcon platform={name === 'desk' ? 'ccsp' : 'own'} />,
            }))}
            onChoose={setSort}
          />
        </Step>
      )}
      {step === 'platform' && (
        <Step onBack={() => setStep('sort')} onNext={() => setStep('values')}>
          <ChoiceCards
            label={t('integrations.wizard.platform')}
            value={platform}
            choices={BOT_PLATFORMS.map(name => ({
              value: name,
              label: t(`integrations.platform.${name}`),
              hint: t(`integrations.wizard.platformHint.${name}`),
              icon: <PlatformIcon platform={name} />,
            }))}
            onChoose={setPlatform}
          />
        </Step>
      )}
      {step === 'values' && (
        <ConnectionForm
          {...{ site, integration: null, draft }}
          onDraft={setTyped}
          onBack={() => setStep(isDesk ? 'sort' : 'platform')}
          onSaved={one => (one.incomingUrl === '' ? done(one.name) : setSaved(one))}
        />
      )}
    </div>
  )
}

type StepProps = Readonly<{ children: React.ReactNode; onBack: () => void; onNext: () => void }>

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
