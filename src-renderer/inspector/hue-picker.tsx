import { UnstyledButton } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { HUES, type Hue } from '../../src-shared/document/records.ts'
import { Field } from '../ui/field.tsx'
import css from './hue-picker.module.css'

type Props = Readonly<{ hue: Hue; onPick: (hue: Hue) => void }>

/** The six colours of groups and notes. */
export function HuePicker({ hue, onPick }: Props) {
  const { t } = useTranslation()
  return (
    <Field label={t('craft.hue.label')}>
      <div className={css.hues}>
        {HUES.map(each => (
          <UnstyledButton
            key={each}
            className={css.hue}
            aria-label={t(`craft.hue.${each}`)}
            aria-pressed={each === hue}
            style={{ background: `var(--p-hue-${each}-soft)`, borderColor: `var(--p-hue-${each})` }}
            onClick={() => onPick(each)}
          >
            {each === hue && <IconCheck size={14} stroke={2.4} />}
          </UnstyledButton>
        ))}
      </div>
    </Field>
  )
}
