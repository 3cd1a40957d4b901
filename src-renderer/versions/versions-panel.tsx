import { Button } from '@mantine/core'
import { IconArrowsDiff, IconGitMerge } from '@tabler/icons-react'
import type { TFunction } from 'i18next'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { StoredVersion } from '../../src-shared/ipc/contract.ts'
import { runCommand } from '../commands/commands.ts'
import { useVersions } from '../state/versions.ts'
import { useWorkbench } from '../state/workbench.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { Panel } from '../ui/panel.tsx'
import { OpenJobs } from './open-jobs.tsx'
import { watchPublishing } from './publishing.ts'
import { VersionRow } from './version-row.tsx'
import css from './versions.module.css'
import { useWorkingHash } from './working-hash.ts'
import { workingState } from './working-state.ts'

const showVault = () => useWorkbench.setState({ dialog: 'vault' })
const noMatter = () => {}

/** The bot's versions, newest first, what is on its way to engines, and how the bot as it is now stands to them. */
export function VersionsPanel() {
  const { t } = useTranslation()
  const bot = useWorkbench(state => state.bot)
  const known = useVersions()
  // biome-ignore lint/correctness/useExhaustiveDependencies: each bot has jobs of its own
  useEffect(watchPublishing, [bot])
  const versions = known.bot === bot ? known.versions : []
  return (
    <Panel title={t('versions.title')} actions={<Actions />}>
      <Now versions={versions} />
      <div className={css.padded}>
        <OpenJobs isBrief onGo={noMatter} onPassphrase={showVault} />
      </div>
      <VersionList versions={versions} />
    </Panel>
  )
}

function Now({ versions }: { versions: readonly StoredVersion[] }) {
  const { t } = useTranslation()
  const { state, newest } = workingState(versions, useWorkingHash())
  const isViewing = useWorkbench(({ viewing }) => viewing !== null)
  return (
    <div className={css.now}>
      <p data-state={state}>{t(`versions.now.${state}`, { version: newest?.version })}</p>
      <Button
        size="xs"
        fullWidth
        variant={state === 'same' ? 'default' : 'light'}
        disabled={isViewing}
        onClick={() => useWorkbench.setState({ dialog: 'saveVersion' })}
      >
        {t('versions.save')}
      </Button>
    </div>
  )
}

/** What can be done with versions as a whole. */
function Actions() {
  const { t } = useTranslation()
  return (
    <>
      <IconButton label={nameOf(t, 'version_compare')} onClick={() => runCommand('version.compare')}>
        <IconArrowsDiff size={16} stroke={1.6} />
      </IconButton>
      <IconButton label={nameOf(t, 'version_merge')} onClick={() => runCommand('version.merge')}>
        <IconGitMerge size={16} stroke={1.6} />
      </IconButton>
    </>
  )
}

const nameOf = (t: TFunction, command: string) => t(`shell.command.${command}`)

/** So many rows are drawn at a time: nobody reads a thousand. */
const PAGE = 50

function VersionList({ versions }: { versions: readonly StoredVersion[] }) {
  const { t } = useTranslation()
  const newest = versions.at(-1)?.version ?? null
  const [open, setOpen] = useState<string | null | undefined>(undefined)
  const shown = open === undefined ? newest : open
  const [most, setMost] = useState(PAGE)
  const first = Math.max(0, versions.length - most)
  const before = new Map(versions.slice(1).map(({ version }, at) => [version, versions[at]?.version ?? null]))
  if (versions.length === 0) return <EmptyState text={t('versions.none')} />
  return (
    <>
      <ul className={css.versions}>
        {versions
          .slice(first)
          .toReversed()
          .map(version => (
            <VersionRow
              key={version.version}
              version={version}
              before={before.get(version.version) ?? null}
              isOpen={version.version === shown}
              onToggle={() => setOpen(version.version === shown ? null : version.version)}
            />
          ))}
      </ul>
      {first > 0 && (
        <button type="button" className={css.older} onClick={() => setMost(most + PAGE)}>
          {t('versions.older', { count: Math.min(PAGE, first) })}
        </button>
      )}
    </>
  )
}
