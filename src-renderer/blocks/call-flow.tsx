import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { DataOf } from '../../src-shared/blocks/kinds.ts'
import { FlowPicker } from '../inspector/fields/flow-picker.tsx'
import css from '../inspector/fields/form.module.css'
import { showFlow } from '../state/show-place.ts'
import { Fold } from './fold.tsx'
import type { FormProps } from './kind-view.ts'
import { PassedValues } from './passed-values.tsx'

export function CallFlowForm({ data, change }: FormProps<DataOf<'callFlow'>>) {
  const { t } = useTranslation()
  const { flow } = data
  return (
    <>
      <FlowPicker
        label={t('blocks.callFlow.flow')}
        path={['flow']}
        hint={t('blocks.callFlow.hint')}
        value={flow}
        onPick={(picked, also) => change(present => ({ ...present, flow: picked }), also)}
      />
      {flow !== null && (
        <Button className={css.start} size="compact-xs" variant="default" onClick={() => showFlow(flow)}>
          {t('blocks.callFlow.open')}
        </Button>
      )}
      {(['inputs', 'results'] as const).map(list => (
        <Fold key={list} label={t(`blocks.callFlow.${list}`)} startsOpen={(data[list] ?? []).length > 0}>
          <PassedValues
            list={list}
            rows={data[list] ?? []}
            change={(map, also) =>
              change(({ [list]: before = [], ...others }) => {
                const rows = map(before)
                return rows.length === 0 ? others : { ...others, [list]: [...rows] }
              }, also)
            }
          />
        </Fold>
      ))}
    </>
  )
}
