import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { PersonView } from '../../src-shared/publish/contact-protocol.ts'
import engines from '../engines/engines.module.css'
import { contactLabel } from '../live/contact-label.ts'
import live from '../live/live.module.css'
import { shortTime } from '../versions/short-time.ts'
import css from './people.module.css'
import { personNumber } from './person-name.ts'
import { valueText } from './value-text.ts'

/** What is kept of a person: who they are, what bots know, and how much of everything else. */
export function KeptOfPerson({ person }: { person: PersonView }) {
  return (
    <div className={live.columns}>
      <div className={live.stack}>
        <WhoTheyAre person={person} />
        <Conversations conversations={person.conversations} />
      </div>
      <Records person={person} />
    </div>
  )
}

function WhoTheyAre({ person }: { person: PersonView }) {
  const { t, i18n } = useTranslation()
  const { name, addresses, consents } = person
  const last = new Map(consents.map(one => [`${one.channel} ${one.category}`, one]))
  const agreed = [...last.values()].map(({ category, consent, at }) =>
    t(consent === 'withdrawn' ? 'people.consent.withdrawn' : 'people.consent.given', {
      category: t(`people.category.${category}`, { defaultValue: category }),
      at: shortTime(at, i18n.language),
    }),
  )
  return (
    <Section id="person-who" title={t('people.who')}>
      <dl className={css.facts}>
        <dt>{t('people.name')}</dt>
        <dd>{name ?? t('people.unknown')}</dd>
        <dt>{t('people.number')}</dt>
        <dd>{personNumber(person) ?? t('people.unknown')}</dd>
        {addresses.length > 0 && (
          <>
            <dt>{t('people.reached')}</dt>
            <dd>{addresses.map(({ address }) => address).join(', ')}</dd>
          </>
        )}
        <dt>{t('people.agreed')}</dt>
        <dd>{agreed.length === 0 ? t('people.noConsent') : agreed.join(' · ')}</dd>
      </dl>
    </Section>
  )
}

type Conversation = PersonView['conversations'][number]

function Conversations({ conversations }: { conversations: readonly Conversation[] }) {
  const { t } = useTranslation()
  if (conversations.length === 0) return null
  return (
    <Section id="person-conversations" title={t('people.conversations')}>
      <ul className={live.list}>
        {conversations.map(one => (
          <OneConversation key={`${one.bot} ${one.contact}`} of={one} />
        ))}
      </ul>
    </Section>
  )
}

function OneConversation({
  of: { botName, contact, state, messages, heardAt, values },
}: {
  of: Conversation
}) {
  const { t, i18n } = useTranslation()
  return (
    <li className={live.event}>
      <div className={live.rowTitle}>
        <strong>{botName}</strong>
        <span className={live.badge}>{t(`people.state.${state}`, { defaultValue: state })}</span>
      </div>
      <span className={live.quiet}>
        {t('people.about', { contact: contactLabel(contact), count: messages })}
        {heardAt !== null && ` · ${t('people.lastWrote', { at: shortTime(heardAt, i18n.language) })}`}
      </span>
      {values.length > 0 && (
        <dl className={css.facts}>
          {values.map(({ name, isSecret, value }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{isSecret ? t('people.secret') : valueText(value, t)}</dd>
            </div>
          ))}
        </dl>
      )}
    </li>
  )
}

function Records({ person: { records, files } }: { person: PersonView }) {
  const { t, i18n } = useTranslation()
  const rows = Object.entries(records).filter(([, count]) => count > 0)
  return (
    <Section id="person-kept" title={t('people.kept')}>
      <table className={engines.table}>
        <tbody>
          {rows.map(([table, count]) => (
            <tr key={table}>
              <th scope="row">{t(`people.table.${table}`, { defaultValue: table })}</th>
              <td className={css.count}>{count.toLocaleString(i18n.language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {files > 0 && <p className={live.quiet}>{t('people.files', { count: files })}</p>}
    </Section>
  )
}

type SectionProps = Readonly<{ id: string; title: string; children: ReactNode }>

function Section({ id, title, children }: SectionProps) {
  return (
    <section className={live.stack} aria-labelledby={id}>
      <h4 id={id} className={live.heading}>
        {title}
      </h4>
      {children}
    </section>
  )
}
