import { IconArrowUp, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { setLocales } from '../../src-shared/blocks/edits/set-locales.ts'
import { localeSchema } from '../../src-shared/document/localized.ts'
import { commit, useDocument } from '../state/edits.ts'
import { languageName } from './fields/language-name.ts'
import { moveItem } from './fields/move-item.ts'
import { Picker } from './fields/picker.tsx'
import { SmallButton } from './fields/small-button.tsx'
import css from './inspector.module.css'
import { OFFERED_LOCALES } from './offered-locales.ts'

/** The languages a bot speaks, the default one first. Texts of a removed language go with it, until an undo. */
export function BotLanguages({ locales }: { locales: readonly string[] }) {
  const { t, i18n } = useTranslation()
  const [problem, setProblem] = useState<string | null>(null)
  const document = useDocument()
  if (!document) return null
  const onChange = ([first, ...others]: readonly string[]) =>
    first !== undefined &&
    commit(setLocales(document, [first, ...others]), { key: 'inspector.edit.languages' })
  const nameOf = (locale: string) => languageName(locale, i18n.language)
  const add = (locale: string | null) => {
    if (locale === null) return
    const isTag = localeSchema.safeParse(locale).success
    setProblem(isTag ? null : t('inspector.bot.notATag', { tag: locale }))
    if (isTag && !locales.includes(locale)) onChange([...locales, locale])
  }
  const choices = () => {
    const offered = OFFERED_LOCALES.filter(locale => !locales.includes(locale))
    const items = offered.map(locale => ({ value: locale, label: nameOf(locale), hint: locale }))
    return [{ group: null, items: items.sort((a, b) => a.label.localeCompare(b.label)) }]
  }
  return (
    <div className={css.languages}>
      <h4>{t('inspector.bot.languages')}</h4>
      <ul>
        {locales.map((locale, at) => (
          <li key={locale}>
            <span title={locale}>{nameOf(locale)}</span>
            {at === 0 ? (
              <small>{t('inspector.bot.default')}</small>
            ) : (
              <>
                <SmallButton
                  label={t('inspector.bot.makeDefault', { name: nameOf(locale) })}
                  onClick={() => onChange(moveItem(locales, at, 0))}
                >
                  <IconArrowUp size={14} />
                </SmallButton>
                <SmallButton
                  label={t('inspector.bot.removeLanguage', { name: nameOf(locale) })}
                  onClick={() => onChange(locales.filter(each => each !== locale))}
                >
                  <IconX size={14} />
                </SmallButton>
              </>
            )}
          </li>
        ))}
      </ul>
      <Picker
        quiet
        label={t('inspector.bot.addLanguage')}
        placeholder={t('inspector.bot.addLanguage')}
        error={problem}
        chosen={null}
        choices={choices}
        create={{ label: typed => t('inspector.bot.addTag', { tag: typed || 'xx-XX' }), onCreate: add }}
        onPick={add}
      />
    </div>
  )
}
