import { Switch } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { BUILT_IN_LISTS, type BuiltInWord, builtInWord } from '../../../src-shared/blocks/built-in-words.ts'
import { inLocale, type Localized } from '../../../src-shared/document/localized.ts'
import { TemplateField } from '../fields/template-field.tsx'
import { useTextLocale } from '../fields/use-text-locale.ts'
import { WordsField } from '../fields/words-field.tsx'
import { putSettings, useSettings } from './use-settings.ts'

type TextMember =
  | 'header'
  | 'footer'
  | 'inactivityText'
  | 'notUnderstoodText'
  | 'invalidTransferText'
  | 'optOutText'
  | 'optInText'
  | 'backLabel'
  | 'mainMenuLabel'
  | 'moreLabel'
  | 'doneLabel'
type WordsMember = `${keyof typeof BUILT_IN_LISTS}Words`
type SwitchMember = 'transferOnInvalid' | 'transferOnNegative' | 'proactiveOnly'

type TextProps = Readonly<{
  member: TextMember
  rows?: number
  hint?: ReactNode
  /** What holds while it is empty: the bot's own word, or a sentence about it. */
  usual: BuiltInWord | { says: string }
}>

/** A text of the bot; while it is empty the field shows what is said instead. */
export function SettingText({ member, rows = 1, hint, usual }: TextProps) {
  const { t } = useTranslation()
  const settings = useSettings()
  const { locale } = useTextLocale()
  return (
    <TemplateField
      label={t(`botSettings.${member}`)}
      path={['settings', member]}
      rows={rows}
      hint={hint}
      placeholder={typeof usual === 'string' ? builtInWord(usual, locale) : usual.says}
      texts={settings[member] ?? {}}
      update={map => putSettings(present => ({ ...present, [member]: map(present[member] ?? {}) }))}
    />
  )
}

/** Words customers send, the built-in ones while it is empty. */
export function SettingWords({ list, hint }: { list: keyof typeof BUILT_IN_LISTS; hint?: ReactNode }) {
  const { t } = useTranslation()
  const settings = useSettings()
  const { locale } = useTextLocale()
  const member: WordsMember = `${list}Words`
  const usual: Localized<readonly string[]> = BUILT_IN_LISTS[list]
  return (
    <WordsField
      label={t(`botSettings.${member}`)}
      path={['settings', member]}
      hint={hint}
      placeholder={(inLocale(usual, locale, ['en']) ?? []).join(', ')}
      words={settings[member] ?? {}}
      update={map => putSettings(present => ({ ...present, [member]: map(present[member] ?? {}) }))}
    />
  )
}

export function SettingSwitch({ member, hint }: { member: SwitchMember; hint?: string }) {
  const { t } = useTranslation()
  const settings = useSettings()
  return (
    <div data-path={`settings.${member}`}>
      <Switch
        size="xs"
        label={t(`botSettings.${member}`)}
        description={hint}
        checked={settings[member] ?? false}
        onChange={event => {
          const { checked } = event.currentTarget
          putSettings(present => ({ ...present, [member]: checked }))
        }}
      />
    </div>
  )
}
