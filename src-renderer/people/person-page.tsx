import { Button } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PersonView } from '../../src-shared/publish/contact-protocol.ts'
import type { Account } from '../engines/account.ts'
import { client } from '../ipc/client.ts'
import { contactLabel } from '../live/contact-label.ts'
import live from '../live/live.module.css'
import { RefreshButton } from '../live/refresh-button.tsx'
import { useAnswer } from '../live/use-answer.ts'
import { AsAdmin } from './as-admin.tsx'
import { KeptOfPerson } from './kept-of-person.tsx'
import css from './people.module.css'
import { PersonActs } from './person-acts.tsx'
import { personName } from './person-name.ts'
import { PersonStanding } from './person-standing.tsx'

type Props = Readonly<{ account: Account; contact: string; onBack: () => void }>

/** What an engine keeps of one person, and what they may ask for (requirements.md NHN-144). */
export function PersonPage({ account, contact, onBack }: Props) {
  const { t } = useTranslation()
  const { engine, call } = account
  const back = useRef<HTMLButtonElement>(null)
  const [done, setDone] = useState<string | null>(null)
  const answer = useAnswer(() => call(() => client['people.person']({ engine: engine.id, contact })))
  useEffect(() => back.current?.focus(), [])
  const person = answer.value
  return (
    <div className={live.stack}>
      <div className={live.bar}>
        <h3 className={live.heading}>{person ? personName(person) : contactLabel(contact)}</h3>
        <RefreshButton isAsking={answer.isAsking} onRefresh={() => void answer.reload()} />
        <Button size="xs" variant="default" ref={back} data-person-back onClick={onBack}>
          {t('live.back')}
        </Button>
      </div>
      <AsAdmin
        answer={answer}
        engine={engine.name}
        show={known => (
          <>
            <PersonStanding person={known} />
            {isAnything(known) || known.restriction || known.hold ? (
              <PersonActs
                account={account}
                person={known}
                done={done}
                onDone={said => {
                  setDone(said)
                  return answer.reload()
                }}
              />
            ) : (
              <Nothing person={known} done={done} />
            )}
            {isAnything(known) && <KeptOfPerson person={known} />}
            <p className={live.quiet}>{t('people.noted')}</p>
          </>
        )}
      />
    </div>
  )
}

function Nothing({ person, done }: Readonly<{ person: PersonView; done: string | null }>) {
  const { t } = useTranslation()
  return (
    <div className={css.nothing} role="status">
      {done !== null && <p className={live.good}>{done}</p>}
      <p>{t('people.nothing', { who: personName(person) })}</p>
    </div>
  )
}

/** Whether there is anything to be given, corrected or erased. */
function isAnything({ records, files }: PersonView): boolean {
  return files > 0 || Object.values(records).some(count => count > 0)
}
