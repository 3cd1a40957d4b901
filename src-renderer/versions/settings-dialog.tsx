import { Button, NativeSelect, SegmentedControl, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Preferences } from '../../src-shared/ipc/contract.ts'
import { LANGUAGE_CHOICES, type LanguageChoice } from '../../src-shared/kit/languages.ts'
import { setPreferences } from '../state/preferences.ts'
import { useWorkbench } from '../state/workbench.ts'
import { Field } from '../ui/field.tsx'
import { DialogFrame } from './dialog-frame.tsx'
import css from './versions.module.css'

const THEMES: readonly Preferences['theme'][] = ['system', 'light', 'dark']

/** How the window looks, and who is at work. Changes hold at once. */
export function SettingsDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const theme = useWorkbench(state => state.preferences.theme)
  return (
    <DialogFrame title={t('versions.settings.title')} onClose={onClose} size={420}>
      <div className={css.form}>
        <Field label={t('versions.settings.theme')}>
          <SegmentedControl
            size="xs"
            aria-label={t('versions.settings.theme')}
            value={theme}
            data={THEMES.map(value => ({ value, label: t(`versions.settings.themes.${value}`) }))}
            onChange={value => void setPreferences({ theme: value as Preferences['theme'] })}
          />
        </Field>
        <LanguageSelect />
        <ActorInput />
        <div className={css.actions}>
          <Button size="xs" onClick={onClose}>
            {t('versions.done')}
          </Button>
        </div>
      </div>
    </DialogFrame>
  )
}

function LanguageSelect() {
  const { t } = useTranslation()
  const language = useWorkbench(state => state.preferences.language)
  return (
    <NativeSelect
      size="xs"
      label={t('versions.settings.language')}
      value={language}
      data={LANGUAGE_CHOICES.map(value => ({ value, label: t(`versions.settings.languages.${value}`) }))}
      onChange={event => void setPreferences({ language: event.currentTarget.value as LanguageChoice })}
    />
  )
}

function ActorInput() {
  const { t } = useTranslation()
  const actor = useWorkbench(state => state.preferences.actor)
  const [name, setName] = useState(actor)
  const isEmpty = name.trim() === ''
  const change = (typed: string) => {
    setName(typed)
    if (typed.trim() !== '') void setPreferences({ actor: typed.trim() })
  }
  return (
    <TextInput
      size="xs"
      label={t('versions.settings.actor')}
      description={t('versions.settings.actorHint')}
      error={isEmpty ? t('versions.settings.actorNeeded') : null}
      maxLength={64}
      data-autofocus
      value={name}
      onChange={event => change(event.currentTarget.value)}
    />
  )
}
