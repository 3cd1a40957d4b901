import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { addFlow } from '../../../src-shared/blocks/edits/add-flow.ts'
import type { FlowId } from '../../../src-shared/document/ids.ts'
import type { Changes } from '../../../src-shared/edit/edit.ts'
import { useDocument } from '../../state/edits.ts'
import { newId } from '../../state/open-bot.ts'
import type { FieldPath } from './field-scope.ts'
import { Picker } from './picker.tsx'

type Props = Readonly<{
  label: string
  path: FieldPath
  hint?: ReactNode
  value: FlowId | null
  /** `also` holds a new flow, to be put in the same edit. */
  onPick: (flow: FlowId | null, also?: Changes) => void
}>

/** A choice among the flows of the bot, or a new one by the name typed. */
export function FlowPicker({ label, path, hint, value, onPick }: Props) {
  const { t } = useTranslation()
  const document = useDocument()
  if (!document) return null
  const chosen = value === null ? undefined : document.get(value)
  return (
    <Picker
      label={label}
      path={path}
      hint={hint}
      placeholder={t('inspector.picker.flow')}
      chosen={chosen ? { value: chosen.id, label: chosen.name } : null}
      choices={() => [
        { group: null, items: [...document.all('flow')].map(({ id, name }) => ({ value: id, label: name })) },
      ]}
      create={{
        label: typed => t('inspector.picker.newFlow', { name: typed }),
        onCreate: typed => {
          const made = addFlow(document, typed.slice(0, 64) || t('inspector.flow.unnamed'), newId)
          onPick(made.flow.id, made.changes)
        },
      }}
      onPick={picked => onPick(picked as FlowId | null)}
    />
  )
}
