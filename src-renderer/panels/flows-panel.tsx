import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { addFlow } from '../../src-shared/blocks/edits/add-flow.ts'
import type { FlowId } from '../../src-shared/document/ids.ts'
import { commit, useDocument } from '../state/edits.ts'
import { newId, shownFlow } from '../state/open-bot.ts'
import { showFlow } from '../state/show-place.ts'
import { useWorkbench } from '../state/workbench.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { Panel } from '../ui/panel.tsx'
import { FlowRow } from './flow-row.tsx'
import { issuesByFlow } from './issues-by-flow.ts'
import css from './panels.module.css'

/** The flows of the bot: open, add, rename, delete. */
export function FlowsPanel() {
  const { t } = useTranslation()
  const document = useDocument()
  const issues = useWorkbench(state => state.issues)
  useWorkbench(state => state.flow)
  const [renaming, setRenaming] = useState<FlowId | null>(null)
  if (!document) return null
  const { mainFlow } = document.bot
  const flows = [...document.all('flow')].sort(
    (a, b) => Number(b.id === mainFlow) - Number(a.id === mainFlow) || a.name.localeCompare(b.name),
  )
  const counts = issuesByFlow(document, issues)
  const add = () => {
    const name = t('inspector.flow.unnamed')
    const made = addFlow(document, name, newId)
    if (!commit(made.changes, { key: 'inspector.edit.addFlow', name })) return
    showFlow(made.flow.id)
    setRenaming(made.flow.id)
  }
  return (
    <Panel
      title={t('inspector.flows.title')}
      actions={
        <IconButton label={t('inspector.flows.add')} onClick={add}>
          <IconPlus size={16} />
        </IconButton>
      }
    >
      <ul className={css.list}>
        {flows.map(flow => (
          <FlowRow
            key={flow.id}
            flow={flow}
            isShown={flow.id === shownFlow()}
            isRenaming={flow.id === renaming}
            issues={counts.get(flow.id)}
            onRename={on => setRenaming(on ? flow.id : null)}
          />
        ))}
      </ul>
      {flows.length === 1 && (
        <EmptyState
          text={t('inspector.flows.hint')}
          action={
            <Button size="xs" variant="default" onClick={add}>
              {t('inspector.flows.add')}
            </Button>
          }
        />
      )}
    </Panel>
  )
}
