import { Button, Checkbox, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ServiceId } from '../../../src-shared/starters/service.ts'
import { SERVICES } from '../../../src-shared/starters/services.ts'
import { wordsIn } from '../../../src-shared/starters/words.ts'
import { foldText } from '../../../src-shared/understanding/fold-text.ts'
import styles from './new-bot.module.css'
import { SERVICE_GROUPS } from './service-groups.ts'

type Props = Readonly<{ ticked: ReadonlySet<ServiceId>; onChange: (ticked: ReadonlySet<ServiceId>) => void }>

/** The catalogue of services to tick (requirements.md NHN-10); each becomes an option of the main menu. */
export function ServiceList({ ticked, onChange }: Props) {
  const { t, i18n } = useTranslation()
  const [sought, setSought] = useState('')
  const nameOf = (id: ServiceId) => {
    const service = SERVICES.find(service => service.id === id)
    return service ? wordsIn(service.name, i18n.language) : id
  }
  const words = foldText(sought).split(/\s+/)
  const groups = SERVICE_GROUPS.map(({ name, services }) => ({
    name,
    services: services.filter(id => words.every(word => foldText(nameOf(id)).includes(word))),
  })).filter(({ services }) => services.length > 0)
  const tick = (id: ServiceId, on: boolean) => {
    const next = new Set(ticked)
    if (on) next.add(id)
    else next.delete(id)
    onChange(next)
  }
  return (
    <fieldset className={styles.services}>
      <legend className={styles.legend}>
        {t('newBot.services')}
        <span className={styles.quiet} aria-live="polite">
          {t('newBot.ticked', { count: ticked.size, all: SERVICES.length })}
        </span>
        {ticked.size > 0 && (
          <Button size="compact-xs" variant="subtle" onClick={() => onChange(new Set())}>
            {t('newBot.tickNone')}
          </Button>
        )}
      </legend>
      <TextInput
        size="xs"
        aria-label={t('newBot.searchServices')}
        placeholder={t('newBot.searchServices')}
        leftSection={<IconSearch size={14} />}
        value={sought}
        onKeyDown={event => event.key === 'Enter' && event.preventDefault()}
        onChange={event => setSought(event.currentTarget.value)}
      />
      <div className={styles.serviceGroups}>
        {groups.map(({ name, services }) => (
          <section key={name}>
            <h3 className={styles.group}>{t(`newBot.serviceGroup.${name}`)}</h3>
            <div className={styles.ticks}>
              {services.map(id => (
                <Checkbox
                  key={id}
                  size="xs"
                  label={nameOf(id)}
                  checked={ticked.has(id)}
                  onChange={event => tick(id, event.currentTarget.checked)}
                />
              ))}
            </div>
          </section>
        ))}
        {groups.length === 0 && <p className={styles.quiet}>{t('newBot.noService', { sought })}</p>}
      </div>
    </fieldset>
  )
}
