import { IconX } from '@tabler/icons-react'
import { useContext } from 'react'
import { useTranslation } from 'react-i18next'
import { MAX_PAIRS, type PairsData } from '../../src-shared/blocks/http-parts.ts'
import { DraftInput } from '../inspector/fields/draft-input.tsx'
import { type FieldPath, FieldScope } from '../inspector/fields/field-scope.ts'
import css from '../inspector/fields/form.module.css'
import { SameTextField } from '../inspector/fields/same-text-field.tsx'
import { SmallButton } from '../inspector/fields/small-button.tsx'
import { freeName } from '../inspector/fields/variable-name-from.ts'
import { AddButton } from './add-button.tsx'

type Props = Readonly<{
  pairs: PairsData
  path: FieldPath
  addLabel: string
  /** What a new name is made of. */
  newName: string
  /** What is wrong with a name; null for nothing. */
  nameProblem: (name: string) => string | null
  change: (map: (pairs: PairsData) => PairsData) => boolean
}>

/** Names and values of a call, such as its headers. */
export function PairFields({ pairs, path, addLabel, newName, nameProblem, change }: Props) {
  const { t } = useTranslation()
  const scope = useContext(FieldScope)
  const patch = (at: number, part: Partial<PairsData[number]>) =>
    change(present => present.map((pair, index) => (index === at ? { ...pair, ...part } : pair)))
  const add = () => {
    const name = freeName(newName, taken => pairs.some(pair => pair.name === taken))
    change(present => [...present, { name, value: '' }])
  }
  return (
    <div className={css.section} data-path={path.join('.')}>
      {pairs.map(({ name, value }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: values have no other identity
        <div key={at} className={css.card}>
          <div className={css.line}>
            <DraftInput
              quiet
              mono
              field={`${scope}.${path.join('.')}.${at}.name`}
              label={t('blocks.apiCall.name', { number: at + 1 })}
              placeholder={t('blocks.apiCall.namePlaceholder')}
              path={[...path, at, 'name']}
              value={name}
              check={text => nameProblem(text.trim())}
              commit={text => patch(at, { name: text.trim() })}
            />
            <SmallButton
              label={t('blocks.apiCall.remove', { name })}
              onClick={() => change(present => present.toSpliced(at, 1))}
            >
              <IconX size={14} />
            </SmallButton>
          </div>
          <SameTextField
            label={t('blocks.apiCall.value', { name })}
            path={[...path, at, 'value']}
            value={value}
            commit={text => patch(at, { value: text })}
          />
        </div>
      ))}
      {pairs.length < MAX_PAIRS && <AddButton label={addLabel} onClick={add} />}
    </div>
  )
}
