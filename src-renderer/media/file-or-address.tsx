import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { kindOfType } from '../../src-shared/channels/file-fit.ts'
import type { MediaId } from '../../src-shared/document/ids.ts'
import type { MediaRecord } from '../../src-shared/document/records.ts'
import { fileReference, referredFile } from '../../src-shared/message/file-address.ts'
import type { FieldPath } from '../inspector/fields/field-scope.ts'
import { Picker } from '../inspector/fields/picker.tsx'
import { SameTextField } from '../inspector/fields/same-text-field.tsx'
import { useDocument } from '../state/edits.ts'
import { useWorkbench } from '../state/workbench.ts'
import { takeFiles } from './add-files.ts'
import { fileMeta } from './file-meta.ts'
import { FileThumb } from './file-thumb.tsx'
import css from './media.module.css'

type Props = Readonly<{
  label: string
  path: FieldPath
  value: string
  hint?: string
  /** Only pictures, such as for a card. */
  only?: 'image'
  commit: (address: string) => boolean
  /** Called instead of `commit` where a file tells more than its address. */
  onFile?: (address: string, file: MediaRecord) => boolean
}>

/** The address of a file elsewhere, or a file of the bot, which needs no address. */
export function FileOrAddress({ label, path, value, hint, only, commit, onFile }: Props) {
  const { t } = useTranslation()
  const document = useDocument()
  const input = useRef<HTMLInputElement>(null)
  if (!document) return null
  const id = referredFile(value) as MediaId | null
  const chosen = id === null ? undefined : document.get(id)
  const pick = (picked: string | null) => {
    if (picked === null) return void commit('')
    const present = useWorkbench.getState().editor?.document.get(picked as MediaId)
    if (!present) return
    const address = fileReference(picked)
    if (onFile) onFile(address, present)
    else commit(address)
  }
  const take = async (file: File | undefined) => {
    const [taken] = file ? await takeFiles(t, [file]) : []
    if (taken) pick(taken)
  }
  const choices = () => [
    {
      group: null,
      items: [...document.all('media')]
        .filter(({ mime }) => only === undefined || kindOfType(mime) === only)
        .sort((a, b) => a.name.localeCompare(b.name))
        .map(file => ({ value: file.id, label: file.name, hint: fileMeta(file) })),
    },
  ]
  return (
    <>
      {id === null && (
        <SameTextField
          label={label}
          placeholder="https://"
          hint={hint}
          path={path}
          value={value}
          commit={commit}
        />
      )}
      <Picker
        label={id === null ? t('media.orFile') : label}
        path={id === null ? undefined : path}
        placeholder={t('media.choose')}
        chosen={
          id === null
            ? null
            : {
                value: id,
                label: chosen?.name ?? t('media.goneShort'),
                icon: chosen && (
                  <span className={css.chip}>
                    <FileThumb key={chosen.hash} file={chosen} size={20} />
                  </span>
                ),
              }
        }
        choices={choices}
        create={{ label: () => t('media.addOne'), onCreate: () => input.current?.click() }}
        onPick={pick}
      />
      <input
        ref={input}
        type="file"
        hidden
        aria-label={t('media.addOne')}
        onChange={event => {
          void take(event.target.files?.[0])
          event.target.value = ''
        }}
      />
    </>
  )
}
