import { Button } from '@mantine/core'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { ChannelView } from '../../src-shared/publish/channel-protocol.ts'
import { pngOf } from '../export/png-of.ts'
import { client } from '../ipc/client.ts'
import css from './live.module.css'
import { qrPicture } from './qr-code.ts'
import { SavedLine, useSaving } from './use-saving.tsx'

/** The QR code of a link, to look at and to save. */
export function QrPart({ channel: { name, handle }, url }: { channel: ChannelView; url: string }) {
  const { t } = useTranslation()
  const saving = useSaving()
  const picture = useMemo(() => qrPicture(url), [url])
  const file = `${name} QR`.slice(0, 64).trim()
  const saveSvg = () => client['export.save']({ format: 'svg', name: file, svg: picture.svg })
  const savePng = async () => {
    const { png } = await pngOf(picture)
    return client['export.save']({ format: 'png', name: file, png: new Uint8Array(png) })
  }
  return (
    <div className={css.qr}>
      <img
        src={`data:image/svg+xml,${encodeURIComponent(picture.svg)}`}
        alt={t('live.share.qrOf', { url })}
      />
      <p className={css.quiet}>{handle ? t('live.share.caption', { name, handle }) : name}</p>
      <div className={css.actions}>
        <Button size="compact-xs" variant="default" onClick={() => void saving.save(savePng)}>
          {t('live.share.png')}
        </Button>
        <Button size="compact-xs" variant="default" onClick={() => void saving.save(saveSvg)}>
          {t('live.share.svg')}
        </Button>
      </div>
      <SavedLine saving={saving} />
    </div>
  )
}
