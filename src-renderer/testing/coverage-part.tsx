import { Button } from '@mantine/core'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { BotDocument } from '../../src-shared/document/bot-document.ts'
import css from '../panels/panels.module.css'
import { toggleCoverage, useCoverage, watchCoverage } from './coverage-state.ts'
import own from './tests.module.css'

const PARTS = ['blocks', 'edges', 'options'] as const

/** How much of the bot its tests come by, and whether the canvas shows it. */
export function CoveragePart({ document }: { document: BotDocument }) {
  const { t } = useTranslation()
  const { bot, counts, isShown } = useCoverage()
  useEffect(watchCoverage, [])
  if (!counts || bot !== document.bot.id) return null
  return (
    <section className={own.part} aria-label={t('tests.coverage.title')}>
      <h3 className={css.group}>{t('tests.coverage.title')}</h3>
      <dl className={own.counts}>
        {PARTS.map(part => {
          const { covered, all } = counts[part]
          const share = all === 0 ? 100 : Math.floor((covered / all) * 100)
          return (
            <div key={part}>
              <dt>{t(`tests.coverage.${part}`)}</dt>
              <dd>{t('tests.coverage.count', { covered, all, share })}</dd>
              <progress max={100} value={share} aria-hidden />
            </div>
          )
        })}
      </dl>
      <Button size="compact-xs" variant="default" aria-pressed={isShown} onClick={toggleCoverage}>
        {t(isShown ? 'tests.coverage.hide' : 'tests.coverage.show')}
      </Button>
      {isShown && <p className={css.note}>{t('tests.coverage.legend')}</p>}
    </section>
  )
}
