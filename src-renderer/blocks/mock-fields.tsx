import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { MAX_MOCK_LENGTH } from '../../src-shared/blocks/api-call.ts'
import type { DataOf } from '../../src-shared/blocks/kinds.ts'
import { DraftInput } from '../inspector/fields/draft-input.tsx'
import css from '../inspector/fields/form.module.css'
import { NumberField } from '../inspector/fields/number-field.tsx'
import { useDocument } from '../state/edits.ts'
import { AddButton } from './add-button.tsx'
import { AnswerRows } from './answer-rows.tsx'
import type { FormProps } from './kind-view.ts'
import { takeMapping } from './take-mapping.ts'

type Data = DataOf<'apiCall'>
type Mock = NonNullable<Data['mock']>

/** An example answer for trying the bot here, and for taking values by a click. */
export function MockFields({ block, data, change }: FormProps<Data>) {
  const { t } = useTranslation()
  const document = useDocument()
  const { mock, mapping } = data
  const [isNew, setIsNew] = useState(false)
  const patch = (part: Partial<Mock>) =>
    change(present => ({ ...present, mock: { status: 200, body: '', ...present.mock, ...part } }))
  const take = (path: string) =>
    document && takeMapping({ document, body: mock?.body ?? '', path, mapping, change })
  const add = () => {
    setIsNew(true)
    patch({ body: '' })
  }
  if (!mock)
    return (
      <>
        <p className={css.note}>{t('blocks.apiCall.mockHint')}</p>
        <AddButton label={t('blocks.apiCall.addMock')} onClick={add} />
      </>
    )
  return (
    <>
      <NumberField
        label={t('blocks.apiCall.mockStatus')}
        path={['mock', 'status']}
        min={100}
        max={599}
        value={mock.status}
        commit={status => patch({ status: status ?? 200 })}
      />
      <DraftInput
        key={`${block.id}.mock.body`}
        multiline
        mono
        autoFocus={isNew}
        placeholder={'{"number": "A1042"}'}
        field={`${block.id}.mock.body`}
        label={t('blocks.apiCall.mockBody')}
        hint={t('blocks.apiCall.mockHint')}
        path={['mock', 'body']}
        value={mock.body}
        check={text =>
          text.length > MAX_MOCK_LENGTH ? t('blocks.apiCall.mockTooLong', { count: MAX_MOCK_LENGTH }) : null
        }
        commit={body => patch({ body })}
      />
      <AnswerRows example={mock.body} taken={new Set(mapping.map(({ path }) => path))} onTake={take} />
      <Button
        className={css.start}
        size="compact-xs"
        variant="subtle"
        color="gray"
        onClick={() => change(present => ({ ...present, mock: null }))}
      >
        {t('blocks.apiCall.removeMock')}
      </Button>
    </>
  )
}
