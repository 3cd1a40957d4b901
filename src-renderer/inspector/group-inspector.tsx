import { Button } from '@mantine/core'
import { IconBoxMultiple } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { GroupRecord } from '../../src-shared/document/records.ts'
import { changeGroup } from '../canvas/note-actions.ts'
import { runCommand } from '../commands/commands.ts'
import { DraftInput } from './fields/draft-input.tsx'
import { HuePicker } from './hue-picker.tsx'
import css from './inspector.module.css'

/** As in the schema of src-shared/document/records.ts. */
const MAX_TITLE = 80

/** A group: what its frame says and looks like. What can be done to its blocks stands below. */
export function GroupInspector({ group }: { group: GroupRecord }) {
  const { t } = useTranslation()
  return (
    <>
      <h3 className={css.heading}>{t('craft.group.heading')}</h3>
      <DraftInput
        key={group.id}
        field={`${group.id}.title`}
        label={t('craft.group.title')}
        value={group.title}
        check={text =>
          text.trim().length > MAX_TITLE ? t('inspector.field.atMost', { count: MAX_TITLE }) : null
        }
        commit={title => changeGroup(group.id, { title: title.trim() })}
      />
      <HuePicker hue={group.hue} onPick={hue => changeGroup(group.id, { hue })} />
      <div className={css.actions}>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconBoxMultiple size={14} />}
          onClick={() => runCommand('edit.ungroup')}
        >
          {t('craft.group.ungroup')}
        </Button>
      </div>
    </>
  )
}
