import { Button, Checkbox, Popover, TextInput } from '@mantine/core'
import { IconColumns3 } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { languageName } from '../inspector/fields/language-name.ts'
import styles from './texts.module.css'
import { filterTexts } from './texts-view.ts'
import type { TextsModel } from './use-texts-model.ts'

/** Which languages stand beside the source; a bot can have two hundred. */
export function ColumnsMenu({ model }: Readonly<{ model: TextsModel }>) {
  const { t, i18n } = useTranslation()
  const [sought, setSought] = useState('')
  const [source = 'en', ...others] = model.document.bot.locales
  const shown = model.columns.slice(1)
  const nameOf = (locale: string) => languageName(locale, i18n.language)
  const fits = (locale: string) =>
    `${nameOf(locale)} ${locale}`.toLocaleLowerCase().includes(sought.trim().toLocaleLowerCase())
  const toggle = (locale: string) =>
    filterTexts({
      columns: shown.includes(locale) ? shown.filter(each => each !== locale) : [...shown, locale],
    })
  return (
    <Popover position="bottom-start" width={280} trapFocus>
      <Popover.Target>
        <Button size="xs" variant="default" leftSection={<IconColumns3 size={14} />}>
          {t('texts.columns')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown
        className={styles.columns}
        aria-label={t('texts.columnsHint', { source: nameOf(source) })}
      >
        <p>{t('texts.columnsHint', { source: nameOf(source) })}</p>
        {others.length > 8 && (
          <TextInput
            size="xs"
            type="search"
            aria-label={t('texts.findLanguage')}
            placeholder={t('texts.findLanguage')}
            value={sought}
            onChange={event => setSought(event.currentTarget.value)}
          />
        )}
        <div className={styles.columnList}>
          {others.filter(fits).map(locale => (
            <Checkbox
              key={locale}
              size="xs"
              label={nameOf(locale)}
              checked={shown.includes(locale)}
              onChange={() => toggle(locale)}
            />
          ))}
        </div>
        <Button size="compact-xs" variant="subtle" onClick={() => filterTexts({ columns: others })}>
          {t('texts.showAll')}
        </Button>
      </Popover.Dropdown>
    </Popover>
  )
}
