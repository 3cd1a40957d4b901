import { useTranslation } from 'react-i18next'
import { type AuthId, newRecordId } from '../../src-shared/document/ids.ts'
import type { AuthRecord } from '../../src-shared/document/records.ts'
import type { Changes } from '../../src-shared/edit/edit.ts'
import { updateRecord } from '../../src-shared/edit/update-record.ts'
import { FieldScope } from '../inspector/fields/field-scope.ts'
import { Picker } from '../inspector/fields/picker.tsx'
import { useDocument } from '../state/edits.ts'
import { newId } from '../state/open-bot.ts'
import { AuthProfile } from './auth-profile.tsx'

type Props = Readonly<{
  auth: AuthId | null
  onPick: (auth: AuthId | null, also?: Changes) => void
}>

const MAX_NAME = 64

/** How a call proves who it is: a profile of the bot, made and changed here (requirements.md NHN-26). */
export function AuthFields({ auth, onPick }: Props) {
  const { t } = useTranslation()
  const document = useDocument()
  if (!document) return null
  const chosen = auth === null ? undefined : document.get(auth)
  const choices = () => [
    {
      group: null,
      items: [...document.all('auth')].map(({ id, name, scheme }) => ({
        value: id,
        label: name,
        hint: t(`blocks.apiCall.schemes.${scheme}`),
      })),
    },
  ]
  const create = (typed: string) => {
    const name = typed.trim().slice(0, MAX_NAME) || t('blocks.apiCall.unnamedProfile')
    const profile: AuthRecord = {
      id: newRecordId('auth', newId),
      type: 'auth',
      name,
      scheme: 'bearer',
      identity: '',
      secret: null,
      tokenUrl: '',
      scope: '',
    }
    onPick(profile.id, updateRecord(document, profile))
  }
  return (
    <>
      <Picker
        label={t('blocks.apiCall.profile')}
        path={['auth']}
        placeholder={t('blocks.apiCall.chooseProfile')}
        chosen={chosen ? { value: chosen.id, label: chosen.name } : null}
        choices={choices}
        create={{
          label: typed =>
            t('blocks.apiCall.newProfile', { name: typed.trim() || t('blocks.apiCall.unnamedProfile') }),
          onCreate: create,
        }}
        onPick={picked => onPick(picked as AuthId | null)}
      />
      {chosen && (
        <FieldScope value={chosen.id}>
          <AuthProfile key={chosen.id} profile={chosen} />
        </FieldScope>
      )}
    </>
  )
}
