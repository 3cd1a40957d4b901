import { IconGavel, IconLock } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { LegalHoldView, PersonView } from '../../src-shared/publish/contact-protocol.ts'
import live from '../live/live.module.css'
import { shortTime } from '../versions/short-time.ts'
import css from './people.module.css'

/** What may not be done with what is kept of a person, and why. */
export function PersonStanding({ person: { restriction, hold } }: { person: PersonView }) {
  return (
    <>
      {restriction && <Standing name="restricted" placed={restriction} />}
      {hold && <Standing name="held" placed={hold} />}
    </>
  )
}

const BADGES = { restricted: 'people.isRestricted', held: 'people.isHeld' } as const
const ICONS = { restricted: IconLock, held: IconGavel }

type Props = Readonly<{ name: 'restricted' | 'held'; placed: LegalHoldView }>

function Standing({ name, placed: { at, key, reason } }: Props) {
  const { t, i18n } = useTranslation()
  const Icon = ICONS[name]
  return (
    <div className={css.standing}>
      <Icon size={16} aria-hidden />
      <p>
        <span className={live.badge} data-state="inactive">
          {t(BADGES[name])}
        </span>{' '}
        {t(`people.${name}`, { at: shortTime(at, i18n.language), key, reason })}
      </p>
    </div>
  )
}
