import { useTranslation } from 'react-i18next'
import type { BotDocument } from '../../src-shared/document/bot-document.ts'
import { CHANNELS } from '../../src-shared/document/settings.ts'
import type { TestcaseRecord } from '../../src-shared/document/testcase.ts'
import { ChoiceSelect } from '../inspector/fields/choice-select.tsx'
import { languageName } from '../inspector/fields/language-name.ts'
import { changeTest } from './change-test.ts'
import own from './tests.module.css'

/** In which language and on which channel the customer of a test writes. */
export function TestStart({ document, test }: Readonly<{ document: BotDocument; test: TestcaseRecord }>) {
  const { t, i18n } = useTranslation()
  const { channel, locale } = test.start
  const put = (part: Partial<TestcaseRecord['start']>) =>
    changeTest(test.id, present => ({ ...present, start: { ...present.start, ...part } }))
  const locales = [...new Set([...(locale ? [locale] : []), ...document.bot.locales])]
  return (
    <div className={own.pair}>
      <ChoiceSelect
        label={t('simulator.setup.channel')}
        value={channel}
        options={CHANNELS.map(value => ({ value, label: t(`simulator.setup.channels.${value}`) }))}
        onPick={value => put({ channel: value })}
      />
      <ChoiceSelect
        label={t('tests.locale')}
        value={locale ?? ''}
        options={[
          { value: '', label: t('tests.usualLocale') },
          ...locales.map(value => ({ value, label: languageName(value, i18n.language) })),
        ]}
        onPick={value => put({ locale: value || null })}
      />
    </div>
  )
}
