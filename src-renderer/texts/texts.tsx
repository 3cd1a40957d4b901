import { Button } from '@mantine/core'
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../ui/empty-state.tsx'
import { focusWhenThere } from '../ui/focus-when-there.ts'
import { useReady } from '../ui/use-ready.ts'
import { TextDetail } from './text-detail.tsx'
import { TextGrid } from './text-grid.tsx'
import styles from './texts.module.css'
import { TextsBar } from './texts-bar.tsx'
import { filterTexts, useTextsView } from './texts-view.ts'
import { useTextsModel } from './use-texts-model.ts'

const ExportDialog = lazy(async () => ({ default: (await import('./export-dialog.tsx')).ExportDialog }))
const ImportDialog = lazy(async () => ({ default: (await import('./import-dialog.tsx')).ImportDialog }))

/** The focus goes to the table, which takes the keys of this view. */
function close(): void {
  useTextsView.setState({ dialog: null })
  focusWhenThere('[data-text-grid]')
}

/** Every text of the bot in every language (requirements.md NHN-22), to be read and written like a spreadsheet. */
export function Texts() {
  const { t } = useTranslation()
  const model = useTextsModel()
  const isFiltered = useTextsView(
    ({ filter, flow, search }) => filter !== 'all' || flow !== null || search !== '',
  )
  const dialog = useTextsView(view => view.dialog)
  useReady(model !== null)
  if (!model) return null
  return (
    <section className={styles.texts} data-texts aria-label={t('texts.name')}>
      <TextsBar model={model} />
      {model.texts.length > 0 ? (
        <>
          <TextGrid model={model} />
          <TextDetail model={model} />
        </>
      ) : (
        <EmptyState
          text={t(isFiltered ? 'texts.emptyFilter' : 'texts.empty')}
          action={
            isFiltered && (
              <Button size="xs" onClick={() => filterTexts({ filter: 'all', flow: null, search: '' })}>
                {t('texts.noFilter')}
              </Button>
            )
          }
        />
      )}
      <Suspense fallback={null}>
        {dialog === 'export' && <ExportDialog model={model} onClose={close} />}
        {dialog === 'import' && <ImportDialog document={model.document} onClose={close} />}
      </Suspense>
    </section>
  )
}
