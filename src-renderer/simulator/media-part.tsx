import {
  IconBroadcast,
  IconExternalLink,
  IconFile,
  IconMusic,
  IconPhoto,
  IconVideo,
  type TablerIcon,
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { hashOfAddress } from '../../src-shared/message/file-address.ts'
import type { Media, MediaKind } from '../../src-shared/message/message.ts'
import { FilePreview } from '../media/file-preview.tsx'
import { fileNameOf, hostOf } from './address-parts.ts'
import css from './message.module.css'
import { openOutside } from './open-outside.ts'

export const MEDIA_ICONS: Readonly<Record<MediaKind, TablerIcon>> = {
  image: IconPhoto,
  video: IconVideo,
  audio: IconMusic,
  document: IconFile,
  stream: IconBroadcast,
}

/** A file the bot sends. Nothing is loaded from elsewhere into the designer; the browser shows it. */
export function MediaPart({ media: { kind, url, name, alt } }: { media: Media }) {
  const { t } = useTranslation()
  const Icon = MEDIA_ICONS[kind]
  const hash = hashOfAddress(url)
  if (hash !== null) return <OwnFilePart hash={hash} media={{ kind, url, name, alt } as Media} />
  const title = name || fileNameOf(url) || hostOf(url)
  const isPicture = kind === 'image'
  return (
    <div className={css.part}>
      <Icon size={20} stroke={1.5} className={css.partIcon} aria-hidden />
      <div className={css.partWords}>
        <span className={css.partKind}>{t(`simulator.part.media.${kind}`)}</span>
        <bdi className={css.partTitle} title={url}>
          {title}
        </bdi>
        {(alt || isPicture) && (
          <span className={css.partMore}>{alt || <em>{t('simulator.part.noAlt')}</em>}</span>
        )}
      </div>
      <OpenButton url={url} what={title} />
    </div>
  )
}

const OWN_TYPES: Readonly<Record<MediaKind, string>> = {
  image: 'image/*',
  video: 'video/*',
  stream: 'video/*',
  audio: 'audio/*',
  document: 'application/pdf',
}

/** A file of the bot is in the library, and shown as it is. */
function OwnFilePart({ hash, media: { kind, name, alt } }: Readonly<{ hash: string; media: Media }>) {
  const { t } = useTranslation()
  const said = alt || name || t(`simulator.part.media.${kind}`)
  return (
    <figure className={css.ownFile}>
      <FilePreview file={{ hash, mime: OWN_TYPES[kind] }} alt={said} />
      {(kind === 'document' || alt) && <figcaption className={css.partMore}>{said}</figcaption>}
    </figure>
  )
}

/** The way to a page outside, as a sign; its name says where it leads. */
export function OpenButton({ url, what }: Readonly<{ url: string; what: string }>) {
  const { t } = useTranslation()
  return (
    <button
      type="button"
      className={css.open}
      aria-label={t('simulator.part.openThat', { what })}
      title={t('simulator.part.open')}
      onClick={() => openOutside(url)}
    >
      <IconExternalLink size={16} stroke={1.5} aria-hidden />
    </button>
  )
}
