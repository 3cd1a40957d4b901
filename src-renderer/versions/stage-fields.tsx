import { Checkbox, NumberInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { StageDraft } from './stage-draft.ts'
import css from './versions.module.css'

type Props = Readonly<{ draft: StageDraft; onChange: (draft: StageDraft) => void }>

/** How many meet a version, and what takes it back by itself. */
export function StageFields({ draft, onChange }: Props) {
  const { t } = useTranslation()
  const number = (field: 'percent' | 'errorPercent' | 'conversations') => ({
    ...{ size: 'xs', label: t(`stage.${field}`), value: draft[field] },
    onChange: (value: number | string) => onChange({ ...draft, [field]: value }),
  })
  return (
    <div className={css.stage}>
      <NumberInput {...number('percent')} min={1} max={100} allowDecimal={false} />
      <Checkbox
        size="xs"
        label={t('stage.watch')}
        checked={draft.isWatched}
        onChange={event => onChange({ ...draft, isWatched: event.currentTarget.checked })}
      />
      {draft.isWatched && (
        <div className={css.stagePair}>
          <NumberInput {...number('errorPercent')} min={0.1} max={100} decimalScale={1} />
          <NumberInput {...number('conversations')} min={1} max={1_000_000} allowDecimal={false} />
        </div>
      )}
    </div>
  )
}
