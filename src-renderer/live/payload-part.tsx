import { useTranslation } from 'react-i18next'
import css from './live.module.css'

type Props = Readonly<{ payload: unknown; label?: string }>

/** What was sent or came in, as it is on the wire, folded away until somebody looks. */
export function PayloadPart({ payload, label }: Props) {
  const { t } = useTranslation()
  return (
    <details>
      <summary>{label ?? t('live.log.payload')}</summary>
      {payload === null ? (
        <p className={css.quiet}>{t('live.log.noPayload')}</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys
        <pre className={css.payload} tabIndex={0}>
          {JSON.stringify(payload, null, 2)}
        </pre>
      )}
    </details>
  )
}
