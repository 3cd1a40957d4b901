import { IconFile, IconMusic, IconPhotoOff, IconVideo, type TablerIcon } from '@tabler/icons-react'
import { useState } from 'react'
import { kindOfType } from '../../src-shared/channels/file-fit.ts'
import { fileSource } from './file-source.ts'
import css from './media.module.css'

const ICONS: Readonly<Record<'video' | 'audio' | 'document', TablerIcon>> = {
  video: IconVideo,
  audio: IconMusic,
  document: IconFile,
}

type Props = Readonly<{ file: Readonly<{ hash: string; mime: string }>; size?: number }>

/** A small picture of a file, or the sign of its kind. It says nothing: the name stands beside it. */
export function FileThumb({ file: { hash, mime }, size = 32 }: Props) {
  const [isBroken, setBroken] = useState(false)
  const kind = kindOfType(mime)
  const Icon = kind === 'image' ? IconPhotoOff : ICONS[kind]
  return (
    <span className={css.thumb} style={{ width: size, height: size }} aria-hidden>
      {kind === 'image' && !isBroken ? (
        <img src={fileSource(hash)} alt="" loading="lazy" decoding="async" onError={() => setBroken(true)} />
      ) : (
        <Icon size={18} stroke={1.5} />
      )}
    </span>
  )
}
