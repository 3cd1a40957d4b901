import { NativeSelect, NumberInput, TextInput } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FILE_KINDS } from '../../src-shared/blocks/file-input.ts'
import type { SheetFieldsProps } from './sheet-fields.ts'
import css from './simulator.module.css'

type Kind = (typeof FILE_KINDS)[number]

const USUAL: Readonly<Record<Kind, Readonly<{ name: string; mime: string }>>> = {
  image: { name: 'photo.jpg', mime: 'image/jpeg' },
  video: { name: 'video.mp4', mime: 'video/mp4' },
  audio: { name: 'voice.ogg', mime: 'audio/ogg' },
  document: { name: 'document.pdf', mime: 'application/pdf' },
}
const MEGABYTE = 1_048_576
const MOST_MEGABYTES = 2000

/** A file that is only told of: a bot sees nothing else of one. */
export function FileFields({ onChange }: SheetFieldsProps) {
  const { t } = useTranslation()
  const [kind, setKind] = useState<Kind>('image')
  const [name, setName] = useState(USUAL.image.name)
  const [megabytes, setMegabytes] = useState<number | string>(0.5)
  useEffect(() => {
    if (typeof megabytes !== 'number' || name.trim() === '') return onChange(null)
    const url = `https://files.example/${encodeURIComponent(name.trim())}`
    const size = Math.round(megabytes * MEGABYTE)
    const file = { kind, url, name: name.trim(), mime: USUAL[kind].mime, size }
    onChange({ type: 'message', text: '', files: [file] })
  }, [kind, name, megabytes, onChange])
  const pick = (next: Kind) => {
    if (name === USUAL[kind].name) setName(USUAL[next].name)
    setKind(next)
  }
  return (
    <>
      <div className={css.pair}>
        <NativeSelect
          size="xs"
          label={t('simulator.sheet.kind')}
          value={kind}
          data={FILE_KINDS.map(value => ({ value, label: t(`simulator.part.media.${value}`) }))}
          onChange={event => pick(event.currentTarget.value as Kind)}
        />
        <NumberInput
          size="xs"
          label={t('simulator.sheet.megabytes')}
          min={0}
          max={MOST_MEGABYTES}
          decimalScale={2}
          hideControls
          value={megabytes}
          onChange={setMegabytes}
        />
      </div>
      <TextInput
        size="xs"
        label={t('simulator.sheet.fileName')}
        maxLength={255}
        value={name}
        onChange={event => setName(event.currentTarget.value)}
      />
    </>
  )
}
