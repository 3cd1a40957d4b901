import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { KindName } from '../../../src-shared/blocks/kinds.ts'
import type { BlockId } from '../../../src-shared/document/ids.ts'
import type { BlockRecord } from '../../../src-shared/document/records.ts'
import { blockSummary } from '../../blocks/block-summary.ts'
import { blockTitle } from '../../blocks/block-title.ts'
import { KIND_VIEWS } from '../../blocks/kind-views.ts'
import { useDocument } from '../../state/edits.ts'
import type { FieldPath } from './field-scope.ts'
import { Picker } from './picker.tsx'
import { useTextLocale } from './use-text-locale.ts'

type Props = Readonly<{
  label: string
  path: FieldPath
  hint?: ReactNode
  value: BlockId | null
  /** Not offered: the block that has this field. */
  except: BlockId
  onPick: (block: BlockId | null) => void
}>

/** A choice among all blocks of the bot, by flow, searched by title and by what they say. */
export function BlockPicker({ label, path, hint, value, except, onPick }: Props) {
  const { t } = useTranslation()
  const { locale } = useTextLocale()
  const document = useDocument()
  if (!document) return null
  const choiceOf = (block: BlockRecord) => {
    const Icon = KIND_VIEWS[block.kind as KindName].icon
    const hint = blockSummary(t, document, block, locale).split('\n')[0]?.slice(0, 200)
    return { value: block.id, label: blockTitle(t, block), hint, icon: <Icon size={14} /> }
  }
  const choices = () =>
    [...document.all('flow')].map(({ id, name }) => ({
      group: name,
      items: [...document.blocksOf(id).values()].filter(block => block.id !== except).map(choiceOf),
    }))
  const chosen = value === null ? undefined : document.get(value)
  return (
    <Picker
      label={label}
      path={path}
      hint={hint}
      placeholder={t('inspector.picker.block')}
      chosen={chosen ? choiceOf(chosen) : null}
      choices={choices}
      onPick={picked => onPick(picked as BlockId | null)}
    />
  )
}
