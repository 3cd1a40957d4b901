import { Button } from '@mantine/core'
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { StoredVersion } from '../../src-shared/ipc/contract.ts'
import { askTo } from './publishing.ts'
import { shortDate } from './short-date.ts'
import { shortTime } from './short-time.ts'
import { versionActions } from './version-actions.ts'
import { VersionHistory } from './version-history.tsx'
import css from './versions.module.css'

type Props = Readonly<{ version: StoredVersion; isOpen: boolean; onToggle: () => void }>

/** One version: number, state, when and by whom; opened, its note, its history and what can be done with it. */
export function VersionRow({ version: stored, isOpen, onToggle }: Props) {
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
      {isOpen && <Opened version={stored} />}
    </li>
  )
}

function Opened({ version: { version, state, derivedFrom, note } }: { version: StoredVersion }) {
  const { t } = useTranslation()
  return (
    <div className={css.versionBody}>
      {note !== '' && <p className={css.noteText}>{note}</p>}
      {derivedFrom && <p className={css.detail}>{t('versions.from', { version: derivedFrom })}</p>}
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
      <VersionHistory version={version} />
    </div>
  )
}
