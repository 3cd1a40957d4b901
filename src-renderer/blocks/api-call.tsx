import { useTranslation } from 'react-i18next'
import { MAX_API_TIMEOUT_MS, MAX_RETRIES } from '../../src-shared/blocks/api-call.ts'
import { HTTP_METHODS } from '../../src-shared/blocks/effect.ts'
import { isHeaderName, isPairName } from '../../src-shared/blocks/http-parts.ts'
import type { DataOf } from '../../src-shared/blocks/kinds.ts'
import { ChoiceSelect } from '../inspector/fields/choice-select.tsx'
import form from '../inspector/fields/form.module.css'
import { NumberField } from '../inspector/fields/number-field.tsx'
import { SameTextField } from '../inspector/fields/same-text-field.tsx'
import { VariablePicker } from '../inspector/fields/variable-picker.tsx'
import { ApiBodyFields } from './api-body-fields.tsx'
import css from './api-call.module.css'
import { AuthFields } from './auth-fields.tsx'
import { Fold } from './fold.tsx'
import type { FormProps } from './kind-view.ts'
import { MappingFields } from './mapping-fields.tsx'
import { MockFields } from './mock-fields.tsx'
import { PairFields } from './pair-fields.tsx'
import { TestCall } from './test-call.tsx'

type Props = FormProps<DataOf<'apiCall'>>

export function ApiCallForm(props: Props) {
  const { block, data, change } = props
  const { t } = useTranslation()
  return (
    <>
      <RequestLine {...props} />
      <RequestFolds {...props} />
      <Fold label={t('blocks.apiCall.testTitle')} startsOpen={false}>
        <TestCall {...props} />
      </Fold>
      <Fold label={t('blocks.apiCall.mapping')} startsOpen>
        <MappingFields
          block={block.id}
          mapping={data.mapping}
          change={(map, also) =>
            change(present => ({ ...present, mapping: [...map(present.mapping)] }), also)
          }
        />
        <VariablePicker
          label={t('blocks.apiCall.statusTo')}
          path={['statusTo']}
          value={data.statusTo}
          newType="number"
          onPick={(statusTo, also) => change(present => ({ ...present, statusTo }), also)}
        />
      </Fold>
      <Fold label={t('blocks.apiCall.mock')} startsOpen={data.mock !== null}>
        <MockFields {...props} />
      </Fold>
      <Fold label={t('blocks.apiCall.limits')} startsOpen={data.retries > 0}>
        <LimitFields {...props} />
      </Fold>
    </>
  )
}

function RequestLine({ data, change }: Props) {
  const { t } = useTranslation()
  return (
    <div className={css.request}>
      <ChoiceSelect
        label={t('blocks.apiCall.method')}
        path={['method']}
        value={data.method}
        options={HTTP_METHODS.map(method => ({ value: method, label: method }))}
        onPick={method => change(present => ({ ...present, method }))}
      />
      <SameTextField
        label={t('blocks.apiCall.url')}
        placeholder="https://"
        path={['url']}
        value={data.url}
        commit={url => change(present => ({ ...present, url: url.trim() }))}
      />
    </div>
  )
}

function RequestFolds({ data, change }: Props) {
  const { t } = useTranslation()
  return (
    <>
      <Fold label={t('blocks.apiCall.query')} startsOpen={data.query.length > 0}>
        <PairFields
          pairs={data.query}
          path={['query']}
          newName="name"
          addLabel={t('blocks.apiCall.addQuery')}
          nameProblem={name => (isPairName(name) ? null : t('blocks.apiCall.nameRule'))}
          change={map => change(present => ({ ...present, query: [...map(present.query)] }))}
        />
      </Fold>
      <Fold label={t('blocks.apiCall.headers')} startsOpen={data.headers.length > 0}>
        <PairFields
          pairs={data.headers}
          path={['headers']}
          newName="X-Name"
          addLabel={t('blocks.apiCall.addHeader')}
          nameProblem={name => (isHeaderName(name) ? null : t('blocks.apiCall.headerRule'))}
          change={map => change(present => ({ ...present, headers: [...map(present.headers)] }))}
        />
      </Fold>
      {(data.method !== 'GET' || data.body.as !== 'none') && (
        <Fold label={t('blocks.apiCall.body')} startsOpen>
          <ApiBodyFields
            body={data.body}
            change={map => change(present => ({ ...present, body: map(present.body) }))}
          />
        </Fold>
      )}
      <Fold label={t('blocks.apiCall.auth')} startsOpen={data.auth !== null}>
        <AuthFields
          auth={data.auth}
          onPick={(auth, also) => change(present => ({ ...present, auth }), also)}
        />
      </Fold>
    </>
  )
}

function LimitFields({ data, change }: Props) {
  const { t } = useTranslation()
  return (
    <div className={form.pair}>
      <NumberField
        fraction
        label={t('blocks.apiCall.timeout')}
        path={['timeoutMs']}
        min={0.1}
        max={MAX_API_TIMEOUT_MS / 1000}
        value={data.timeoutMs / 1000}
        commit={seconds => change(present => ({ ...present, timeoutMs: Math.round((seconds ?? 5) * 1000) }))}
      />
      <NumberField
        label={t('blocks.apiCall.retries')}
        hint={t('blocks.apiCall.retriesHint')}
        path={['retries']}
        min={0}
        max={MAX_RETRIES}
        value={data.retries}
        commit={retries => change(present => ({ ...present, retries: retries ?? 0 }))}
      />
    </div>
  )
}
