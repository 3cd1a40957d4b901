import { Button, TextInput, UnstyledButton } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Account } from '../engines/account.ts'
import { client } from '../ipc/client.ts'
import { contactLabel } from '../live/contact-label.ts'
import live from '../live/live.module.css'
import { useAnswer } from '../live/use-answer.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { AsAdmin } from './as-admin.tsx'
import { foundPeople } from './found-people.ts'
import css from './people.module.css'
import { PeopleStandings } from './people-standings.tsx'

type Props = Readonly<{
  account: Account
  /** What was looked for last. */
  find: string
  onFind: (find: string) => void
  onChoose: (contact: string) => void
  onBack: () => void
}>

/** Looks for people by a part of what they are called. */
export function PersonSearch({ account, find, onFind, onChoose, onBack }: Props) {
  const { t } = useTranslation()
  const [text, setText] = useState(find)
  const [round, setRound] = useState(0)
  const search = (event: FormEvent) => {
    event.preventDefault()
    onFind(text.trim())
    setRound(known => known + 1)
  }
  return (
    <div className={live.stack}>
      <search>
        <form className={css.search} onSubmit={search}>
          <TextInput
            size="xs"
            label={t('people.find')}
            placeholder={t('people.findPlaceholder')}
            maxLength={128}
            spellCheck={false}
            autoFocus
            value={text}
            onChange={event => setText(event.currentTarget.value)}
          />
          <Button
            size="xs"
            type="submit"
            disabled={text.trim() === ''}
            leftSection={<IconSearch size={14} aria-hidden />}
          >
            {t('people.search')}
          </Button>
        </form>
      </search>
      {find === '' ? (
        <PeopleStandings account={account} onChoose={onChoose} />
      ) : (
        <Found key={`${round} ${find}`} account={account} find={find} onChoose={onChoose} />
      )}
      <div className={live.ends}>
        <Button size="xs" variant="default" onClick={onBack}>
          {t('live.back')}
        </Button>
      </div>
    </div>
  )
}

type FoundProps = Pick<Props, 'account' | 'find' | 'onChoose'>

function Found({ account: { engine, call }, find, onChoose }: FoundProps) {
  const { t } = useTranslation()
  const bots = useAnswer(() => client['library.list']())
  const nameOf = (id: string) => (bots.value ?? []).find(({ bot }) => bot === id)?.name ?? id
  const answer = useAnswer(() => call(() => client['people.find']({ engine: engine.id, find })))
  return (
    <AsAdmin
      answer={answer}
      engine={engine.name}
      show={found => (
        <>
          {found.contacts.length === 0 && <EmptyState text={t('people.none')} />}
          <ul className={live.lines}>
            {foundPeople(found).map(({ contact, bots: known }) => (
              <li key={contact}>
                <UnstyledButton className={live.line} onClick={() => onChoose(contact)}>
                  <span>{contactLabel(contact)}</span>
                  <span className={live.quiet}>{known.map(nameOf).join(', ')}</span>
                </UnstyledButton>
              </li>
            ))}
          </ul>
          {found.more && <p className={live.quiet}>{t('people.more')}</p>}
        </>
      )}
    />
  )
}
