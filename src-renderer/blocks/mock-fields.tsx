import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { MAX_MOCK_LENGTH } from '../../src-shared/blocks/api-call.ts'
import type { DataOf } from '../../src-shared/blocks/kinds.ts'
import type { BotDocument } from '../../src-shared/document/bot-document.ts'
import type { VariableId } from '../../src-shared/document/ids.ts'
import { isReadOnly } from '../../src-shared/document/predefined-variables.ts'
import { DraftInput } from '../inspector/fields/draft-input.tsx'
import css from '../inspector/fields/form.module.css'
import { NumberField } from '../inspector/fields/number-field.tsx'
import { variableNameFrom } from '../inspector/fields/variable-name-from.ts'
import { useDocument } from '../state/edits.ts'
import { AddButton } from './add-button.tsx'
import { AnswerRows } from './answer-rows.tsx'
import type { FormProps } from './kind-view.ts'

type Data = DataOf<'apiCall'>
type Mock = NonNullable<Data['mock']>

/** An example answer for trying the bot here, and for taking values by a click. */
export function MockFields({ block, data, change }: FormProps<Data>) {
  const { t } = useTranslation()
  const document = useDocument()
  const { mock, mapping } = data
  const patch = (part: Partial<Mock>) =>
    change(present => ({ ...present, mock: { status: 200, body: '', ...present.mock, ...part } }))
  const take = (path: string) =>
    change(present =>
      present.mapping.some(row => row.path === path)
        ? present
        : { ...present, mapping: [...present.mapping, { path, variable: variableFor(path, document) }] },
    )
  if (!mock)
    return (
      <>
        <p className={css.note}>{t('blocks.apiCall.mockHint')}</p>
        <AddButton label={t('blocks.apiCall.addMock')} onClick={() => patch({ body: '{\n  \n}' })} />
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

/** The variable that has the name of the place, where there is one. */
function variableFor(path: string, document: BotDocument | null): VariableId | null {
  const name = variableNameFrom(path.split(/[.[]/).at(-1) ?? '')
  const variable = isReadOnly(name) ? undefined : document?.variableNamed(name)
  return variable?.id ?? null
}
