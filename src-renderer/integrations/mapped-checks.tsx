import { Button, Checkbox, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Service } from '../../src-shared/integrations/service.ts'
import type { IntegrationView } from '../../src-shared/publish/integration-protocol.ts'
import { Field } from '../ui/field.tsx'
import css from './integrations.module.css'
import { manageAsset, mapAsset, mapIntegration } from './service-draft.ts'
import type { Asset } from './use-routing.ts'

type AssetProps = Readonly<{
  draft: Service
  assets: readonly Asset[]
  onChange: (draft: Service) => void
}>

/** The assets of the bot that is open, and those the service has of others. */
export function AssetChecks({ draft, assets, onChange }: AssetProps) {
  const { t } = useTranslation()
  const others = draft.assets.filter(({ id }) => !assets.some(asset => asset.id === id))
  const all = [...assets, ...others.map(({ id }) => ({ id, label: id }))]
  return (
    <Field label={t('integrations.service.assets')} hint={t('integrations.service.assetsHint')}>
      {all.map(({ id, label }) => {
        const mapped = draft.assets.find(asset => asset.id === id)
        return (
          <div key={id} className={css.asset}>
            <Checkbox
              size="xs"
              label={label}
              checked={mapped !== undefined}
              onChange={event => onChange(mapAsset(draft, id, event.currentTarget.checked))}
            />
            {mapped && (
              <Checkbox
                size="xs"
                label={t('integrations.service.unmanaged')}
                aria-label={t('integrations.service.unmanagedOf', { name: label })}
                checked={!mapped.managed}
                onChange={event => onChange(manageAsset(draft, id, !event.currentTarget.checked))}
              />
            )}
          </div>
        )
      })}
      <AnotherAsset onAdd={id => onChange(mapAsset(draft, id, true))} />
    </Field>
  )
}

/** One of another bot, or one that the conversation API speaks for, such as `sms:bot_shop`. */
function AnotherAsset({ onAdd }: { onAdd: (id: string) => void }) {
  const { t } = useTranslation()
  const [id, setId] = useState('')
  const add = () => {
    if (id.trim() === '') return
    onAdd(id.trim())
    setId('')
  }
  return (
    <div className={css.send}>
      <TextInput
        size="xs"
        aria-label={t('integrations.service.another')}
        placeholder={t('integrations.service.another')}
        value={id}
        maxLength={200}
        autoComplete="off"
        spellCheck={false}
        onChange={event => setId(event.currentTarget.value)}
        onKeyDown={event => {
          if (event.key !== 'Enter') return
          event.preventDefault()
          add()
        }}
      />
      <Button size="xs" variant="default" disabled={id.trim() === ''} onClick={add}>
        {t('integrations.service.addAnother')}
      </Button>
    </div>
  )
}

type IntegrationProps = Readonly<{
  draft: Service
  integrations: readonly IntegrationView[]
  onChange: (draft: Service) => void
}>

/** Which integrations the rules of the service may use (requirements.md IMI-08). */
export function IntegrationChecks({ draft, integrations, onChange }: IntegrationProps) {
  const { t } = useTranslation()
  return (
    <Field label={t('integrations.service.integrations')} hint={t('integrations.service.integrationsHint')}>
      {integrations.map(({ id, name, platform }) => (
        <Checkbox
          key={id}
          size="xs"
          label={t('integrations.service.mapped', { name, platform: t(`integrations.platform.${platform}`) })}
          checked={draft.integrations.includes(id)}
          onChange={event => onChange(mapIntegration(draft, id, event.currentTarget.checked))}
        />
      ))}
    </Field>
  )
}
