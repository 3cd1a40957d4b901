import { Button } from '@mantine/core'
import { IconCopy, IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { BlockRecord, EdgeRecord, NoteRecord } from '../../src-shared/document/records.ts'
import { runCommand } from '../commands/commands.ts'
import css from './inspector.module.css'
import { LineUpButtons } from './line-up-buttons.tsx'

type Props = Readonly<{
  blocks: readonly BlockRecord[]
  edges: readonly EdgeRecord[]
  notes: readonly NoteRecord[]
}>

/** Several things at once: what they are, and what can be done to all of them. */
export function ManyInspector({ blocks, edges, notes }: Props) {
  const { t } = useTranslation()
  const kinds = countBy(blocks.map(({ kind }) => kind))
  return (
    <>
      <h3 className={css.heading}>
        {blocks.length > 0
          ? t('inspector.many.blocks', { count: blocks.length })
          : notes.length > 0
            ? t('craft.note.many', { count: notes.length })
            : t('inspector.many.edges', { count: edges.length })}
      </h3>
      {blocks.length > 0 && notes.length > 0 && (
        <p className={css.also}>{t('craft.note.also', { count: notes.length })}</p>
      )}
      <ul className={css.kinds}>
        {[...kinds].map(([kind, count]) => (
          <li key={kind}>
            <span>{t(`blocks.kind.${kind}.name`)}</span>
            <span>{count}</span>
          </li>
        ))}
      </ul>
      {blocks.length + notes.length > 1 && <LineUpButtons />}
      <div className={css.actions}>
        {blocks.length + notes.length > 0 && (
          <Button
            size="xs"
            variant="default"
            leftSection={<IconCopy size={14} />}
            onClick={() => runCommand('edit.duplicate')}
          >
            {t('inspector.many.duplicate')}
          </Button>
        )}
        <Button
          size="xs"
          variant="default"
          leftSection={<IconTrash size={14} />}
          onClick={() => runCommand('edit.delete')}
        >
          {t('inspector.many.delete')}
        </Button>
      </div>
    </>
  )
}

function countBy(names: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  return counts
}
