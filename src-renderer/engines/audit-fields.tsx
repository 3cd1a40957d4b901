import { Button, NativeSelect, TextInput } from '@mantine/core'
import type { FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { BotSummary } from '../../src-shared/ipc/contract.ts'
import { AUDIT_ACTIONS, AUDIT_GROUPS, type AuditDraft } from './audit-filter.ts'
import css from './engines.module.css'

type Props = Readonly<{
  draft: AuditDraft
  bots: readonly BotSummary[]
  onChange: (draft: AuditDraft) => void
  onShow: () => void
}>

/** Of whom, of what and of when the trail is shown. */
export function AuditFields({ draft, bots, onChange, onShow }: Props) {
  const { t } = useTranslation()
  const field = (name: keyof AuditDraft) => ({
    ...{ size: 'xs', value: draft[name] },
    onChange: (event: { currentTarget: { value: string } }) =>
      onChange({ ...draft, [name]: event.currentTarget.value }),
  })
  const show = (event: FormEvent) => {
    event.preventDefault()
    onShow()
  }
  const actions = [
    { value: '', label: t('audit.anything') },
    ...AUDIT_ACTIONS.map(value => ({ value, label: t(`audit.did.${value}`) })),
    ...AUDIT_GROUPS.map(group => ({ value: `${group}.`, label: t(`audit.group.${group}`) })),
  ]
  const about = [
    { value: '', label: t('audit.anyBot') },
    ...bots.map(({ bot, name }) => ({ value: bot, label: name })),
  ]
  return (
    <form className={css.filter} onSubmit={show}>
      <TextInput
        {...field('key')}
        label={t('audit.actor')}
        placeholder={t('audit.actorHint')}
        maxLength={100}
        spellCheck={false}
        data-autofocus
      />
      <NativeSelect {...field('action')} label={t('audit.action')} data={actions} />
      <NativeSelect {...field('bot')} label={t('audit.object')} data={about} />
      <TextInput {...field('since')} type="date" label={t('audit.since')} />
      <TextInput {...field('until')} type="date" label={t('audit.until')} />
      <Button size="xs" type="submit">
        {t('audit.search')}
      </Button>
    </form>
  )
}
