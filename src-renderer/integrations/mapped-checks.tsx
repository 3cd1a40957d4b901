import { Checkbox } from '@mantine/core'
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
    </Field>
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
