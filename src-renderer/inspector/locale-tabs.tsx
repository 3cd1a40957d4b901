import { Button, SegmentedControl } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { copyTexts, missingTexts } from '../../src-shared/blocks/edits/copy-texts.ts'
import type { BlockRecord } from '../../src-shared/document/records.ts'
import { flushDrafts } from '../state/drafts.ts'
import { commit } from '../state/edits.ts'
import { useWorkbench } from '../state/workbench.ts'
import { ChoiceSelect } from './fields/choice-select.tsx'
import { languageName } from './fields/language-name.ts'
import { useTextLocale } from './fields/use-text-locale.ts'
import css from './inspector.module.css'

/** More languages than this do not stand side by side in the inspector. */
const MOST_TABS = 4

/** Which language the texts below are written in, and where some of the block are missing; nothing for one language. */
export function LocaleTabs({ block }: { block?: BlockRecord }) {
  const { t, i18n } = useTranslation()
  const { locale, locales } = useTextLocale()
  const [first = locale] = locales
  if (locales.length < 2) return null
  const pick = (picked: string) => useWorkbench.setState({ locale: picked })
  const label = t('inspector.locale.label')
  const missingIn = (to: string) => (block && to !== first ? missingTexts(block, { from: first, to }) : 0)
  const nameOf = (value: string) => {
    const name = languageName(value, i18n.language)
    const count = missingIn(value)
    return count === 0 ? name : t('inspector.locale.missing', { name, count })
  }
  const copy = block && missingIn(locale) > 0 && <CopyTexts block={block} from={first} to={locale} />
  if (locales.length > MOST_TABS) {
    const options = locales.map(value => ({ value, label: nameOf(value) }))
    return (
      <>
        <ChoiceSelect label={label} value={locale} options={options} onPick={pick} />
        {copy}
      </>
    )
  }
  return (
    <>
      <SegmentedControl
        className={css.tabs}
        size="xs"
        fullWidth
        aria-label={label}
        value={locale}
        data={locales.map(value => ({
          value,
          label: (
            <span title={nameOf(value)} className={css.tab} data-missing={missingIn(value) > 0}>
              {value}
              {missingIn(value) > 0 && <span className={css.spoken}>{nameOf(value)}</span>}
            </span>
          ),
        }))}
        onChange={pick}
      />
      {copy}
    </>
  )
}

/** Texts of the first language as a beginning for this one. */
function CopyTexts({ block, from, to }: { block: BlockRecord; from: string; to: string }) {
  const { t, i18n } = useTranslation()
  const count = missingTexts(block, { from, to })
  const copy = () => {
    flushDrafts()
    const { editor } = useWorkbench.getState()
    if (!editor) return
    const changes = copyTexts(editor.document, block.id, { from, to })
    commit(changes, { key: 'inspector.edit.copyTexts', name: to, count })
  }
  return (
    <Button className={css.copy} size="compact-xs" variant="subtle" onClick={copy}>
      {t('inspector.locale.copy', { name: languageName(from, i18n.language), count })}
    </Button>
  )
}
