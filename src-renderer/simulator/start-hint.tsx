import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { showLeft } from '../state/show-left.ts'
import type { LeftTab } from '../state/workbench.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import css from './simulator.module.css'
import type { StartHints } from './start-hints.ts'
import { StartLine } from './start-line.tsx'
import { bringBack, say, useTalk } from './talk.ts'

/** More keywords than these are not a hint but a list. */
const MOST_SHOWN = 8

/** Before the first message: what to send, or what the bot is missing. */
export function StartHint({ hints, locales }: Readonly<{ hints: StartHints; locales: readonly string[] }>) {
  const { t } = useTranslation()
  const before = useTalk(state => state.before)
  return (
    <div className={css.start}>
      <StartLine locales={locales} />
      {hints.missing === 'entry' && (
        <Missing text={t('simulator.empty.noEntry')} action={t('simulator.empty.showBlocks')} tab="blocks" />
      )}
      {hints.missing === 'keyword' && (
        <Missing
          text={t('simulator.empty.noKeyword')}
          action={t('simulator.empty.showKeywords')}
          tab="keywords"
        />
      )}
      {hints.keywords.length > 0 && <Keywords hints={hints} />}
      {hints.anyMessage && (
        <p className={css.hint}>
          {t(hints.keywords.length > 0 ? 'simulator.start.anyToo' : 'simulator.start.any')}
        </p>
      )}
      {hints.outside && hints.keywords.length === 0 && !hints.anyMessage && (
        <p className={css.hint}>{t('simulator.start.outside')}</p>
      )}
      {before && (
        <Button size="compact-xs" variant="subtle" onClick={bringBack}>
          {t('simulator.start.bringBack')}
        </Button>
      )}
    </div>
  )
}

function Keywords({ hints }: { hints: StartHints }) {
  const { t } = useTranslation()
  const more = hints.keywords.length - MOST_SHOWN
  return (
    <>
      <p className={css.hint}>{t('simulator.start.keywords')}</p>
      <div className={css.keywords}>
        {hints.keywords.slice(0, MOST_SHOWN).map(text => (
          <button key={text} type="button" className={css.keyword} dir="auto" onClick={() => say({ text })}>
            {text}
          </button>
        ))}
        {more > 0 && <span className={css.hint}>{t('simulator.start.more', { count: more })}</span>}
      </div>
    </>
  )
}

function Missing({ text, action, tab }: { text: string; action: string; tab: LeftTab }) {
  const show = () => showLeft(tab)
  return (
    <EmptyState
      text={text}
      action={
        <Button size="xs" variant="default" onClick={show}>
          {action}
        </Button>
      }
    />
  )
}
