import { Button } from '@mantine/core'
import { IconLock, IconPlus } from '@tabler/icons-react'
import { useDeferredValue, useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { usesOfVariables } from '../../src-shared/blocks/edits/uses-of-variable.ts'
import { ID_PREFIX, type VariableId } from '../../src-shared/document/ids.ts'
import { isPredefined } from '../../src-shared/document/predefined-variables.ts'
import type { VariableRecord } from '../../src-shared/document/records.ts'
import { newVariable } from '../inspector/fields/new-variable.ts'
import { useDocument } from '../state/edits.ts'
import { putRecord } from '../state/put-record.ts'
import { useWorkbench } from '../state/workbench.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { Panel } from '../ui/panel.tsx'
import { PanelFilter } from './panel-filter.tsx'
import css from './panels.module.css'
import { VariableRow } from './variable-row.tsx'

/** The global variables of the bot (KAR-13…KAR-19): its own, and the six that every bot has. */
export function VariablesPanel() {
  const { t } = useTranslation()
  const document = useDocument()
  const goTo = useWorkbench(state => state.goTo)
  const uses = useUses()
  const [filter, setFilter] = useState('')
  const [opened, setOpened] = useState<VariableId | null>(null)
  useEffect(() => {
    if (goTo?.record.startsWith(`${ID_PREFIX.variable}_`)) setOpened(goTo.record as VariableId)
  }, [goTo])
  if (!document) return null

  const wanted = filter.trim().toUpperCase()
  const fitting = [...document.all('variable')]
    .filter(({ name, description }) => name.includes(wanted) || description.toUpperCase().includes(wanted))
    .sort((a, b) => a.name.localeCompare(b.name))
  const own = fitting.filter(({ name }) => !isPredefined(name))
  const given = fitting.filter(({ name }) => isPredefined(name))
  const add = () => {
    const variable = newVariable(document, filter, 'text')
    if (!putRecord(variable, { key: 'variables.edit.add', name: variable.name })) return
    setFilter('')
    setOpened(variable.id)
  }
  const addButton = (
    <Button size="xs" variant="default" onClick={add}>
      {t('variables.add')}
    </Button>
  )
  const rowOf = (variable: VariableRecord) => (
    <VariableRow
      key={variable.id}
      variable={variable}
      uses={uses.get(variable.id) ?? 0}
      isOpen={opened === variable.id}
      onToggle={() => setOpened(opened === variable.id ? null : variable.id)}
    />
  )
  return (
    <Panel
      title={t('variables.title')}
      actions={
        <IconButton label={t('variables.add')} onClick={add}>
          <IconPlus size={16} />
        </IconButton>
      }
    >
      <PanelFilter label={t('variables.filter')} value={filter} onChange={setFilter} />
      {own.length > 0 && <ul className={css.list}>{own.map(rowOf)}</ul>}
      {own.length === 0 && (
        <EmptyState
          text={t(wanted ? 'variables.nothing' : 'variables.none', { filter })}
          action={addButton}
        />
      )}
      {given.length > 0 && (
        <>
          <h3 className={css.group}>
            <IconLock size={12} aria-hidden />
            {t('variables.given')}
          </h3>
          <ul className={css.list}>{given.map(rowOf)}</ul>
        </>
      )}
    </Panel>
  )
}

/** How often each variable is used; counted when nothing more urgent is to be drawn, for it walks the whole bot. */
function useUses(): ReadonlyMap<VariableId, number> {
  const rev = useDeferredValue(useWorkbench(state => state.rev))
  const editor = useWorkbench(state => state.editor)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the document changes in place, and `rev` with it
  return useMemo(() => (editor ? usesOfVariables(editor.document) : new Map()), [editor, rev])
}
