import { IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { MAX_MAPPINGS, type MappingData } from '../../src-shared/blocks/answer-mapping.ts'
import { parseJsonPath } from '../../src-shared/blocks/json-path.ts'
import type { Changes } from '../../src-shared/edit/edit.ts'
import { DraftInput } from '../inspector/fields/draft-input.tsx'
import css from '../inspector/fields/form.module.css'
import { SmallButton } from '../inspector/fields/small-button.tsx'
import { VariablePicker } from '../inspector/fields/variable-picker.tsx'
import { AddButton } from './add-button.tsx'

type Props = Readonly<{
  block: string
  mapping: MappingData
  change: (map: (mapping: MappingData) => MappingData, also?: Changes) => boolean
}>

/** Which places of the answer go into which variables. */
export function MappingFields({ block, mapping, change }: Props) {
  const { t } = useTranslation()
  const patch = (at: number, part: Partial<MappingData[number]>, also?: Changes) =>
    change(present => present.map((row, index) => (index === at ? { ...row, ...part } : row)), also)
  return (
    <div className={css.section} data-path="mapping">
      {mapping.map(({ path, variable }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a path may stand here twice
        <div key={at} className={css.card}>
          <div className={css.line}>
            <DraftInput
              quiet
              mono
              field={`${block}.mapping.${at}.path`}
              label={t('blocks.apiCall.path', { number: at + 1 })}
              placeholder="$.order.id"
              path={['mapping', at, 'path']}
              value={path}
              check={text => (parseJsonPath(text) ? null : t('blocks.apiCall.pathRule'))}
              commit={text => patch(at, { path: text.trim() })}
            />
            <SmallButton
              label={t('blocks.apiCall.removeMapping', { number: at + 1 })}
              onClick={() => change(present => present.toSpliced(at, 1))}
            >
              <IconX size={14} />
            </SmallButton>
          </div>
          <VariablePicker
            quiet
            label={t('blocks.apiCall.variable', { number: at + 1 })}
            path={['mapping', at, 'variable']}
            value={variable}
            newType={path.includes('[*]') ? 'list' : 'text'}
            onPick={(picked, also) => patch(at, { variable: picked }, also)}
          />
        </div>
      ))}
      {mapping.length < MAX_MAPPINGS && (
        <AddButton
          label={t('blocks.apiCall.addMapping')}
          onClick={() => change(present => [...present, { path: '', variable: null }])}
        />
      )}
      <p className={css.note}>{t('blocks.apiCall.mappingHint')}</p>
    </div>
  )
}
