import { Button, NativeSelect, SegmentedControl } from '@mantine/core'
import {
  IconArrowLeft,
  IconArrowsExchange,
  IconChevronDown,
  IconChevronUp,
  IconMaximize,
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useVersions } from '../state/versions.ts'
import { IconButton } from '../ui/icon-button.tsx'
import styles from './compare.module.css'
import {
  acceptAll,
  closeCompare,
  fileSide,
  rejectAll,
  setSide,
  stepChange,
  swapSides,
  versionSide,
} from './compare-actions.ts'
import { useCompare, WORKING } from './compare-state.ts'
import type { Comparison } from './comparison.ts'
import { fitFlow } from './fit-flow.ts'

type Props = Readonly<{ comparison: Comparison }>

/** Which two are compared, how they are drawn, and the way from change to change. */
export function CompareBar({ comparison }: Props) {
  const { t } = useTranslation()
  const mode = useCompare(state => state.mode)
  return (
    <header className={styles.bar}>
      <IconButton label={t('compare.back')} shortcut="Esc" onClick={closeCompare}>
        <IconArrowLeft size={18} stroke={1.6} />
      </IconButton>
      <h1 className={styles.title}>{t('compare.title')}</h1>
      <SideSelect which="before" />
      <IconButton label={t('compare.swap')} onClick={swapSides}>
        <IconArrowsExchange size={18} stroke={1.6} />
      </IconButton>
      <SideSelect which="after" />
      <span className={styles.gap} />
      <FlowSelect comparison={comparison} />
      <IconButton label={t('compare.fit')} onClick={() => fitFlow()}>
        <IconMaximize size={16} stroke={1.8} />
      </IconButton>
      <SegmentedControl
        size="xs"
        aria-label={t('compare.mode')}
        value={mode}
        onChange={value => useCompare.setState({ mode: value as typeof mode })}
        data={[
          { value: 'beside', label: t('compare.beside') },
          { value: 'over', label: t('compare.over') },
        ]}
      />
      <Steps comparison={comparison} />
      <TakeAll comparison={comparison} />
    </header>
  )
}

const WORKING_VALUE = 'working'
const FILE_VALUE = 'file'

function SideSelect({ which }: { which: 'before' | 'after' }) {
  const { t } = useTranslation()
  const side = useCompare(state => state[which])
  const versions = useVersions(state => state.versions)
  const choose = (value: string) => {
    if (value === WORKING_VALUE) void setSide(which, Promise.resolve(WORKING))
    else if (value === FILE_VALUE) void setSide(which, fileSide())
    else if (value !== '') void setSide(which, versionSide(value))
  }
  const value = side.kind === 'working' ? WORKING_VALUE : side.kind === 'version' ? side.name : ''
  return (
    <NativeSelect
      size="xs"
      className={styles.sideSelect}
      aria-label={t(`compare.${which}`)}
      value={value}
      onChange={event => choose(event.currentTarget.value)}
      data={[
        ...(side.kind === 'file' ? [{ value: '', label: t('compare.file', { name: side.name }) }] : []),
        { value: WORKING_VALUE, label: t('compare.working') },
        ...versions.toReversed().map(({ version, note }) => ({
          value: version,
          label: note
            ? t('compare.versionNote', { version, note: note.slice(0, 40) })
            : t('compare.version', { version }),
        })),
        { value: FILE_VALUE, label: t('compare.chooseFile') },
      ]}
    />
  )
}

/** The flows of both versions; those with differences say how many. */
function FlowSelect({ comparison: { both, groups } }: Props) {
  const { t } = useTranslation()
  const flow = useCompare(state => state.flow)
  const counts = new Map(
    groups.map(group => [
      group.flow,
      group.changes.filter(({ move, isDesign }) => !move && !isDesign).length,
    ]),
  )
  return (
    <NativeSelect
      size="xs"
      className={styles.flowSelect}
      aria-label={t('compare.flow')}
      value={flow ?? ''}
      onChange={event => {
        useCompare.setState({ flow: event.currentTarget.value as NonNullable<typeof flow>, current: null })
        fitFlow()
      }}
      data={[...both.all('flow')].map(({ id, name }) => {
        const count = counts.get(id) ?? 0
        return { value: id, label: count > 0 ? `${name} · ${count}` : name }
      })}
    />
  )
}

function Steps({ comparison: { steps } }: Props) {
  const { t } = useTranslation()
  const current = useCompare(state => state.current)
  const at = steps.findIndex(({ id }) => id === current) + 1
  return (
    <span className={styles.steps}>
      <IconButton
        label={t('shell.command.change_previous')}
        shortcut="Shift+F7"
        disabled={steps.length === 0}
        onClick={() => stepChange(-1)}
      >
        <IconChevronUp size={18} stroke={1.6} />
      </IconButton>
      <output>{at > 0 ? t('compare.at', { at, count: steps.length }) : steps.length}</output>
      <IconButton
        label={t('shell.command.change_next')}
        shortcut="F7"
        disabled={steps.length === 0}
        onClick={() => stepChange(1)}
      >
        <IconChevronDown size={18} stroke={1.6} />
      </IconButton>
    </span>
  )
}

/** The one button that does all that is left, in the direction in which something can be done. */
function TakeAll({ comparison: { working, groups } }: Props) {
  const { t } = useTranslation()
  const left = useCompare(state => state.left)
  const open = groups.some(({ changes }) => changes.some(({ id }) => !left.has(id)))
  if (!working) return null
  return (
    <Button
      size="xs"
      variant={working === 'before' ? 'filled' : 'default'}
      disabled={!open}
      onClick={working === 'before' ? acceptAll : rejectAll}
    >
      {t(working === 'before' ? 'compare.acceptAll' : 'compare.rejectAll')}
    </Button>
  )
}
