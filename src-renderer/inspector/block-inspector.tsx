import { IconEye } from '@tabler/icons-react'
import type { ComponentType } from 'react'
import { useTranslation } from 'react-i18next'
import { changeBlockData } from '../../src-shared/blocks/edits/change-block-data.ts'
import type { Kind } from '../../src-shared/blocks/kind.ts'
import type { KindName } from '../../src-shared/blocks/kinds.ts'
import { kindNamed } from '../../src-shared/blocks/kinds.ts'
import { fieldPlan } from '../../src-shared/document/fields.ts'
import type { BlockRecord } from '../../src-shared/document/records.ts'
import { type Changes, squashChanges } from '../../src-shared/edit/edit.ts'
import { blockTitle } from '../blocks/block-title.ts'
import { KIND_FORMS } from '../blocks/kind-forms.ts'
import type { FormProps } from '../blocks/kind-view.ts'
import { KIND_VIEWS } from '../blocks/kind-views.ts'
import { runCommand } from '../commands/commands.ts'
import { commit } from '../state/edits.ts'
import { putRecord } from '../state/put-record.ts'
import { useWorkbench } from '../state/workbench.ts'
import { DraftInput } from './fields/draft-input.tsx'
import { FieldScope } from './fields/field-scope.ts'
import { SmallButton } from './fields/small-button.tsx'
import css from './inspector.module.css'
import { LocaleTabs } from './locale-tabs.tsx'
import { RecordIssues } from './record-issues.tsx'
import { usePlaceFocus } from './use-place-focus.ts'

/** 80 characters as in the schema of src-shared/document/records.ts. */
const MAX_TITLE = 80

/** One block: its name, what its kind does, what the checks say of it, and the form of its kind. */
export function BlockInspector({ block }: { block: BlockRecord }) {
  const { t } = useTranslation()
  const name = block.kind as KindName
  const Icon = KIND_VIEWS[name].icon
  const kind = kindNamed(name)
  const rename = (title: string) => {
    const present = presentBlock(block)
    return putRecord(
      { ...present, title: title.trim() },
      { key: 'blocks.edit.rename', name: blockTitle(t, present) },
    )
  }
  return (
    <FieldScope value={block.id}>
      <header className={css.header}>
        <span className={css.tile} data-family={kind?.family}>
          <Icon size={18} />
        </span>
        <div className={css.title}>
          <h3>{t(`blocks.kind.${name}.name`)}</h3>
          <p>{t(`blocks.kind.${name}.help`)}</p>
        </div>
        <SmallButton label={t('preview.show')} onClick={() => runCommand('block.preview')}>
          <IconEye size={16} />
        </SmallButton>
      </header>
      <div data-record={block.id} data-path="title">
        <DraftInput
          key={block.id}
          field={`${block.id}.title`}
          label={t('inspector.block.title')}
          placeholder={t(`blocks.kind.${name}.name`)}
          value={block.title}
          check={text =>
            text.trim().length > MAX_TITLE ? t('inspector.field.atMost', { count: MAX_TITLE }) : null
          }
          commit={rename}
        />
      </div>
      <RecordIssues record={block.id} />
      {kind && hasTexts(kind) && <LocaleTabs block={block} />}
      <KindForm block={block} />
    </FieldScope>
  )
}

/** Whether anything of this kind is written in languages. */
function hasTexts(kind: Kind): boolean {
  return fieldPlan(kind.schema).some(({ role }) => role === 'text' || role === 'words')
}

function KindForm({ block }: { block: BlockRecord }) {
  const { t } = useTranslation()
  // The registry's types follow the kind's name, which a record of any kind cannot: its data was parsed by that kind.
  const Form = KIND_FORMS[block.kind as KindName] as unknown as ComponentType<FormProps<unknown>>
  const form = usePlaceFocus(block.id)
  const change = (map: (data: unknown) => unknown, also?: Changes) => {
    const { editor } = useWorkbench.getState()
    if (!editor) return false
    const present = presentBlock(block)
    const changed = changeBlockData(editor.document, block.id, map(present.data))
    const all = changed.ok && also ? squashChanges([also, changed.value]) : changed
    return commit(all, { key: 'blocks.edit.change', name: blockTitle(t, present) })
  }
  return (
    <div ref={form} className={css.form} data-form data-record={block.id}>
      <Form block={block} data={block.data} change={change} />
    </div>
  )
}

/** The block as it is now: a draft may be made into an edit after the block was changed elsewhere. */
function presentBlock(block: BlockRecord): BlockRecord {
  return useWorkbench.getState().editor?.document.get(block.id) ?? block
}
