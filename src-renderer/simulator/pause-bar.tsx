import { Button } from '@mantine/core'
import { IconPlayerPause } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { BotDocument } from '../../src-shared/document/bot-document.ts'
import { nameOfBlock } from './name-of-block.ts'
import css from './simulator.module.css'
import { type Pause, runOn, stepOn, takeBack } from './talk.ts'

/** In place of the reply while a turn is looked at block by block. */
export function PauseBar({ document, pause }: Readonly<{ document: BotDocument; pause: Pause }>) {
  const { t } = useTranslation()
  const stop = pause.stops[pause.at]
  if (!stop) return null
  const block = nameOfBlock(t, document, stop.block)
  return (
    <section className={css.pause} aria-label={t('simulator.pause.title')} data-reply>
      <p role="status">
        <IconPlayerPause size={14} aria-hidden />
        {t('simulator.pause.before', { block, number: pause.at + 1, count: pause.stops.length })}
      </p>
      <div className={css.pauseActs}>
        <Button size="compact-xs" autoFocus onClick={stepOn}>
          {t('simulator.pause.step')}
        </Button>
        <Button size="compact-xs" variant="default" onClick={runOn}>
          {t('simulator.pause.continue')}
        </Button>
        <span className={css.space} />
        <Button size="compact-xs" variant="subtle" color="gray" onClick={takeBack}>
          {t('simulator.pause.drop')}
        </Button>
      </div>
    </section>
  )
}
