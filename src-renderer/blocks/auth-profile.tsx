import { useTranslation } from 'react-i18next'
import { AUTH_KINDS } from '../../src-shared/document/auth-kinds.ts'
import type { VariableId } from '../../src-shared/document/ids.ts'
import type { AuthRecord } from '../../src-shared/document/records.ts'
import type { Changes } from '../../src-shared/edit/edit.ts'
import { updateRecord } from '../../src-shared/edit/update-record.ts'
import { ChoiceSelect } from '../inspector/fields/choice-select.tsx'
import { DraftInput } from '../inspector/fields/draft-input.tsx'
import css from '../inspector/fields/form.module.css'
import { newVariable } from '../inspector/fields/new-variable.ts'
import { Picker } from '../inspector/fields/picker.tsx'
import { variableNameFrom } from '../inspector/fields/variable-name-from.ts'
import { commit, useDocument } from '../state/edits.ts'
import { recordProblem } from '../state/put-record.ts'
import { useWorkbench } from '../state/workbench.ts'

type Put = (part: Partial<AuthRecord>, also?: Changes) => boolean
type TextPart = 'name' | 'identity' | 'tokenUrl' | 'scope'

/** Where the part is a header, the one that is used when it stays empty. */
const USUAL_HEADER: Readonly<Record<string, string>> = { apiKey: 'X-API-Key', hmac: 'X-Signature' }

/** The profile itself, with the name of its secret and never the secret. */
export function AuthProfile({ profile }: { profile: AuthRecord }) {
  const { t } = useTranslation()
  const { scheme } = profile
  const put: Put = (part, also = {}) => {
    const document = useWorkbench.getState().editor?.document
    const present = document?.get(profile.id)
    if (!document || !present) return false
    const changes = { ...also, ...updateRecord(document, { ...present, ...part }) }
    return commit(changes, { key: 'blocks.apiCall.profileEdit', name: present.name })
  }
  const text = (part: TextPart, label: string, placeholder?: string) => (
    <DraftInput
      key={part}
      field={`${profile.id}.${part}`}
      label={label}
      placeholder={placeholder}
      path={[part]}
      value={profile[part]}
      check={typed => recordProblem({ ...profile, [part]: typed.trim() })}
      commit={typed => put({ [part]: typed.trim() })}
    />
  )
  return (
    <div className={css.card}>
      {text('name', t('blocks.apiCall.profileName'))}
      <ChoiceSelect
        label={t('blocks.apiCall.scheme')}
        path={['scheme']}
        value={scheme}
        options={AUTH_KINDS.map(kind => ({ value: kind, label: t(`blocks.apiCall.schemes.${kind}`) }))}
        onPick={picked => put({ scheme: picked })}
      />
      {scheme !== 'bearer' && text('identity', t(`blocks.apiCall.identity.${scheme}`), USUAL_HEADER[scheme])}
      <SecretPicker secret={profile.secret} put={put} />
      {scheme === 'oauth2' && text('tokenUrl', t('blocks.apiCall.tokenUrl'), 'https://')}
      {scheme === 'oauth2' && text('scope', t('blocks.apiCall.scope'))}
      <p className={css.note}>{t('blocks.apiCall.profileShared')}</p>
    </div>
  )
}

/** Only secret variables can be chosen; one that is made here is secret. */
function SecretPicker({ secret, put }: { secret: VariableId | null; put: Put }) {
  const { t } = useTranslation()
  const document = useDocument()
  if (!document) return null
  const chosen = secret === null ? undefined : document.get(secret)
  const choices = () => {
    const secrets = [...document.all('variable')].filter(variable => variable.secret)
    secrets.sort((a, b) => a.name.localeCompare(b.name))
    return [{ group: null, items: secrets.map(({ id, name }) => ({ value: id, label: name })) }]
  }
  const create = (typed: string) => {
    const variable = { ...newVariable(document, typed, 'text'), secret: true }
    put({ secret: variable.id }, updateRecord(document, variable))
  }
  return (
    <Picker
      label={t('blocks.apiCall.secret')}
      path={['secret']}
      hint={chosen && t('blocks.apiCall.secretHint', { name: chosen.name })}
      placeholder={t('blocks.apiCall.chooseSecret')}
      chosen={chosen ? { value: chosen.id, label: chosen.name } : null}
      choices={choices}
      create={{
        label: typed => t('blocks.apiCall.newSecret', { name: variableNameFrom(typed) }),
        onCreate: create,
      }}
      onPick={picked => put({ secret: picked as VariableId | null })}
    />
  )
}
