import { Button, Switch } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { deleteVariable } from '../../src-shared/blocks/edits/delete-variable.ts'
import { renameVariable } from '../../src-shared/blocks/edits/rename-variable.ts'
import { usesOfVariable } from '../../src-shared/blocks/edits/uses-of-variable.ts'
import { MAX_TEXT_LENGTH } from '../../src-shared/document/localized.ts'
import { isPredefined } from '../../src-shared/document/predefined-variables.ts'
import type { VariableRecord } from '../../src-shared/document/records.ts'
import { VALUE_TYPES } from '../../src-shared/kit/value.ts'
import { ChoiceSelect } from '../inspector/fields/choice-select.tsx'
import { DraftInput } from '../inspector/fields/draft-input.tsx'
import { FieldScope } from '../inspector/fields/field-scope.ts'
import { RecordIssues } from '../inspector/record-issues.tsx'
import { commit, useDocument } from '../state/edits.ts'
import { putRecord } from '../state/put-record.ts'
import { tellOfEdit } from '../state/tell-of-edit.ts'
import { useWorkbench } from '../state/workbench.ts'
import { InitialValue } from './initial-value.tsx'
import css from './panels.module.css'
import { initialAs } from './typed-value.ts'
import { variableNameProblem } from './variable-name-problem.ts'
import { VariableUses } from './variable-uses.tsx'

type PutVariable = (part: Partial<VariableRecord>) => boolean

/** The form of one variable. The six predefined ones can be given another value, and nothing else (KAR-14…KAR-19). */
export function VariableEditor({ variable }: { variable: VariableRecord }) {
  const { t } = useTranslation()
  const { id, name, secret } = variable
  const predefined = isPredefined(name)
  const put: PutVariable = part => {
    const present = useWorkbench.getState().editor?.document.get(id) ?? variable
    return putRecord({ ...present, ...part }, { key: 'variables.edit.change', name: present.name })
  }
  return (
    <FieldScope value={id}>
      <div className={css.editor}>
        <RecordIssues record={id} />
        {predefined ? (
          <p className={css.note}>
            {t(`variables.predefined.${name}`, { skipInterpolation: true })} {t('variables.locked')}
          </p>
        ) : (
          <NameAndType variable={variable} put={put} />
        )}
        {!secret && <InitialValue variable={variable} put={put} />}
        {!predefined && <SecretAndDescription variable={variable} put={put} />}
        <VariableUses variable={variable} />
        {!predefined && <DeleteVariable variable={variable} />}
      </div>
    </FieldScope>
  )
}

function NameAndType({ variable, put }: { variable: VariableRecord; put: PutVariable }) {
  const { t } = useTranslation()
  const document = useDocument()
  if (!document) return null
  const { id, name, valueType, initial } = variable
  return (
    <>
      <DraftInput
        key={`${id}.name`}
        field={`${id}.name`}
        whole
        mono
        label={t('variables.name')}
        path={['name']}
        value={name}
        tidy={text => text.toUpperCase().replace(/[\s-]+/g, '_')}
        check={text => variableNameProblem(t, document, id, text)}
        commit={text => commit(renameVariable(document, id, text), { key: 'variables.edit.rename', name })}
      />
      <ChoiceSelect
        label={t('variables.typeLabel')}
        path={['valueType']}
        value={valueType}
        options={VALUE_TYPES.map(type => ({ value: type, label: t(`variables.type.${type}`) }))}
        onPick={type => put({ valueType: type, initial: initialAs(initial, type) })}
      />
    </>
  )
}

function SecretAndDescription({ variable, put }: { variable: VariableRecord; put: PutVariable }) {
  const { t } = useTranslation()
  const { id, secret, description } = variable
  return (
    <>
      <Switch
        size="xs"
        label={t('variables.secret')}
        description={secret ? t('variables.secretHint') : undefined}
        checked={secret}
        onChange={event =>
          put(event.currentTarget.checked ? { secret: true, initial: null } : { secret: false })
        }
      />
      <DraftInput
        key={`${id}.description`}
        field={`${id}.description`}
        multiline
        label={t('variables.description')}
        placeholder={t('variables.descriptionPlaceholder')}
        path={['description']}
        value={description}
        check={text =>
          text.length > MAX_TEXT_LENGTH ? t('inspector.field.atMost', { count: MAX_TEXT_LENGTH }) : null
        }
        commit={text => put({ description: text })}
      />
    </>
  )
}

function DeleteVariable({ variable }: { variable: VariableRecord }) {
  const { t } = useTranslation()
  const document = useDocument()
  if (!document) return null
  const { id, name } = variable
  const remove = () => {
    const count = usesOfVariable(document, variable).length
    if (!commit(deleteVariable(document, id), { key: 'variables.edit.delete', name })) return
    const message = t(count > 0 ? 'variables.deletedUsed' : 'variables.deleted', { name, count })
    tellOfEdit('info', message)
  }
  return (
    <div>
      <Button size="compact-xs" variant="default" leftSection={<IconTrash size={14} />} onClick={remove}>
        {t('variables.delete')}
      </Button>
    </div>
  )
}
