import { ActionIcon, Menu } from '@mantine/core'
import { IconDots, IconHome, IconSitemap } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { deleteFlow } from '../../src-shared/blocks/edits/delete-flow.ts'
import type { FlowRecord } from '../../src-shared/document/records.ts'
import { DraftInput } from '../inspector/fields/draft-input.tsx'
import { nameProblem } from '../inspector/name-problem.ts'
import { commit, useDocument } from '../state/edits.ts'
import { putRecord } from '../state/put-record.ts'
import { showFlow } from '../state/show-place.ts'
import { tellOfEdit } from '../state/tell-of-edit.ts'
import { blocksLeadingTo } from './blocks-leading-to.ts'
import type { IssueCount } from './issues-by-flow.ts'
import css from './panels.module.css'

type Props = Readonly<{
  flow: FlowRecord
  isShown: boolean
  isRenaming: boolean
  issues: IssueCount | undefined
  onRename: (on: boolean) => void
}>

/** One flow of the panel; F2 or a double click renames it in its place. */
export function FlowRow({ flow, isShown, isRenaming, issues, onRename }: Props) {
  const { t } = useTranslation()
  const document = useDocument()
  if (!document) return null
  const isMain = document.bot.mainFlow === flow.id
  const blocks = document.blocksOf(flow.id).size
  if (isRenaming)
    return (
      <li onBlur={() => onRename(false)}>
        <DraftInput
          quiet
          autoFocus
          whole
          field={`${flow.id}.rowName`}
          label={t('inspector.flow.name')}
          value={flow.name}
          check={text => nameProblem(t, text)}
          commit={name =>
            putRecord({ ...flow, name: name.trim() }, { key: 'inspector.edit.flow', name: flow.name })
          }
          onEnter={() => onRename(false)}
          onKeyDown={event => event.key === 'Escape' && onRename(false)}
        />
      </li>
    )
  return (
    <li className={css.line}>
      <button
        type="button"
        className={css.row}
        aria-current={isShown}
        title={flow.description || flow.name}
        onClick={() => showFlow(flow.id)}
        onDoubleClick={() => onRename(true)}
        onKeyDown={event => event.key === 'F2' && onRename(true)}
      >
        <IconSitemap size={14} aria-hidden />
        <span className={css.main}>
          <span className={css.name}>{flow.name}</span>
        </span>
        {isMain && <IconHome size={14} aria-label={t('inspector.flows.main')} />}
        <IssueDot issues={issues} />
        <span className={css.count} title={t('inspector.flows.blocks', { count: blocks })}>
          {blocks}
        </span>
      </button>
      <FlowMenu flow={flow} isMain={isMain} blocks={blocks} onRename={() => onRename(true)} />
    </li>
  )
}

function IssueDot({ issues }: { issues: IssueCount | undefined }) {
  const { t } = useTranslation()
  if (!issues) return null
  const severity = issues.errors > 0 ? 'error' : 'warning'
  const label = t(`inspector.flows.${severity}s`, { count: issues.errors || issues.warnings })
  return <span className={css.dot} data-severity={severity} role="img" aria-label={label} title={label} />
}

function FlowMenu({
  flow,
  isMain,
  blocks,
  onRename,
}: {
  flow: FlowRecord
  isMain: boolean
  blocks: number
  onRename: () => void
}) {
  const { t } = useTranslation()
  const document = useDocument()
  if (!document) return null
  const remove = () => {
    const leading = blocksLeadingTo(document, flow.id).length
    if (!commit(deleteFlow(document, flow.id), { key: 'inspector.edit.deleteFlow', name: flow.name })) return
    const key = leading > 0 ? 'inspector.flows.deletedUsed' : 'inspector.flows.deleted'
    tellOfEdit('info', t(key, { name: flow.name, count: leading }))
  }
  const makeMain = () =>
    putRecord({ ...document.bot, mainFlow: flow.id }, { key: 'inspector.edit.mainFlow', name: flow.name })
  return (
    <Menu position="bottom-end" shadow="md" returnFocus={false}>
      <Menu.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={24}
          aria-label={t('inspector.flows.actions', { name: flow.name })}
        >
          <IconDots size={14} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => showFlow(flow.id)}>{t('inspector.flows.open')}</Menu.Item>
        <Menu.Item onClick={onRename}>{t('inspector.flows.rename')}</Menu.Item>
        {!isMain && <Menu.Item onClick={makeMain}>{t('inspector.flows.makeMain')}</Menu.Item>}
        {!isMain && (
          <Menu.Item color="red" onClick={remove}>
            {blocks > 0 ? t('inspector.flows.deleteWith', { count: blocks }) : t('inspector.flows.delete')}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  )
}
