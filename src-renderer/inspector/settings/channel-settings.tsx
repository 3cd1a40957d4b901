import { Checkbox } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { CHANNELS, type Channel, settingsSchema } from '../../../src-shared/document/settings.ts'
import { useDocument } from '../../state/edits.ts'
import { Field } from '../../ui/field.tsx'
import { DraftInput } from '../fields/draft-input.tsx'
import { SettingSwitch } from './setting-fields.tsx'
import css from './settings.module.css'
import { SettingsIssues } from './settings-issues.tsx'
import { putSettings, useSettings } from './use-settings.ts'

/** Where the bot is meant to be, and who begins there (KAR-08, KAR-09, D-19). */
export function ChannelSettings() {
  const { t } = useTranslation()
  const bot = useDocument()?.bot.id
  const { channels = [], externalId = '' } = useSettings()
  const toggle = (channel: Channel, on: boolean) =>
    putSettings(({ channels: present = [], ...settings }) => ({
      ...settings,
      channels: CHANNELS.filter(each => (each === channel ? on : present.includes(each))),
    }))
  return (
    <>
      <div data-path="settings.channels">
        <Field label={t('botSettings.channels')} hint={t('botSettings.channelsHint')}>
          <div className={css.channels}>
            {CHANNELS.map(channel => (
              <Checkbox
                key={channel}
                size="xs"
                label={t(`blocks.condition.channels.${channel}`)}
                checked={channels.includes(channel)}
                onChange={event => toggle(channel, event.currentTarget.checked)}
              />
            ))}
          </div>
        </Field>
      </div>
      <SettingSwitch member="proactiveOnly" hint={t('botSettings.proactiveOnlyHint')} />
      <DraftInput
        field={`${bot}.settings.externalId`}
        mono
        label={t('botSettings.externalId')}
        hint={t('botSettings.externalIdHint')}
        path={['settings', 'externalId']}
        value={externalId}
        check={text =>
          text.trim() === '' || settingsSchema.safeParse({ externalId: text.trim() }).success
            ? null
            : t('botSettings.externalIdRule')
        }
        commit={text => putSettings(present => ({ ...present, externalId: text.trim() || undefined }))}
      />
      <SettingsIssues only="withoutField" />
    </>
  )
}
