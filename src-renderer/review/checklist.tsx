import { Button, Progress } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { BotDocument } from '../../src-shared/document/bot-document.ts'
import { type ChecklistItem, checklistOf, TRACKS } from '../../src-shared/onboarding/checklist.ts'
import panels from '../panels/panels.module.css'
import { showPlace } from '../state/show-place.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import styles from './review.module.css'
import { StepRow } from './step-row.tsx'

/** What is to be done before the bot goes live, as it follows from the bot (requirements.md KAL-01). */
export function Checklist({ document }: { document: BotDocument }) {
  const { t } = useTranslation()
  const items = checklistOf(document)
  const isBound = (document.bot.settings?.channels ?? []).length > 0
  return (
    <>
      {items.length > 0 && <Done items={items.filter(({ track }) => track !== 'past')} />}
      {TRACKS.map(track => (
        <Steps
          key={track}
          document={document}
          title={t(`checklist.track.${track}`)}
          items={items.filter(item => item.track === track)}
        />
      ))}
      {!isBound && (
        <EmptyState
          text={t('checklist.none')}
          action={
            <Button
              size="xs"
              variant="default"
              onClick={() => showPlace(document.bot.id, ['settings', 'channels'])}
            >
              {t('checklist.channels')}
            </Button>
          }
        />
      )}
    </>
  )
}

function Done({ items }: { items: readonly ChecklistItem[] }) {
  const { t } = useTranslation()
  const count = items.length
  if (count === 0) return null
  const done = items.filter(({ task }) => task.state === 'done').length
  const words = t('checklist.progress', { done, count })
  return (
    <div className={styles.section}>
      <p className={styles.meta}>{words}</p>
      <Progress size="sm" color="green" value={(done / count) * 100} aria-label={words} mt={4} />
    </div>
  )
}

type Props = Readonly<{ document: BotDocument; title: string; items: readonly ChecklistItem[] }>

function Steps({ document, title, items }: Props) {
  if (items.length === 0) return null
  return (
    <>
      <h3 className={panels.group}>{title}</h3>
      <ul className={panels.list} aria-label={title}>
        {items.map(item => (
          <StepRow key={item.id} document={document} item={item} />
        ))}
      </ul>
    </>
  )
}
