import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { ENTRY_TRIGGERS, type EntryData } from '../../src-shared/blocks/entry.ts'
import { ChoiceSelect } from '../inspector/fields/choice-select.tsx'
import css from '../inspector/fields/form.module.css'
import { useDocument } from '../state/edits.ts'
import { useWorkbench } from '../state/workbench.ts'
import { EntryDetails } from './entry-details.tsx'
import type { FormProps } from './kind-view.ts'

type Trigger = EntryData['trigger']

export function EntryForm(props: FormProps<EntryData>) {
  const { block, data, change } = props
  const { t } = useTranslation()
  const document = useDocument()
  const keywords = [...(document?.all('keyword') ?? [])].filter(({ entry }) => entry === block.id)
  const wakes = data.trigger === 'keyword'
  return (
    <>
      <ChoiceSelect
        label={t('blocks.entry.trigger')}
        path={['trigger']}
        value={data.trigger}
        options={ENTRY_TRIGGERS.map(trigger => ({
          value: trigger,
          label: t(`blocks.entry.triggers.${trigger}`),
        }))}
        hint={t(`blocks.entry.help.${data.trigger}`)}
        onPick={trigger => change(() => begunBy(trigger))}
      />
      <EntryDetails {...props} />
      {!wakes && keywords.length > 0 && (
        <p className={css.note}>{t('blocks.entry.idleKeywords', { count: keywords.length })}</p>
      )}
      {(wakes || keywords.length > 0) && (
        <div className={css.section}>
          <h4 className={css.heading}>{t('blocks.entry.keywords')}</h4>
          {keywords.length === 0 && <p className={css.note}>{t('blocks.entry.noKeywords')}</p>}
          <ul className={css.chips}>
            {keywords.map(({ id, text }) => (
              <li key={id} className={css.chip} title={text}>
                {text}
              </li>
            ))}
          </ul>
          <Button
            className={css.start}
            size="compact-xs"
            variant="default"
            onClick={() => useWorkbench.setState({ leftTab: 'keywords' })}
          >
            {t('blocks.entry.openKeywords')}
          </Button>
        </div>
      )}
    </>
  )
}

/** What another trigger was told goes away with it. */
function begunBy(trigger: Trigger): EntryData {
  if (trigger !== 'schedule') return { trigger }
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
  return { trigger, schedule: { days: [1, 2, 3, 4, 5], time: '09:00', zone } }
}
