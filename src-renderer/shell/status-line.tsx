import { UnstyledButton } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { completeness } from '../../src-shared/texts/completeness.ts'
import { useCanvasView } from '../canvas/canvas-view.ts'
import { runCommand } from '../commands/commands.ts'
import { countIssues } from '../state/count-issues.ts'
import { useDocument } from '../state/edits.ts'
import { retrySaving } from '../state/open-bot.ts'
import { setPreferences } from '../state/preferences.ts'
import { showView } from '../state/show-view.ts'
import { useWorkbench } from '../state/workbench.ts'
import styles from './shell.module.css'

/** What matters now, in one line; every word of it leads somewhere. */
export function StatusLine() {
  const { t } = useTranslation()
  const document = useDocument()
  const zoom = useCanvasView(state => Math.round(state.viewport.zoom * 100))
  const view = useWorkbench(state => state.preferences.view)
  return (
    <footer className={styles.status}>
      <Problems />
      <Languages />
      <span className={styles.gap} />
      <Saving />
      <span>{t('shell.blocks', { count: document?.count('block') ?? 0 })}</span>
      {view === 'canvas' && (
        <UnstyledButton
          className={styles.word}
          onClick={() => runCommand('view.actualSize')}
          aria-label={t('shell.zoom', { zoom })}
        >
          {zoom} %
        </UnstyledButton>
      )}
    </footer>
  )
}

function Problems() {
  const { t } = useTranslation()
  const issues = useWorkbench(state => state.issues)
  const isChecked = useWorkbench(state => state.isChecked)
  const { error: errors, warning: warnings, hint: hints } = countIssues(issues)
  const words = [
    errors > 0 && t('shell.problems', { count: errors }),
    warnings > 0 && t('shell.warnings', { count: warnings }),
    hints > 0 && t('shell.hints', { count: hints }),
  ].filter(Boolean)
  const show = () => {
    useWorkbench.setState({ leftTab: 'problems' })
    void setPreferences({ leftOpen: true })
  }
  const none = isChecked ? t('shell.noProblems') : t('shell.checking')
  return (
    <UnstyledButton
      className={styles.word}
      data-tone={errors > 0 ? 'error' : undefined}
      data-checked={isChecked}
      onClick={show}
    >
      {words.length > 0 ? words.join(' · ') : none}
    </UnstyledButton>
  )
}

/** Languages that stand in the line by themselves. */
const MOST_LANGUAGES = 5

/** The languages of the bot and how much is written in each; a click shows the texts in it. */
function Languages() {
  const { t } = useTranslation()
  const document = useDocument()
  const locale = useWorkbench(state => state.locale)
  const locales = document?.bot.locales ?? []
  if (!document || locales.length < 2) return null
  const shares = completeness(document)
  const first = locales.slice(0, MOST_LANGUAGES)
  // The one that is written in is always there.
  const shown = first.includes(locale) || !locales.includes(locale) ? first : [...first.slice(0, -1), locale]
  const more = locales.length - shown.length
  return (
    <>
      {shown.map(each => (
        <UnstyledButton
          key={each}
          className={styles.word}
          aria-pressed={each === locale}
          aria-label={t('shell.writeIn', {
            locale: each,
            share: Math.floor((shares.get(each) ?? 0) * 100),
          })}
          onClick={() => showTexts(each)}
        >
          {each} {Math.floor((shares.get(each) ?? 0) * 100)} %
        </UnstyledButton>
      ))}
      {more > 0 && (
        <UnstyledButton className={styles.word} onClick={() => showTexts(locale)}>
          {t('shell.moreLanguages', { count: more })}
        </UnstyledButton>
      )}
    </>
  )
}

/** What is written next is written in this language, wherever it is. */
function showTexts(locale: string): void {
  useWorkbench.setState({ locale })
  showView('texts')
}

function Saving() {
  const { t, i18n } = useTranslation()
  const { state, at, message } = useWorkbench(workbench => workbench.saved)
  if (state === 'failed')
    return (
      <UnstyledButton className={styles.word} data-tone="error" role="alert" onClick={retrySaving}>
        {t('shell.notSaved', { message })}
      </UnstyledButton>
    )
  const time = at === null ? '' : new Intl.DateTimeFormat(i18n.language, { timeStyle: 'short' }).format(at)
  return <span data-saved={state}>{state === 'saving' ? t('shell.saving') : t('shell.saved', { time })}</span>
}
