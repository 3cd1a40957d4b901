import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { BlockId } from '../../src-shared/document/ids.ts'
import { DraftInput } from '../inspector/fields/draft-input.tsx'

type Props = Readonly<{
  block: BlockId
  label: string
  hint?: ReactNode
  placeholder: string
  value: string
  commit: (name: string) => boolean
}>

/** The name of an event or a reference, as other systems write it. */
export function EventNameField({ block, label, hint, placeholder, value, commit }: Props) {
  const { t } = useTranslation()
  const field = `${block}.name`
  return (
    <DraftInput
      key={field}
      mono
      field={field}
      label={label}
      hint={hint}
      placeholder={placeholder}
      path={['name']}
      value={value}
      check={name => (/^[A-Za-z0-9._-]{0,64}$/.test(name) ? null : t('blocks.eventNameRule'))}
      commit={commit}
    />
  )
}
