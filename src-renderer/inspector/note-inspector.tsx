import { Button } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { NoteRecord } from '../../src-shared/document/records.ts'
import { changeNote } from '../canvas/note-actions.ts'
import { NOTE_LIMITS } from '../canvas/note-sheet.tsx'
import { runCommand } from '../commands/commands.ts'
import { DraftInput } from './fields/draft-input.tsx'
import { NumberField } from './fields/number-field.tsx'
import { HuePicker } from './hue-picker.tsx'
import css from './inspector.module.css'

/** A note: the same as on its sheet, and its size for those who do not drag. */
export function NoteInspector({ note }: { note: NoteRecord }) {
  const { t } = useTranslation()
  return (
    <>
      <h3 className={css.heading}>{t('craft.note.heading')}</h3>
      <DraftInput
        key={note.id}
        field={`${note.id}.text`}
        multiline
        label={t('craft.note.text')}
        value={note.text}
        check={text =>
          text.length > NOTE_LIMITS.text ? t('inspector.field.atMost', { count: NOTE_LIMITS.text }) : null
        }
        commit={text => changeNote(note.id, { text })}
      />
      <HuePicker hue={note.hue} onPick={hue => changeNote(note.id, { hue })} />
      <div className={css.pair}>
        {(['width', 'height'] as const).map(side => (
          <NumberField
            key={side}
            name={`${note.id}.${side}`}
            label={t(`craft.note.${side}`)}
            path={[side]}
            min={NOTE_LIMITS[side].least}
            max={NOTE_LIMITS[side].most}
            value={note[side]}
            commit={size => size !== null && changeNote(note.id, { [side]: size })}
          />
        ))}
      </div>
      <div className={css.actions}>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconTrash size={14} />}
          onClick={() => runCommand('edit.delete')}
        >
          {t('craft.note.delete')}
        </Button>
      </div>
    </>
  )
}
