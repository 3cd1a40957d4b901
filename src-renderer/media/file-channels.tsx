import { IconAlertTriangle, IconCheck, IconCircleX, IconLink, type TablerIcon } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { CHANNELS } from '../../src-shared/channels/channel.ts'
import { type FileFit, fileFit } from '../../src-shared/channels/file-fit.ts'
import type { MediaRecord } from '../../src-shared/document/records.ts'
import { formatBytes } from '../../src-shared/kit/format-bytes.ts'
import { useDocument } from '../state/edits.ts'
import css from './media.module.css'

const ICONS: Readonly<Record<FileFit['is'], TablerIcon>> = {
  shown: IconCheck,
  link: IconLink,
  tooLarge: IconCircleX,
  wrongType: IconAlertTriangle,
}

/** What each channel makes of a file: those the bot is bound to, or all where none is chosen yet. */
export function FileChannels({ file }: { file: MediaRecord }) {
  const { t } = useTranslation()
  const document = useDocument()
  const bound = document?.bot.settings?.channels ?? []
  const channels = bound.length > 0 ? bound : CHANNELS
  return (
    <section>
      <h4 className={css.title}>{t('media.channels')}</h4>
      <ul className={css.channels}>
        {channels.map(channel => {
          const fit = fileFit(file, channel)
          const Icon = ICONS[fit.is]
          const most = fit.is === 'tooLarge' ? formatBytes(fit.max) : ''
          return (
            <li key={channel} data-fit={fit.is}>
              <Icon size={14} aria-hidden />
              <span>
                {t(`media.fit.${fit.is}`, { channel: t(`blocks.condition.channels.${channel}`), most })}
              </span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
