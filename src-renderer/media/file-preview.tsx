import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { kindOfType } from '../../src-shared/channels/file-fit.ts'
import { fileSource } from './file-source.ts'
import { FileThumb } from './file-thumb.tsx'
import css from './media.module.css'

type Props = Readonly<{ file: Readonly<{ hash: string; mime: string }>; alt: string }>

/** A file as it is: a picture is seen, a film or sound can be played, a document has its sign. */
export function FilePreview({ file, alt }: Props) {
  const { t } = useTranslation()
  const [isBroken, setBroken] = useState(false)
  const kind = kindOfType(file.mime)
  const source = fileSource(file.hash)
  const broken = () => setBroken(true)
  if (isBroken) return <p className={css.gone}>{t('media.gone')}</p>
  if (kind === 'image') return <img className={css.preview} src={source} alt={alt} onError={broken} />
  if (kind === 'video')
    return (
      // biome-ignore lint/a11y/useMediaCaption: bots send films as they are
      <video
        className={css.preview}
        src={source}
        controls
        preload="metadata"
        aria-label={alt}
        onError={broken}
      />
    )
  if (kind === 'audio')
    return (
      // biome-ignore lint/a11y/useMediaCaption: bots send sounds as they are
      <audio
        className={css.sound}
        src={source}
        controls
        preload="metadata"
        aria-label={alt}
        onError={broken}
      />
    )
  return <FileThumb file={file} size={64} />
}
