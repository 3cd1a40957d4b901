import { UnstyledButton } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { LegalHoldView } from '../../src-shared/publish/contact-protocol.ts'
import type { Account } from '../engines/account.ts'
import { client } from '../ipc/client.ts'
import { contactLabel } from '../live/contact-label.ts'
import live from '../live/live.module.css'
import { useAnswer } from '../live/use-answer.ts'
import { shortTime } from '../versions/short-time.ts'
import { AsAdmin } from './as-admin.tsx'

type Props = Readonly<{ account: Account; onChoose: (contact: string) => void }>

/** Before anybody is looked for: who is restricted or under a legal hold, which is not to be forgotten. */
export function PeopleStandings({ account: { engine, call }, onChoose }: Props) {
  const { t } = useTranslation()
  const answer = useAnswer(() => call(() => client['people.standings']({ engine: engine.id })))
  return (
    <AsAdmin
      answer={answer}
      engine={engine.name}
      show={({ restrictions, holds }) => (
        <>
          <p className={live.quiet}>{t('people.ask')}</p>
          <People title={t('people.allRestricted')} people={restrictions} onChoose={onChoose} />
          <People title={t('people.allHeld')} people={holds} onChoose={onChoose} />
        </>
      )}
    />
  )
}

type PeopleProps = Readonly<{
  title: string
  people: readonly LegalHoldView[]
  onChoose: (contact: string) => void
}>

function People({ title, people, onChoose }: PeopleProps) {
  const { t, i18n } = useTranslation()
  if (people.length === 0) return null
  return (
    <section aria-label={title}>
      <h3 className={live.heading}>{title}</h3>
      <ul className={live.lines}>
        {people.map(({ id, contact, reason, at }) => (
          <li key={id}>
            <UnstyledButton className={live.line} onClick={() => onChoose(contact)}>
              <span>{contactLabel(contact)}</span>
              <span className={live.quiet}>
                {t('people.since', { reason, at: shortTime(at, i18n.language) })}
              </span>
            </UnstyledButton>
          </li>
        ))}
      </ul>
    </section>
  )
}
