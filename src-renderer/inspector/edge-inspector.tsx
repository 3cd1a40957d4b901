import { Button } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { BlockId } from '../../src-shared/document/ids.ts'
import type { EdgeRecord } from '../../src-shared/document/records.ts'
import { deleteSelection } from '../../src-shared/edit/delete-selection.ts'
import { blockTitle } from '../blocks/block-title.ts'
import { portName } from '../blocks/port-name.ts'
import { commit, useDocument } from '../state/edits.ts'
import { showPlace } from '../state/show-place.ts'
import { NO_SELECTION, useWorkbench } from '../state/workbench.ts'
import { useTextLocale } from './fields/use-text-locale.ts'
import css from './inspector.module.css'

/** One edge: where it comes from, by which port, and where it leads. */
export function EdgeInspector({ edge }: { edge: EdgeRecord }) {
  const { t } = useTranslation()
  const { locale, locales } = useTextLocale()
  const document = useDocument()
  const from = document?.get(edge.from)
  const to = document?.get(edge.to)
  if (!document || !from || !to) return null
  const remove = () => {
    const changes = deleteSelection(document, { blocks: [], edges: [edge.id] })
    if (commit(changes, { key: 'canvas.edit.deleteEdges', count: 1 }))
      useWorkbench.setState({ selection: NO_SELECTION })
  }
  return (
    <>
      <h3 className={css.heading}>{t('inspector.edge.title')}</h3>
      <dl className={css.facts}>
        <dt>{t('inspector.edge.from')}</dt>
        <dd>
          <BlockLink id={from.id} title={blockTitle(t, from)} />
        </dd>
        <dt>{t('inspector.edge.port')}</dt>
        <dd>{portName(t, from, edge.port, [locale, ...locales])}</dd>
        <dt>{t('inspector.edge.to')}</dt>
        <dd>
          <BlockLink id={to.id} title={blockTitle(t, to)} />
        </dd>
      </dl>
      <div className={css.actions}>
        <Button size="xs" variant="default" leftSection={<IconTrash size={14} />} onClick={remove}>
          {t('inspector.edge.delete')}
        </Button>
      </div>
    </>
  )
}

function BlockLink({ id, title }: { id: BlockId; title: string }) {
  return (
    <button type="button" className={css.link} onClick={() => showPlace(id)}>
      {title}
    </button>
  )
}
