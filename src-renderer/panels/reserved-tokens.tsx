import { IconLock } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useDocument } from '../state/edits.ts'
import css from './panels.module.css'

const TOKENS = ['ENCERRA_FLUXO', 'MENU_PRINCIPAL'] as const

/** The two words that act at any point of a conversation, so that no keyword should be like them (KAR-14, KAR-15). */
export function ReservedTokens() {
  const { t } = useTranslation()
  const document = useDocument()
  const tokens = TOKENS.map(name => ({ name, word: String(document?.variableNamed(name)?.initial ?? '') }))
  const given = tokens.filter(({ word }) => word !== '')
  if (given.length === 0) return null
  return (
    <>
      <h3 className={css.group}>
        <IconLock size={12} aria-hidden />
        {t('keywords.reserved')}
      </h3>
      <div className={css.tokens} title={t('keywords.reservedHint')}>
        {given.map(({ name, word }) => (
          <div key={name} className={css.token}>
            <code className={css.mono}>{word}</code>
            <span>{t(`keywords.tokens.${name}`)}</span>
          </div>
        ))}
      </div>
    </>
  )
}
