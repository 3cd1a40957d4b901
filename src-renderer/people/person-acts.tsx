import { Button } from '@mantine/core'
import { IconCircleCheck, IconDownload } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { languageOf } from '../../src-shared/kit/languages.ts'
import type { PersonView } from '../../src-shared/publish/contact-protocol.ts'
import type { ExportFormat } from '../../src-shared/publish/people-client.ts'
import type { Account } from '../engines/account.ts'
import { client } from '../ipc/client.ts'
import live from '../live/live.module.css'
import { SavedLine, useSaving } from '../live/use-saving.tsx'
import { focusWhenThere } from '../ui/focus-when-there.ts'
import { actsOf, type PersonAct } from './acts-of.ts'
import { CorrectForm } from './correct-form.tsx'
import { EraseQuestion } from './erase-question.tsx'
import { ReasonQuestion } from './reason-question.tsx'

type Props = Readonly<{
  account: Account
  person: PersonView
  /** What was done last, in words. */
  done: string | null
  onDone: (said: string) => Promise<void>
}>

/** What a person may ask for: a copy, a correction, a restriction, to be erased; and what keeps them from that. */
export function PersonActs({ account, person, done, onDone }: Props) {
  const { t } = useTranslation()
  const [asked, setAsked] = useState<PersonAct | null>(null)
  const keep = () => {
    focusWhenThere(`[data-act="${asked}"]`)
    setAsked(null)
  }
  const end = async (said: string) => {
    await onDone(said)
    setAsked(null)
    focusWhenThere(asked === 'erase' ? '[data-person-back]' : '[data-act]')
  }
  const question = { account, person, onKeep: keep, onDone: (said: string) => void end(said) }
  return (
    <>
      {done !== null && asked === null && (
        <p className={live.good} role="status">
          <IconCircleCheck size={14} aria-hidden />
          {done}
        </p>
      )}
      {asked === null && (
        <section className={live.actions} aria-label={t('people.acts')}>
          <Exports account={account} person={person} />
          {actsOf(person).map(act => (
            <Button
              key={act}
              size="xs"
              variant="default"
              data-act={act}
              {...(act === 'erase' && { c: 'var(--p-red)' })}
              onClick={() => setAsked(act)}
            >
              {t(`people.act.${act}`)}
            </Button>
          ))}
        </section>
      )}
      {asked === 'correct' && <CorrectForm {...question} />}
      {asked === 'erase' && <EraseQuestion {...question} />}
      {(asked === 'restrict' || asked === 'lift' || asked === 'hold' || asked === 'release') && (
        <ReasonQuestion act={asked} {...question} />
      )}
    </>
  )
}

/** Everything that is kept of a person, as a file to be given to them. */
function Exports({ account: { engine, call }, person: { contact } }: Pick<Props, 'account' | 'person'>) {
  const { t, i18n } = useTranslation()
  const saving = useSaving()
  const save = (format: ExportFormat) =>
    saving.save(async () => {
      const wish = { engine: engine.id, contact, format, language: languageOf('system', [i18n.language]) }
      const text = await call(() => client['people.export'](wish))
      if (!text.ok) return text
      const bytes = new TextEncoder().encode(text.value)
      return client['texts.save']({ name: `person.${format}`, bytes })
    })
  return (
    <>
      {(['html', 'json'] as const).map(format => (
        <Button
          key={format}
          size="xs"
          variant="default"
          leftSection={<IconDownload size={14} aria-hidden />}
          onClick={() => void save(format)}
        >
          {t(`people.act.${format}`)}
        </Button>
      ))}
      <SavedLine saving={saving} />
    </>
  )
}
