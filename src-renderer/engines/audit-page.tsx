import { Button } from '@mantine/core'
import { IconShieldCheck } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Result } from '../../src-shared/kit/result.ts'
import type { AuditVerdict } from '../../src-shared/publish/audit-protocol.ts'
import { client } from '../ipc/client.ts'
import { Asked } from '../live/asked.tsx'
import live from '../live/live.module.css'
import { useAnswer } from '../live/use-answer.ts'
import { usePages } from '../live/use-pages.ts'
import { SavedLine, useSaving } from '../live/use-saving.tsx'
import { FaultMessage } from '../versions/fault-message.tsx'
import { faultInWords } from '../words/sentences.ts'
import type { Account } from './account.ts'
import { AuditFields } from './audit-fields.tsx'
import { allEntries, auditSheet } from './audit-file.ts'
import { type AuditDraft, auditFilterOf, EVERYTHING } from './audit-filter.ts'
import { AuditTable } from './audit-table.tsx'

type Props = Readonly<{ account: Account; onBack: () => void }>

/** Who did what on an engine, whether it is as it was written, and a file of it (requirements.md NHN-143). */
export function AuditPage({ account, onBack }: Props) {
  const { t } = useTranslation()
  const [draft, setDraft] = useState(EVERYTHING)
  const [shown, setShown] = useState(EVERYTHING)
  const bots = useAnswer(() => client['library.list']())
  const names = bots.value ?? []
  return (
    <div className={live.stack}>
      <AuditFields draft={draft} bots={names} onChange={setDraft} onShow={() => setShown({ ...draft })} />
      <Entries
        key={JSON.stringify(shown)}
        account={account}
        shown={shown}
        nameOf={id => names.find(({ bot }) => bot === id)?.name ?? id}
      />
      <div className={live.ends}>
        <Button size="xs" variant="default" onClick={onBack}>
          {t('live.back')}
        </Button>
      </div>
    </div>
  )
}

type EntriesProps = Readonly<{ account: Account; shown: AuditDraft; nameOf: (bot: string) => string }>

function Entries({ account: { engine, call }, shown, nameOf }: EntriesProps) {
  const { t } = useTranslation()
  const filter = auditFilterOf(shown)
  const page = (before: number | null, limit: number) =>
    call(() => client['audit.page']({ engine: engine.id, filter: { ...filter, limit }, before }))
  const pages = usePages(async (before: number | null) => {
    const answer = await page(before, 50)
    return answer.ok
      ? { ok: true, value: { items: answer.value.entries, next: answer.value.before } }
      : answer
  })
  return (
    <>
      <Acts account={{ engine, call }} page={before => page(before, 500)} />
      <Asked
        answer={pages}
        engine={engine.name}
        show={({ items, next }) => (
          <>
            {items.length === 0 && <p className={live.quiet}>{t('audit.none')}</p>}
            {items.length > 0 && <AuditTable entries={items} nameOf={nameOf} />}
            {next !== null && (
              <Button size="xs" variant="default" onClick={() => void pages.more()}>
                {t('audit.older')}
              </Button>
            )}
          </>
        )}
      />
    </>
  )
}

type ActsProps = Readonly<{ account: Account; page: Parameters<typeof allEntries>[0] }>

/** Whether the trail is whole, and what is shown as a file. */
function Acts({ account: { engine, call }, page }: ActsProps) {
  const { t } = useTranslation()
  const [verdict, setVerdict] = useState<Result<AuditVerdict> | null>(null)
  const [isBusy, setBusy] = useState(false)
  const saving = useSaving()
  const verify = async () => {
    setBusy(true)
    setVerdict(await call(() => client['audit.verify']({ engine: engine.id })))
    setBusy(false)
  }
  const save = (format: 'json' | 'csv') =>
    saving.save(async () => {
      const entries = await allEntries(page)
      if (!entries.ok) return entries
      const { sheetToCsv } = await import('../texts/exchange/csv.ts')
      const text =
        format === 'csv' ? sheetToCsv(auditSheet(entries.value)) : JSON.stringify(entries.value, null, 2)
      return client['texts.save']({ name: `audit.${format}`, bytes: new TextEncoder().encode(text) })
    })
  return (
    <>
      <div className={live.actions}>
        <Button
          size="xs"
          variant="default"
          loading={isBusy}
          leftSection={<IconShieldCheck size={14} aria-hidden />}
          onClick={() => void verify()}
        >
          {t('audit.verify')}
        </Button>
        {(['csv', 'json'] as const).map(format => (
          <Button key={format} size="xs" variant="default" onClick={() => void save(format)}>
            {t(`audit.${format}`)}
          </Button>
        ))}
      </div>
      <Verdict verdict={verdict} />
      <SavedLine saving={saving} />
    </>
  )
}

function Verdict({ verdict }: { verdict: Result<AuditVerdict> | null }) {
  const { t } = useTranslation()
  if (!verdict) return null
  if (!verdict.ok) return <FaultMessage fault={{ message: faultInWords(verdict) }} onGo={() => {}} />
  const { entries, broken } = verdict.value
  if (broken !== null)
    return <FaultMessage fault={{ message: t('audit.broken', { row: broken }) }} onGo={() => {}} />
  return (
    <p className={live.good} role="status">
      {t('audit.whole', { count: entries })}
    </p>
  )
}
