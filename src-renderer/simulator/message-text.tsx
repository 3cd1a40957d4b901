import { useTranslation } from 'react-i18next'
import type { Message } from '../../src-shared/message/message.ts'
import { Markup } from './markup.tsx'
import css from './message.module.css'

/** The words of a message: the header above the text, the footer below it. */
export function MessageText({
  message: { header, text, footer },
}: Readonly<{ message: Pick<Message, 'header' | 'text' | 'footer'> }>) {
  const { t } = useTranslation()
  const isEmpty = text === '' && !header && !footer
  return (
    <>
      {header && (
        <div className={css.header}>
          <Markup source={header} />
        </div>
      )}
      {text !== '' && (
        <div>
          <Markup source={text} />
        </div>
      )}
      {isEmpty && <em className={css.nothing}>{t('simulator.emptyMessage')}</em>}
      {footer && (
        <div className={css.footer}>
          <Markup source={footer} />
        </div>
      )}
    </>
  )
}
