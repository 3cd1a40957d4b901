import { Button, Group, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { STARTER_COUNTRY, STARTER_LOCALES } from '../../../src-shared/starters/bot-of-starter.ts'
import type { ServiceId } from '../../../src-shared/starters/service.ts'
import { OFFERED_LOCALES } from '../../inspector/offered-locales.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { BeginningList } from './beginning-list.tsx'
import { type Beginning, isSample, isStarter } from './beginnings.ts'
import { createBot } from './create-bot.ts'
import { LanguageFields } from './language-fields.tsx'
import styles from './new-bot.module.css'
import { ServiceList } from './service-list.tsx'
import { StarterFacts } from './starter-facts.tsx'

type Props = Readonly<{ onClose: () => void }>

/**
 * A new bot: what it begins as, its name, its languages. It begins with the name of a blank bot, so that a name and
 * Enter are enough for who wants no more.
 */
export function NewBotDialog({ onClose }: Props) {
  const { t } = useTranslation()
  const [beginning, setBeginning] = useState<Beginning>('blank')
  const [typed, setTyped] = useState<string | null>(null)
  const [locales, setLocales] = useState<readonly string[]>(['en'])
  const [country, setCountry] = useState<string | null>(null)
  const [services, setServices] = useState<ReadonlySet<ServiceId>>(new Set())
  const [busy, setBusy] = useState(false)
  const starts = isStarter(beginning)
  const name = typed ?? (starts ? t(`newBot.beginning.${beginning}.name`) : '')
  const isComplete =
    isSample(beginning) ||
    (name.trim() !== '' && locales.length > 0 && (beginning !== 'services' || services.size > 0))
  const choose = (next: Beginning) => {
    if (isStarter(next) !== starts) {
      setLocales(starts ? ['en'] : [...STARTER_LOCALES])
      setCountry(starts ? null : STARTER_COUNTRY)
    }
    setBeginning(next)
  }
  const create = async () => {
    setBusy(true)
    const made = await createBot({ beginning, name: name.trim(), locales, country, services: [...services] })
    setBusy(false)
    if (made) onClose()
  }
  return (
    <Dialog onClose={onClose} title={t('newBot.title')} size={840} staysOnClickBeside>
      <form
        className={styles.form}
        onSubmit={event => {
          event.preventDefault()
          if (isComplete && !busy) void create()
        }}
      >
        <BeginningList chosen={beginning} onChoose={choose} />
        <div className={styles.side}>
          <div className={styles.fields}>
            <div>
              <h3 className={styles.heading}>{t(`newBot.beginning.${beginning}.name`)}</h3>
              <p className={styles.about}>{t(`newBot.beginning.${beginning}.about`)}</p>
              {starts && <StarterFacts starter={beginning} />}
            </div>
            {!isSample(beginning) && (
              <>
                <TextInput
                  size="xs"
                  label={t('library.name')}
                  placeholder={t('newBot.namePlaceholder')}
                  value={name}
                  maxLength={64}
                  data-autofocus
                  onChange={event => setTyped(event.currentTarget.value)}
                />
                {beginning === 'services' && <ServiceList ticked={services} onChange={setServices} />}
                <LanguageFields
                  offered={starts ? STARTER_LOCALES : OFFERED_LOCALES}
                  locales={locales}
                  country={country}
                  onLocales={setLocales}
                  onCountry={setCountry}
                />
              </>
            )}
          </div>
          <Group justify="flex-end" gap="xs">
            <Button size="xs" variant="default" onClick={onClose}>
              {t('library.cancel')}
            </Button>
            <Button size="xs" type="submit" disabled={!isComplete} loading={busy}>
              {t(isSample(beginning) ? 'newBot.openSample' : 'newBot.create')}
            </Button>
          </Group>
        </div>
      </form>
    </Dialog>
  )
}
