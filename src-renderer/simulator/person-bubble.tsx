import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { LocationPart } from './location-part.tsx'
import { MEDIA_ICONS, MediaPart } from './media-part.tsx'
import parts from './message.module.css'
import css from './simulator.module.css'
import type { TranscriptLine } from './transcript.ts'

type Said = Extract<TranscriptLine, { type: 'said' }>
type Props = Readonly<{ line: Said | Extract<TranscriptLine, { type: 'agent' }> }>

/** What a person wrote or sent: the customer on the right, an agent on the side of the bot. Their texts are plain. */
export function PersonBubble({ line }: Props) {
  const { t } = useTranslation()
  if (line.type === 'agent')
    return (
      <div className={css.agent} dir="auto">
        <span className={css.agentName}>{t('simulator.agent')}</span>
        {line.text}
        {line.media && <MediaPart media={line.media} />}
      </div>
    )
  const { text, location, files = [], unsupported } = line
  return (
    <div className={css.saying}>
      {text !== '' && (
        <div className={css.said} dir="auto">
          <span className={css.spoken}>{t('simulator.customer')}</span>
          {text}
        </div>
      )}
      {location && <LocationPart place={location} />}
      {files.map(file => (
        <SentFilePart key={file.url} file={file} />
      ))}
      {unsupported && <p className={css.note}>{t('simulator.part.unsupported', { kind: unsupported })}</p>}
    </div>
  )
}

function SentFilePart({ file }: { file: NonNullable<Said['files']>[number] }) {
  const { t } = useTranslation()
  const Icon = MEDIA_ICONS[file.kind]
  return (
    <div className={parts.part}>
      <Icon size={20} stroke={1.5} className={parts.partIcon} aria-hidden />
      <div className={parts.partWords}>
        <span className={parts.partKind}>{t(`simulator.part.media.${file.kind}`)}</span>
        <bdi className={parts.partTitle}>{file.name}</bdi>
        <span className={parts.partMore}>{lengthWords(t, file)}</span>
      </div>
    </div>
  )
}

function lengthWords(t: TFunction, { durationMs, size }: NonNullable<Said['files']>[number]): string {
  if (durationMs === undefined) return sizeWords(t, size)
  return t('simulator.part.seconds', { count: Math.round(durationMs / 1000), size: sizeWords(t, size) })
}

function sizeWords(t: TFunction, bytes: number): string {
  const rounded = (size: number) => ({ size, formatParams: { size: { maximumFractionDigits: 1 } } })
  if (bytes < 1024) return t('simulator.part.bytes', { count: bytes })
  if (bytes < 1_048_576) return t('simulator.part.kilobytes', rounded(bytes / 1024))
  return t('simulator.part.megabytes', rounded(bytes / 1_048_576))
}
