import { useState } from 'react'
import type { Account } from '../engines/account.ts'
import { PersonPage } from './person-page.tsx'
import { PersonSearch } from './person-search.tsx'

type Props = Readonly<{ account: Account; onBack: () => void }>

/** Finds people of whom an engine keeps something, and shows what (requirements.md NHN-144). */
export function PeoplePage({ account, onBack }: Props) {
  const [find, setFind] = useState('')
  const [contact, setContact] = useState<string | null>(null)
  if (contact !== null)
    return <PersonPage account={account} contact={contact} onBack={() => setContact(null)} />
  return <PersonSearch account={account} find={find} onFind={setFind} onChoose={setContact} onBack={onBack} />
}
