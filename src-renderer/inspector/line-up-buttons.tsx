import {
  IconLayoutAlignBottom,
  IconLayoutAlignCenter,
  IconLayoutAlignLeft,
  IconLayoutAlignMiddle,
  IconLayoutAlignRight,
  IconLayoutAlignTop,
  IconLayoutDistributeHorizontal,
  IconLayoutDistributeVertical,
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { commandNamed, runCommand } from '../commands/commands.ts'
import { useWorkbench } from '../state/workbench.ts'
import { Field } from '../ui/field.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import css from './hue-picker.module.css'

const BUTTONS = [
  ['edit.alignLeft', IconLayoutAlignLeft],
  ['edit.alignCentre', IconLayoutAlignCenter],
  ['edit.alignRight', IconLayoutAlignRight],
  ['edit.alignTop', IconLayoutAlignTop],
  ['edit.alignMiddle', IconLayoutAlignMiddle],
  ['edit.alignBottom', IconLayoutAlignBottom],
  ['edit.distributeHorizontal', IconLayoutDistributeVertical],
  ['edit.distributeVertical', IconLayoutDistributeHorizontal],
] as const

/** Lining up what is chosen: a view of the command table. */
export function LineUpButtons() {
  const { t } = useTranslation()
  const state = useWorkbench()
  return (
    <Field label={t('craft.lineUp')}>
      <div className={css.row}>
        {BUTTONS.map(([id, Icon]) => (
          <IconButton
            key={id}
            label={t(`shell.command.${id.replace('.', '_')}`)}
            disabled={!commandNamed(id)?.enabled(state)}
            onClick={() => runCommand(id)}
          >
            <Icon size={18} stroke={1.6} />
          </IconButton>
        ))}
      </div>
    </Field>
  )
}
