import { useTranslation } from 'react-i18next'
import { type BodyData, isPairName } from '../../src-shared/blocks/http-parts.ts'
import { ChoiceSelect } from '../inspector/fields/choice-select.tsx'
import { SameTextField } from '../inspector/fields/same-text-field.tsx'
import { PairFields } from './pair-fields.tsx'

type Props = Readonly<{
  body: BodyData
  change: (map: (body: BodyData) => BodyData) => boolean
}>

const EMPTY: { readonly [As in BodyData['as']]: BodyData } = {
  none: { as: 'none' },
  json: { as: 'json', json: '{\n  \n}' },
  form: { as: 'form', form: [] },
  text: { as: 'text', text: '' },
}

/** What a call sends. */
export function ApiBodyFields({ body, change }: Props) {
  const { t } = useTranslation()
  return (
    <>
      <ChoiceSelect
        label={t('blocks.apiCall.bodyAs')}
        path={['body', 'as']}
        value={body.as}
        options={(['none', 'json', 'form', 'text'] as const).map(as => ({
          value: as,
          label: t(`blocks.apiCall.bodies.${as}`),
        }))}
        onPick={as => change(present => (present.as === as ? present : EMPTY[as]))}
      />
      {body.as === 'json' && (
        <SameTextField
          rows={4}
          label={t('blocks.apiCall.json')}
          hint={t('blocks.apiCall.jsonHint')}
          path={['body', 'json']}
          value={body.json}
          commit={json => change(() => ({ as: 'json', json }))}
        />
      )}
      {body.as === 'text' && (
        <SameTextField
          rows={3}
          label={t('blocks.apiCall.text')}
          path={['body', 'text']}
          value={body.text}
          commit={text => change(() => ({ as: 'text', text }))}
        />
      )}
      {body.as === 'form' && (
        <PairFields
          pairs={body.form}
          path={['body', 'form']}
          newName="value"
          addLabel={t('blocks.apiCall.addForm')}
          nameProblem={name => (isPairName(name) ? null : t('blocks.apiCall.nameRule'))}
          change={map =>
            change(present => ({ as: 'form', form: present.as === 'form' ? map(present.form) : [] }))
          }
        />
      )}
    </>
  )
}
