import { Switch } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { type BuiltInWord, builtInWord } from '../../../src-shared/blocks/built-in-words.ts'
import { AFTER_HANDOVER, type LiveChatSettings } from '../../../src-shared/document/settings.ts'
import { USUAL_LIVE_CHAT } from '../../../src-shared/edit/change-settings.ts'
import { ChoiceSelect } from '../fields/choice-select.tsx'
import { TemplateField } from '../fields/template-field.tsx'
import { useTextLocale } from '../fields/use-text-locale.ts'
import { SettingWords } from './setting-fields.tsx'
import css from './settings.module.css'
import { putSettings, useSettings } from './use-settings.ts'

const TEXTS = [
  ['failedText', 'handoverFailed'],
  ['offlineText', 'nobodyThere'],
] as const satisfies readonly (readonly [keyof LiveChatSettings, BuiltInWord])[]

/** How customers come to a person, and what becomes of the bot meanwhile (NHN-73, D-13, D-15, CM-15, CM-16). */
export function PeopleSettings() {
  const { t } = useTranslation()
  const { locale } = useTextLocale()
  const { liveChat = USUAL_LIVE_CHAT } = useSettings()
  const put = (map: (liveChat: LiveChatSettings) => Partial<LiveChatSettings>) =>
    putSettings(({ liveChat: present = USUAL_LIVE_CHAT, ...settings }) => ({
      ...settings,
      liveChat: { ...present, ...map(present) },
    }))
  const toggle = (member: 'queueWhenOffline' | 'returnOnClose') => (
    <Switch
      size="xs"
      label={t(`botSettings.${member}`)}
      description={t(`botSettings.${member}Hint`)}
      checked={liveChat[member]}
      onChange={event => {
        const { checked } = event.currentTarget
        put(() => ({ [member]: checked }))
      }}
    />
  )
  return (
    <>
      <SettingWords list="agent" hint={t('botSettings.agentWordsHint')} />
      <SettingWords list="cancel" hint={t('botSettings.cancelWordsHint')} />
      <h4 className={css.group}>{t('botSettings.liveChat')}</h4>
      <ChoiceSelect
        label={t('botSettings.afterHandover')}
        path={['settings', 'liveChat', 'afterHandover']}
        value={liveChat.afterHandover}
        options={AFTER_HANDOVER.map(value => ({ value, label: t(`botSettings.afterHandovers.${value}`) }))}
        onPick={afterHandover => put(() => ({ afterHandover }))}
      />
      {toggle('queueWhenOffline')}
      {toggle('returnOnClose')}
      {TEXTS.map(([member, word]) => (
        <TemplateField
          key={member}
          label={t(`botSettings.${member}`)}
          path={['settings', 'liveChat', member]}
          placeholder={builtInWord(word, locale)}
          texts={liveChat[member]}
          update={map => put(present => ({ [member]: map(present[member]) }))}
        />
      ))}
    </>
  )
}
