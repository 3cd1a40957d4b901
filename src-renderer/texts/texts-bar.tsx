import { NativeSelect, SegmentedControl, TextInput } from '@mantine/core'
import { IconDownload, IconLanguage, IconSearch, IconUpload } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { FlowId } from '../../src-shared/document/ids.ts'
import { setPreferences } from '../state/preferences.ts'
import { NO_SELECTION, useWorkbench } from '../state/workbench.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { ColumnsMenu } from './columns-menu.tsx'
import styles from './texts.module.css'
import { filterTexts, TEXTS_FILTERS, type TextsFilter, useTextsView } from './texts-view.ts'
import type { TextsModel } from './use-texts-model.ts'

/** Which texts and languages are shown, and the ways out to translators and back. */
export function TextsBar({ model }: Readonly<{ model: TextsModel }>) {
  const { t } = useTranslation()
  const { filter, flow, search } = useTextsView()
  const flows = [...model.document.all('flow')].map(({ id, name }) => ({ value: id as string, label: name }))
  const { locales } = model.document.bot
  return (
    <div className={styles.bar}>
      <TextInput
        type="search"
        size="xs"
        className={styles.search}
        leftSection={<IconSearch size={14} />}
        aria-label={t('texts.search')}
        placeholder={t('texts.search')}
        value={search}
        onChange={event => filterTexts({ search: event.currentTarget.value })}
      />
      <SegmentedControl
        size="xs"
        aria-label={t('texts.filter.name')}
        value={filter}
        onChange={value => filterTexts({ filter: value as TextsFilter })}
        data={TEXTS_FILTERS.map(value => ({
          value,
          label: t(`texts.filter.${value}`, { count: model.counts[value] }),
        }))}
      />
      <NativeSelect
        size="xs"
        className={styles.flow}
        aria-label={t('texts.flow.name')}
        value={flow ?? ''}
        onChange={event => filterTexts({ flow: (event.currentTarget.value || null) as FlowId | null })}
        data={[
          { value: '', label: t('texts.flow.all') },
          ...flows,
          { value: 'other', label: t('texts.flow.other') },
        ]}
      />
      {locales.length > 2 && <ColumnsMenu model={model} />}
      <span className={styles.gap} />
      <IconButton label={t('texts.languages')} onClick={showLanguages}>
        <IconLanguage size={18} stroke={1.6} />
      </IconButton>
      {locales.length > 1 && (
        <>
          <IconButton label={t('texts.export')} onClick={() => useTextsView.setState({ dialog: 'export' })}>
            <IconDownload size={18} stroke={1.6} />
          </IconButton>
          <IconButton label={t('texts.import')} onClick={() => useTextsView.setState({ dialog: 'import' })}>
            <IconUpload size={18} stroke={1.6} />
          </IconButton>
        </>
      )}
    </div>
  )
}

/** The bot's languages are chosen where its other traits are: in the inspector, with nothing selected. */
export function showLanguages(): void {
  useWorkbench.setState({ selection: NO_SELECTION, entry: null, rightTab: 'inspector' })
  void setPreferences({ rightOpen: true })
}
