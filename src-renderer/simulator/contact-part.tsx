import { IconUser } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { ContactCard } from '../../src-shared/message/message.ts'
import css from './message.module.css'

/** Somebody to get in touch with. */
export function ContactPart({ contact: { name, phone, email, organisation } }: { contact: ContactCard }) {
  const { t } = useTranslation()
  return (
    <div className={css.part}>
      <IconUser size={20} stroke={1.5} className={css.partIcon} aria-hidden />
      <div className={css.partWords}>
        <span className={css.partKind}>{t('simulator.part.contact')}</span>
        <bdi className={css.partTitle}>{name}</bdi>
        {[organisation, phone, email].filter(Boolean).map(line => (
          <bdi key={line} className={css.partMore}>
            {line}
          </bdi>
        ))}
      </div>
    </div>
  )
}
