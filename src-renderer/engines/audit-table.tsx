import { useTranslation } from 'react-i18next'
import live from '../live/live.module.css'
import { shortTime } from '../versions/short-time.ts'
import type { AuditEntry } from './audit-file.ts'
import { didInWords } from './did.ts'
import css from './engines.module.css'

type Props = Readonly<{ entries: readonly AuditEntry[]; nameOf: (bot: string) => string }>

/** Entries as rows, each with what else is known of it. */
export function AuditTable({ entries, nameOf }: Props) {
  const { t } = useTranslation()
  return (
    <table className={css.table}>
      <thead>
        <tr>
          {(['number', 'at', 'by', 'what', 'about', 'details'] as const).map(name => (
            <th key={name} scope="col">
              {t(`audit.${name}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {entries.map(entry => (
          <Row key={entry.id} entry={entry} nameOf={nameOf} />
        ))}
      </tbody>
    </table>
  )
}

function Row({ entry, nameOf }: Readonly<{ entry: AuditEntry; nameOf: Props['nameOf'] }>) {
  const { t, i18n } = useTranslation()
  const { id, at, key, action, bot, version, detail } = entry
  const { actor } = detail
  const who = typeof actor === 'string' ? t('audit.person', { actor, key }) : key
  const about = bot === '' ? t('audit.engine') : nameOf(bot)
  return (
    <tr>
      <td>{id}</td>
      <td>{shortTime(at, i18n.language)}</td>
      <td className={css.wide}>{who}</td>
      <td>{didInWords(t, action)}</td>
      <td className={css.wide}>{version === '' ? about : `${about} ${version}`}</td>
      <td>
        {Object.keys(detail).length > 0 && (
          <details>
            <summary aria-label={t('audit.detailsOf', { id })}>{t('audit.details')}</summary>
            <pre className={live.payload}>{JSON.stringify(detail, null, 2)}</pre>
          </details>
        )}
      </td>
    </tr>
  )
}
