import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { EFFECT_TIMEOUT_MS } from '../../src-shared/blocks/effect.ts'
import type { BlockRecord } from '../../src-shared/document/records.ts'
import { REACHABLE, STUDIED_AUTHS, type StudyRecord, VERDICTS } from '../../src-shared/document/study.ts'
import { holdsKey } from '../../src-shared/kit/holds-key.ts'
import { ChoiceSelect } from '../inspector/fields/choice-select.tsx'
import { DraftInput } from '../inspector/fields/draft-input.tsx'
import { FieldScope } from '../inspector/fields/field-scope.ts'
import { NumberField } from '../inspector/fields/number-field.tsx'
import panels from '../panels/panels.module.css'
import { showPlace } from '../state/show-place.ts'
import { shortDate } from '../versions/short-date.ts'
import { showNumber } from '../words/show-number.ts'
import { changeFindings } from './checklist-actions.ts'
import styles from './review.module.css'
import { StudyTest } from './study-test.tsx'

type Props = Readonly<{ block: BlockRecord; study: StudyRecord }>

/** What was found out about the system behind a block; a test call fills in what it can, the rest is written by hand. */
export function StudyForm({ block, study }: Props) {
  const { t } = useTranslation()
  const change = (found: Parameters<typeof changeFindings>[2]) => changeFindings(t, block, found)
  return (
    <FieldScope value={study.id}>
      <div className={panels.editor}>
        <StudyTest block={block} />
        <ChoiceSelect
          label={t('checklist.study.reachable')}
          value={study.reachable}
          options={REACHABLE.map(value => ({ value, label: t(`checklist.study.reachableIs.${value}`) }))}
          onPick={reachable => change({ reachable })}
        />
        <ChoiceSelect
          label={t('checklist.study.auth')}
          value={study.auth}
          options={STUDIED_AUTHS.map(value => ({
            value,
            label:
              value === 'unknown' || value === 'none'
                ? t(`checklist.study.authIs.${value}`)
                : t(`blocks.apiCall.schemes.${value}`),
          }))}
          onPick={auth => change({ auth })}
        />
        <Latency study={study} onChange={latencyMs => change({ latencyMs })} />
        <FoundText block={block} study={study} name="rateLimit" />
        <FoundText block={block} study={study} name="payload" />
        <ChoiceSelect
          label={t('checklist.study.verdict')}
          value={study.verdict}
          options={VERDICTS.map(value => ({ value, label: t(`checklist.study.verdictIs.${value}`) }))}
          onPick={verdict => change({ verdict })}
        />
        <Signature study={study} />
        <FoundText block={block} study={study} name="note" />
        <div>
          <Button size="compact-xs" variant="default" onClick={() => showPlace(block.id)}>
            {t('checklist.study.show')}
          </Button>
        </div>
      </div>
    </FieldScope>
  )
}

function Latency({
  study: { latencyMs },
  onChange,
}: Readonly<{ study: StudyRecord; onChange: (latencyMs: number | null) => boolean }>) {
  const { t } = useTranslation()
  const isSlow = latencyMs !== null && latencyMs > EFFECT_TIMEOUT_MS
  return (
    <NumberField
      label={t('checklist.study.latency')}
      path={['latencyMs']}
      value={latencyMs}
      min={0}
      max={600_000}
      empty=""
      hint={isSlow && t('checklist.study.slow', { seconds: showNumber(EFFECT_TIMEOUT_MS / 1000) })}
      commit={onChange}
    />
  )
}

const MOST = { payload: 10_000, rateLimit: 200, note: 2000 } as const

function FoundText({ block, study, name }: Props & Readonly<{ name: keyof typeof MOST }>) {
  const { t } = useTranslation()
  const most = MOST[name]
  const check = (text: string) => {
    if (holdsKey(text)) return t('checklist.study.holdsKey')
    return text.length > most ? t('checklist.tooLong', { count: most }) : null
  }
  return (
    <DraftInput
      field={`${study.id}.${name}`}
      label={t(`checklist.study.${name}`)}
      multiline={name !== 'rateLimit'}
      mono={name === 'payload'}
      placeholder={name === 'rateLimit' ? t('checklist.study.rateExample') : undefined}
      hint={name === 'payload' && t('checklist.study.noKeys')}
      value={study[name]}
      check={check}
      commit={text => changeFindings(t, block, { [name]: text })}
    />
  )
}

function Signature({ study: { by, at } }: { study: StudyRecord }) {
  const { t, i18n } = useTranslation()
  if (at === null) return null
  return (
    <p className={styles.meta}>{t('checklist.study.by', { name: by, at: shortDate(at, i18n.language) })}</p>
  )
}
