import { Checkbox, NativeSelect, PasswordInput, Textarea, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { ENVIRONMENTS } from '../../src-shared/lifecycle/environments.ts'
import {
  CHANNEL_KINDS,
  type ChannelView,
  SECRETS_OF,
  type SecretName,
} from '../../src-shared/publish/channel-protocol.ts'
import { type ChannelDraft, type DraftField, type DraftProblem, hasAccount } from './channel-draft.ts'
import css from './live.module.css'

type Props = Readonly<{
  draft: ChannelDraft
  /** What the engine has of it; null for one that is not there yet. */
  channel: ChannelView | null
  problems: Readonly<Partial<Record<DraftField, DraftProblem>>>
  onChange: (draft: ChannelDraft) => void
}>

/** Hints stand below what they are about. */
const BELOW: ('label' | 'input' | 'description' | 'error')[] = ['label', 'input', 'description', 'error']

/** The fields of a channel, by its kind. */
export function ChannelFields(props: Props) {
  const { t } = useTranslation()
  const { draft, channel, onChange } = props
  const input = useInput(props)
  return (
    <>
      <div className={css.pair}>
        <NativeSelect
          size="xs"
          label={t('live.form.kind')}
          value={draft.kind}
          disabled={channel !== null}
          data={CHANNEL_KINDS.map(value => ({ value, label: t(`live.kind.${value}`) }))}
          onChange={({ currentTarget: { value } }) =>
            onChange({ ...draft, kind: CHANNEL_KINDS.find(kind => kind === value) ?? draft.kind })
          }
        />
        <TextInput
          {...input('name')}
          label={t('live.form.name')}
          placeholder={t('live.form.namePlaceholder')}
          maxLength={100}
          autoFocus
        />
        {draft.kind !== 'web' && draft.kind !== 'missedCall' && <EnvironmentSelect {...props} />}
      </div>
      <Place {...props} />
      <div className={css.pair}>
        {SECRETS_OF[draft.kind].map(secret => (
          <PasswordInput
            key={secret}
            {...input(secret)}
            label={t(`live.form.${secret}`)}
            description={t(secretHint(secret))}
            inputWrapperOrder={BELOW}
            placeholder={channel?.secrets.includes(secret) ? t('live.form.keep') : ''}
            maxLength={1024}
          />
        ))}
      </div>
      {draft.kind === 'missedCall' && <Line {...props} />}
      <Choices {...props} />
    </>
  )
}

function secretHint(secret: SecretName) {
  if (secret === 'verifyToken') return 'live.form.verifyTokenHint'
  return secret === 'signingSecret' ? 'live.form.signingSecretHint' : 'live.form.once'
}

function useInput({ draft, problems, onChange }: Props) {
  const { t } = useTranslation()
  return (field: DraftField) => {
    const problem = problems[field]
    return {
      size: 'xs' as const,
      value: draft[field],
      error: problem ? t(`live.form.problem.${problem}`) : null,
      autoComplete: 'off',
      spellCheck: false,
      onChange: (event: { currentTarget: { value: string } }) =>
        onChange({ ...draft, [field]: event.currentTarget.value }),
    }
  }
}

function EnvironmentSelect({ draft, onChange }: Props) {
  const { t } = useTranslation()
  return (
    <NativeSelect
      size="xs"
      label={t('live.form.environment')}
      value={draft.environment}
      data={ENVIRONMENTS.toReversed().map(value => ({ value, label: t(`live.form.environments.${value}`) }))}
      onChange={({ currentTarget: { value } }) =>
        onChange({
          ...draft,
          environment: ENVIRONMENTS.find(environment => environment === value) ?? draft.environment,
        })
      }
    />
  )
}

/** Where the channel is: an account at Meta, the address of a system, or websites. */
function Place(props: Props) {
  const { t } = useTranslation()
  const input = useInput(props)
  const { kind } = props.draft
  if (hasAccount(kind))
    return (
      <div className={css.pair}>
        <TextInput {...input('account')} label={t(`live.form.account.${kind}`)} maxLength={64} />
        <TextInput
          {...input('handle')}
          label={t(`live.form.handle.${kind}`)}
          description={t(`live.form.handleHint.${kind}`)}
          inputWrapperOrder={BELOW}
          maxLength={100}
        />
      </div>
    )
  if (kind === 'webhook')
    return (
      <TextInput
        {...input('url')}
        label={t('live.form.url')}
        placeholder={t('live.form.urlPlaceholder')}
        maxLength={2000}
      />
    )
  return (
    <Textarea
      {...input('origins')}
      label={t('live.form.origins')}
      description={t('live.form.originsHint')}
      autosize
      minRows={3}
      maxRows={8}
    />
  )
}

/** What a line that is never answered does. */
function Line(props: Props) {
  const { t } = useTranslation()
  const input = useInput(props)
  return (
    <>
      <Textarea
        {...input('text')}
        inputWrapperOrder={BELOW}
        label={t('live.form.text')}
        description={t('live.form.textHint')}
        spellCheck
        autosize
        minRows={2}
        maxRows={4}
        maxLength={300}
      />
      <div className={css.pair}>
        <TextInput
          {...input('link')}
          inputWrapperOrder={BELOW}
          label={t('live.form.link')}
          description={t('live.form.linkHint')}
          maxLength={500}
        />
        <TextInput
          {...input('ringSeconds')}
          inputWrapperOrder={BELOW}
          label={t('live.form.ringSeconds')}
          description={t('live.form.ringSecondsHint')}
          inputMode="numeric"
          maxLength={2}
        />
        <TextInput
          {...input('messagingService')}
          inputWrapperOrder={BELOW}
          label={t('live.form.messagingService')}
          description={t('live.form.messagingServiceHint')}
          maxLength={34}
        />
      </div>
    </>
  )
}

function Choices({ draft, onChange }: Props) {
  const { t } = useTranslation()
  const { kind } = draft
  const choice = (field: 'login' | 'answersMentions' | 'humanAgent' | 'batches') => (
    <Checkbox
      size="xs"
      label={t(`live.form.${field}`)}
      checked={draft[field]}
      onChange={event => onChange({ ...draft, [field]: event.currentTarget.checked })}
    />
  )
  if (kind === 'webhook') return choice('batches')
  if (kind !== 'messenger' && kind !== 'instagram') return null
  return (
    <div className={css.stack}>
      {kind === 'instagram' && choice('login')}
      {kind === 'instagram' && choice('answersMentions')}
      {choice('humanAgent')}
    </div>
  )
}
