import { useTranslation } from 'react-i18next'
import { languageName } from '../inspector/fields/language-name.ts'
import css from './simulator.module.css'
import { useTalk } from './talk.ts'

/** Where the conversation takes place and who the customer is, before the first word. */
export function StartLine({ locales }: { locales: readonly string[] }) {
  const { t, i18n } = useTranslation()
  const { channel, locale, persona } = useTalk()
  const parts = [
    t(`simulator.setup.channels.${channel}`),
    languageName(locale ?? locales[0] ?? 'en', i18n.language),
    persona.name || t('simulator.setup.exampleName'),
    persona.number === null
      ? t('simulator.setup.noNumber')
      : persona.number || t('simulator.setup.exampleNumber'),
  ]
  return <p className={css.note}>{parts.join(' · ')}</p>
}
