import { Button } from '@mantine/core'
import { IconCopy, IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { duplicateBlocks } from '../../src-shared/blocks/edits/duplicate-blocks.ts'
import type { BlockRecord, EdgeRecord } from '../../src-shared/document/records.ts'
import { deleteSelection } from '../../src-shared/edit/delete-selection.ts'
import { commit, useDocument } from '../state/edits.ts'
import { newId } from '../state/open-bot.ts'
import { NO_SELECTION, useWorkbench } from '../state/workbench.ts'
import css from './inspector.module.css'

type Props = Readonly<{ blocks: readonly BlockRecord[]; edges: readonly EdgeRecord[] }>

/** Copies lie beside their originals, on the grid of 8 pixels. */
const OFFSET = 32

/** Several things at once: what they are, and what can be done to all of them. */
export function ManyInspector({ blocks, edges }: Props) {
  const { t } = useTranslation()
  const document = useDocument()
  if (!document) return null
  const ids = blocks.map(({ id }) => id)
  const kinds = countBy(blocks.map(({ kind }) => kind))
  const remove = () => {
    const changes = deleteSelection(document, { blocks: ids, edges: edges.map(({ id }) => id) })
    const label =
      blocks.length > 0
        ? { key: 'canvas.edit.deleteSelection', count: blocks.length }
        : { key: 'canvas.edit.deleteEdges', count: edges.length }
    if (commit(changes, label)) useWorkbench.setState({ selection: NO_SELECTION })
  }
  const duplicate = () => {
    const copied = duplicateBlocks(document, ids, { dx: OFFSET, dy: OFFSET }, newId)
    if (commit(copied.changes, { key: 'canvas.edit.duplicateBlocks', count: ids.length }))
      useWorkbench.setState({ selection: { blocks: new Set(copied.blocks), edges: new Set() } })
  }
  return (
    <>
      <h3 className={css.heading}>
        {blocks.length > 0
          ? t('inspector.many.blocks', { count: blocks.length })
          : t('inspector.many.edges', { count: edges.length })}
      </h3>
      <ul className={css.kinds}>
        {[...kinds].map(([kind, count]) => (
          <li key={kind}>
            <span>{t(`blocks.kind.${kind}.name`)}</span>
            <span>{count}</span>
          </li>
        ))}
      </ul>
      <div className={css.actions}>
        {blocks.length > 0 && (
          <Button size="xs" variant="default" leftSection={<IconCopy size={14} />} onClick={duplicate}>
            {t('inspector.many.duplicate')}
          </Button>
        )}
        <Button size="xs" variant="default" leftSection={<IconTrash size={14} />} onClick={remove}>
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
