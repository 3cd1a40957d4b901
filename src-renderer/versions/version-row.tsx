import { Button } from '@mantine/core'
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { StoredVersion } from '../../src-shared/ipc/contract.ts'
import { restoreVersion, viewVersion } from '../state/viewing.ts'
import { useWorkbench } from '../state/workbench.ts'
import { askTo } from './publishing.ts'
import { shortDate } from './short-date.ts'
import { shortTime } from './short-time.ts'
import { versionActions } from './version-actions.ts'
import { VersionChanges } from './version-changes.tsx'
import { VersionHistory } from './version-history.tsx'
import { VersionNote } from './version-note.tsx'
import css from './versions.module.css'

type Props = Readonly<{
  version: StoredVersion
  /** The number of the version before it. */
  before: string | null
  isOpen: boolean
  onToggle: () => void
}>

/** One version: number, state, when and by whom; opened, its note, its history and what can be done with it. */
export function VersionRow({ version: stored, before, isOpen, onToggle }: Props) {
  const { t, i18n } = useTranslation()
  const { version, state, at, actor, note } = stored
  const Chevron = isOpen ? IconChevronDown : IconChevronRight
  return (
    <li className={css.version} data-open={isOpen || undefined}>
      <button type="button" className={css.versionTitle} aria-expanded={isOpen} onClick={onToggle}>
        <Chevron size={14} aria-hidden />
        <strong>{version}</strong>
        <span className={css.badge} data-state={state}>
          {t(`versions.state.${state}`)}
        </span>
        <span className={css.meta}>
          {t('versions.by', { at: (isOpen ? shortTime : shortDate)(at, i18n.language), actor })}
        </span>
        {!isOpen && note !== '' && <span className={css.notePreview}>{note}</span>}
      </button>
      {isOpen && <Opened version={stored} before={before} />}
    </li>
  )
}

function Opened({ version: stored, before }: Pick<Props, 'version' | 'before'>) {
  const { version, state, derivedFrom, note } = stored
  const { t } = useTranslation()
  const viewed = useWorkbench(({ viewing }) => viewing?.version)
  return (
    <div className={css.versionBody}>
      <VersionNote key={note} version={version} note={note} />
      {derivedFrom && <p className={css.detail}>{t('versions.from', { version: derivedFrom })}</p>}
      <div className={css.rowActions}>
        <Button
          size="compact-xs"
          variant="default"
          disabled={viewed === version}
          aria-label={t('versions.openThis', { version })}
          onClick={() => void viewVersion(version)}
        >
          {t('versions.open')}
        </Button>
        <Button
          size="compact-xs"
          variant="default"
          aria-label={t('versions.compareThis', { version })}
          onClick={() => void compareVersion(version)}
        >
          {t('versions.compare')}
        </Button>
        <Button
          size="compact-xs"
          variant="default"
          aria-label={t('versions.restoreThis', { version })}
          onClick={() => void restoreVersion(version)}
        >
          {t('versions.restore')}
        </Button>
      </div>
      <div className={css.rowActions}>
        {versionActions(state).map((action, at) => (
          <Button
            key={action}
            size="compact-xs"
            variant={at === 0 ? 'light' : 'default'}
            aria-label={t(`versions.actFor.${action}`, { version })}
            onClick={() => askTo({ action, version })}
          >
            {t(`versions.act.${action}`)}
          </Button>
        ))}
      </div>
      <VersionChanges version={version} before={before} />
      <VersionHistory version={version} />
    </div>
  )
}

/** This version and the bot as it is now; comparing is fetched when it is first asked for. */
async function compareVersion(version: string): Promise<void> {
  const { openCompare, versionSide } = await import('../compare/compare-actions.ts')
  const { WORKING } = await import('../compare/compare-state.ts')
  const before = await versionSide(version)
  if (before) await openCompare(before, WORKING)
}
