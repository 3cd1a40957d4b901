import { Radio } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Staging } from '../../src-shared/publish/stage-protocol.ts'
import { FIRST_STAGE, type StageDraft, stagingOf } from './stage-draft.ts'
import { StageFields } from './stage-fields.tsx'
import css from './versions.module.css'

/** `staging` is null while something that was typed does not fit. */
type Choice = Readonly<{
  isPart: boolean
  staging: Staging | null
  draft: StageDraft
  pick: (isPart: boolean) => void
  change: (draft: StageDraft) => void
}>

/** Whether everybody meets a version at once, or how many do first. */
export function useStageChoice(): Choice {
  const [isPart, pick] = useState(false)
  const [draft, change] = useState(FIRST_STAGE)
  return { isPart, staging: stagingOf(draft), draft, pick, change }
}

export function StageChoice({ choice: { isPart, draft, pick, change } }: { choice: Choice }) {
  const { t } = useTranslation()
  return (
    <div>
      <Radio.Group
        size="xs"
        label={t('stage.who')}
        value={isPart ? 'part' : 'all'}
        onChange={value => pick(value === 'part')}
      >
        <div className={css.choices}>
          <Radio size="xs" value="all" label={t('stage.all')} />
          <Radio size="xs" value="part" label={t('stage.part')} />
        </div>
      </Radio.Group>
      {isPart && <StageFields draft={draft} onChange={change} />}
    </div>
  )
}
