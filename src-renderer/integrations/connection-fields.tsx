import { NativeSelect, PasswordInput, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { FAILURE_UNITS } from '../../src-shared/integrations/attempts.ts'
import type { IntegrationView } from '../../src-shared/publish/integration-protocol.ts'
import { client } from '../ipc/client.ts'
import css from '../live/live.module.css'
import { useAnswer } from '../live/use-answer.ts'
import { type ConnectionDraft, type ConnectionField, SECRET_OF } from './connection-draft.ts'

type Props = Readonly<{
  draft: ConnectionDraft
  /** What the engine has of it; null for one that is not there yet. */
  integration: IntegrationView | null
  problems: ReadonlySet<ConnectionField>
  onChange: (draft: ConnectionDraft) => void
}>

const BELOW = ['label', 'input', 'description', 'error'] as const

/** The fields of an integration, by its platform. */
export function ConnectionFields(props: Props) {
  const { t } = useTranslation()
  const { draft, problems, onChange } = props
  return (
    <>
      <div className={css.pair}>
        <TextInput
          size="xs"
          label={t('integrations.form.name')}
          placeholder={t(`integrations.form.namePlaceholder.${draft.platform === 'ccsp' ? 'desk' : 'bot'}`)}
          value={draft.name}
          error={problems.has('name') ? t('integrations.form.problem.name') : null}
          maxLength={80}
          autoFocus
          autoComplete="off"
          onChange={event => onChange({ ...draft, name: event.currentTarget.value })}
        />
        {draft.platform === 'engine' ? <BotSelect {...props} /> : <FailureUnitSelect {...props} />}
      </div>
      {draft.platform !== 'engine' && <Endpoint {...props} />}
    </>
  )
}

function Endpoint({ draft, integration, problems, onChange }: Props) {
  const { t } = useTranslation()
  const { platform } = draft
  const secret = SECRET_OF[platform]
  return (
    <>
      <TextInput
        size="xs"
        label={t(platform === 'ccsp' ? 'integrations.form.deskUrl' : 'integrations.form.url')}
        placeholder="https://bot.example/webhook"
        value={draft.url}
        error={problems.has('url') ? t('integrations.form.problem.url') : null}
        maxLength={2000}
        autoComplete="off"
        spellCheck={false}
        className={css.code}
        onChange={event => onChange({ ...draft, url: event.currentTarget.value })}
      />
      {secret && (
        <PasswordInput
          size="xs"
          label={t(`integrations.form.secret.${platform}`)}
          description={t(`integrations.form.secretHint.${platform}`)}
          inputWrapperOrder={[...BELOW]}
          placeholder={integration?.secrets.includes(secret.name) ? t('live.form.keep') : ''}
          value={draft[secret.name]}
          error={problems.has('secret') ? t('live.form.problem.secret') : null}
          maxLength={1024}
          autoComplete="off"
          onChange={event => onChange({ ...draft, [secret.name]: event.currentTarget.value })}
        />
      )}
    </>
  )
}

function FailureUnitSelect({ draft, onChange }: Props) {
  const { t } = useTranslation()
  return (
    <NativeSelect
      size="xs"
      label={t('integrations.form.failureUnit')}
      value={draft.failureUnit}
      data={FAILURE_UNITS.map(value => ({ value, label: t(`integrations.form.failureUnits.${value}`) }))}
      onChange={({ currentTarget: { value } }) =>
        onChange({ ...draft, failureUnit: FAILURE_UNITS.find(unit => unit === value) ?? draft.failureUnit })
      }
    />
  )
}

/** The bots of this library; one that is not published there does not pass the verification. */
function BotSelect({ draft, onChange }: Props) {
  const { t } = useTranslation()
  const { value: bots = [] } = useAnswer(() => client['library.list']())
  const known = bots.map(({ bot, name }) => ({ value: String(bot), label: name }))
  const isKnown = known.some(({ value }) => value === draft.bot)
  return (
    <NativeSelect
      size="xs"
      label={t('integrations.form.bot')}
      value={draft.bot}
      data={isKnown ? known : [{ value: draft.bot, label: draft.bot }, ...known]}
      onChange={event => onChange({ ...draft, bot: event.currentTarget.value })}
    />
  )
}
