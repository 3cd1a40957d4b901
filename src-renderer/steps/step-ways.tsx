import { ActionIcon } from '@mantine/core'
import { IconArrowNarrowRight, IconPencil } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Port } from '../../src-shared/blocks/kind.ts'
import { portsOf } from '../../src-shared/blocks/way-on.ts'
import type { BlockId } from '../../src-shared/document/ids.ts'
import type { BlockRecord } from '../../src-shared/document/records.ts'
import styles from './steps.module.css'
import { stepsActions } from './steps-actions.ts'
import { anchorAt, useStepsView } from './steps-view.ts'
import type { StepModel } from './use-step-model.ts'
import { targetName, wayName } from './way-name.ts'

type Props = Readonly<{ model: StepModel; block: BlockRecord; number: number; isActive: boolean }>

/** Where a step leads: each way with its target, to go there or to change it. */
export function StepWays({ model, block, number, isActive }: Props) {
  const { t } = useTranslation()
  const ports = portsOf(block)
  const jump = block.kind === 'goTo' ? (block.data.block as BlockId | null) : null
  if (ports.length === 0 && !jump) return <p className={styles.ends}>{t('steps.ends')}</p>
  return (
    <ul className={styles.ways}>
      {jump && (
        <li className={styles.way}>
          <span className={styles.wayName}>{t('steps.jumps')}</span>
          <IconArrowNarrowRight size={14} className={styles.arrow} aria-hidden />
          <Target model={model} way={t('steps.jumps')} id={jump} isNext={false} isActive={isActive} />
        </li>
      )}
      {ports.map(port => (
        <Way key={port.id} {...{ model, block, number, port, isActive }} />
      ))}
    </ul>
  )
}

function Way({ model, block, number, port, isActive }: Props & { port: Port }) {
  const { t } = useTranslation()
  const { document, locale } = model
  const to = document.edgeAt(block.id, port.id)?.to
  const way = wayName(t, block, port.id, locale)
  const from = { block: block.id, port: port.id }
  const pick = (opener: HTMLElement) =>
    useStepsView.setState({ picking: { from, only: 'any', anchor: anchorAt(opener) } })
  const tabIndex = isActive ? 0 : -1
  return (
    <li className={styles.way} data-role={port.role} data-open={!to && port.required}>
      <span className={styles.wayName}>{way}</span>
      <IconArrowNarrowRight size={14} className={styles.arrow} aria-hidden />
      {to ? (
        <Target
          model={model}
          way={way}
          id={to}
          isNext={model.numbers.get(to) === number + 1}
          isActive={isActive}
        />
      ) : (
        <span className={styles.open}>{t(port.required ? 'steps.open' : 'steps.unused')}</span>
      )}
      {to ? (
        <ActionIcon
          className={styles.change}
          variant="subtle"
          color="gray"
          size={22}
          tabIndex={tabIndex}
          aria-label={t('steps.change', { way })}
          title={t('steps.change', { way })}
          data-control
          onClick={event => pick(event.currentTarget)}
        >
          <IconPencil size={13} />
        </ActionIcon>
      ) : (
        <button
          type="button"
          className={styles.lead}
          tabIndex={tabIndex}
          aria-label={t('steps.leadWay', { way })}
          data-control
          onClick={event => pick(event.currentTarget)}
        >
          {t('steps.leadTo')}
        </button>
      )}
    </li>
  )
}

type TargetProps = Readonly<{
  model: StepModel
  way: string
  id: BlockId
  isNext: boolean
  isActive: boolean
}>

function Target({ model, way, id, isNext, isActive }: TargetProps) {
  const { t } = useTranslation()
  const target = targetName(t, model, id)
  return (
    <button
      type="button"
      className={styles.link}
      tabIndex={isActive ? 0 : -1}
      aria-label={t('steps.way', { way, target: isNext ? `${t('steps.next')}, ${target}` : target })}
      title={target}
      data-next={isNext}
      data-control
      onClick={() => stepsActions.go(id)}
    >
      {isNext ? t('steps.next') : target}
    </button>
  )
}
