import { Button, Loader, NativeSelect } from '@mantine/core'
import { IconArrowLeft } from '@tabler/icons-react'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { Sign } from '../compare/change-list.tsx'
import { changeTitle } from '../compare/change-words.ts'
import { fileSide, versionSide } from '../compare/compare-actions.ts'
import { useVersions } from '../state/versions.ts'
import { useWorkbench } from '../state/workbench.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { useReady } from '../ui/use-ready.ts'
import { ConflictCard } from './conflict-card.tsx'
import styles from './merge.module.css'
import { applyMerge, chooseBase, chooseEverywhere, chooseTheirs, closeMerge } from './merge-actions.ts'
import { useMerge } from './merge-state.ts'
import { isOtherBot, type PresentMerge, usePresentMerge } from './present-merge.ts'

/** Somebody else's work joined with the working copy, conflict by conflict (requirements.md KAL-07). */
export function MergeScreen() {
  const { t } = useTranslation()
  const merge = usePresentMerge()
  const { theirs, base, isLooking } = useMerge()
  useReady(true)
  useEffect(() => {
    const onEscape = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented) closeMerge()
    }
    document.addEventListener('keydown', onEscape)
    return () => document.removeEventListener('keydown', onEscape)
  }, [])
  return (
    <div className={styles.screen}>
      <header className={styles.bar}>
        <IconButton label={t('compare.merge.cancel')} shortcut="Esc" onClick={closeMerge}>
          <IconArrowLeft size={18} stroke={1.6} />
        </IconButton>
        <h1 className={styles.title}>{t('compare.merge.title')}</h1>
        <BotName />
        <span className={styles.gap} />
        {merge && <OpenCount merge={merge} />}
        <Button
          size="xs"
          disabled={!merge || merge.open.length > 0 || merge.taken + merge.said === 0}
          onClick={() => applyMerge()}
        >
          {t('compare.merge.apply')}
        </Button>
      </header>
      <main className={styles.body}>
        <div className={styles.page}>
          {theirs ? (
            <Files />
          ) : (
            <EmptyState
              text={t('compare.merge.none')}
              action={
                <Button size="xs" onClick={() => void chooseTheirs()} data-autofocus>
                  {t('compare.merge.chooseTheirs')}
                </Button>
              }
            />
          )}
          {isLooking && (
            <p className={styles.hint} role="status">
              <Loader size={12} /> {t('compare.merge.looking')}
            </p>
          )}
          {theirs && isOtherBot() && (
            <p className={styles.refused} role="alert">
              {t('compare.merge.otherBot', { name: theirs.name })}
            </p>
          )}
          {theirs && !isLooking && !base && !isOtherBot() && (
            <p className={styles.hint}>{t('compare.merge.noBase')}</p>
          )}
          {merge && <Conflicts merge={merge} />}
          {merge && <Taken merge={merge} />}
        </div>
      </main>
    </div>
  )
}

function BotName() {
  const { t } = useTranslation()
  const name = useWorkbench(({ editor }) => editor?.document.bot.name)
  return (
    <span className={styles.into}>
      {name} · {t('compare.merge.into')}
    </span>
  )
}

function OpenCount({ merge: { open, conflicts } }: { merge: PresentMerge }) {
  const { t } = useTranslation()
  if (conflicts.length === 0) return null
  return (
    <span className={styles.into} role="status">
      {open.length > 0 ? t('compare.merge.open', { count: open.length }) : t('compare.merge.decided')}
    </span>
  )
}

const FILE_VALUE = 'file'

function Files() {
  const { t } = useTranslation()
  const { theirs, base } = useMerge()
  const versions = useVersions(state => state.versions)
  const pick = (value: string) => {
    if (value === FILE_VALUE) void chooseBase(fileSide())
    else if (value !== '') void chooseBase(versionSide(value))
  }
  return (
    <div className={styles.files}>
      <div className={styles.file}>
        <span className={styles.label}>{t('compare.merge.theirs')}</span>
        <span className={styles.fileName}>{theirs?.name}</span>
        <Button size="compact-xs" variant="default" onClick={() => void chooseTheirs()}>
          {t('compare.merge.another')}
        </Button>
      </div>
      <NativeSelect
        size="xs"
        label={t('compare.merge.base')}
        description={t('compare.merge.baseHint')}
        value={base?.kind === 'version' ? base.name : ''}
        onChange={event => pick(event.currentTarget.value)}
        data={[
          { value: '', label: base?.kind === 'file' ? t('compare.file', { name: base.name }) : '' },
          ...versions.toReversed().map(({ version, note }) => ({
            value: version,
            label: note
              ? t('compare.versionNote', { version, note: note.slice(0, 60) })
              : t('compare.version', { version }),
          })),
          { value: FILE_VALUE, label: t('compare.chooseFile') },
        ]}
      />
    </div>
  )
}

function Conflicts({ merge }: { merge: PresentMerge }) {
  const { t } = useTranslation()
  const { conflicts } = merge
  if (conflicts.length === 0) return <p className={styles.clean}>{t('compare.merge.clean')}</p>
  return (
    <section aria-label={t('compare.merge.conflictList')}>
      <div className={styles.head}>
        <h2>{t('compare.merge.conflicts', { count: conflicts.length })}</h2>
        <Button size="compact-xs" variant="default" onClick={() => chooseEverywhere('ours')}>
          {t('compare.merge.oursAll')}
        </Button>
        <Button size="compact-xs" variant="default" onClick={() => chooseEverywhere('theirs')}>
          {t('compare.merge.theirsAll')}
        </Button>
      </div>
      <ul className={styles.conflicts}>
        {conflicts.map(conflict => (
          <ConflictCard key={conflict.id} conflict={conflict} versions={merge.versions} />
        ))}
      </ul>
    </section>
  )
}

/** Of more the rest is only counted: they can be looked at on the canvas after the merge, which one step takes back. */
const MOST_TAKEN = 300

function Taken({ merge: { groups, difference, taken, said } }: { merge: PresentMerge }) {
  const { t } = useTranslation()
  const { before, after } = difference
  const changes = groups.flatMap(group => group.changes)
  return (
    <section aria-label={t('compare.merge.takenList')}>
      <div className={styles.head}>
        <h2>{t('compare.merge.takenList')}</h2>
      </div>
      {said > 0 && <p className={styles.hint}>{t('review.taken', { count: said })}</p>}
      {taken + said === 0 && <p className={styles.hint}>{t('compare.merge.nothing')}</p>}
      <ul className={styles.taken}>
        {changes.slice(0, MOST_TAKEN).map(change => {
          const flow = change.flow && (after.get(change.flow) ?? before.get(change.flow))
          return (
            <li key={change.id}>
              <Sign mark={change.mark} />
              <span>{changeTitle(t, change, difference)}</span>
              {flow && change.type !== 'flow' && <span className={styles.where}>{flow.name}</span>}
            </li>
          )
        })}
      </ul>
      {changes.length > MOST_TAKEN && (
        <p className={styles.hint}>{t('compare.more', { count: changes.length - MOST_TAKEN })}</p>
      )}
    </section>
  )
}
