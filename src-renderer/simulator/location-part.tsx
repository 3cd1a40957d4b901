import { IconMapPin } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { mapLink } from '../../src-shared/channels/map-link.ts'
import type { Place } from '../../src-shared/message/message.ts'
import { OpenButton } from './media-part.tsx'
import css from './message.module.css'

/** A place by name, address and degrees; the map is in the browser. */
export function LocationPart({ place }: { place: Place }) {
  const { t } = useTranslation()
  const { latitude, longitude, name, address } = place
  const degrees = `${latitude}, ${longitude}`
  return (
    <div className={css.part}>
      <IconMapPin size={20} stroke={1.5} className={css.partIcon} aria-hidden />
      <div className={css.partWords}>
        <span className={css.partKind}>{t('simulator.part.location')}</span>
        <bdi className={css.partTitle}>{name || degrees}</bdi>
        {address && <bdi className={css.partMore}>{address}</bdi>}
        {name && <span className={css.partMore}>{degrees}</span>}
      </div>
      <OpenButton url={mapLink(place)} what={t('simulator.part.map')} />
    </div>
  )
}
