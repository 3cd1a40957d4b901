import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { changesByFlow, type ListedChange } from '../../src-shared/compare/change-list.ts'
import { compareBots } from '../../src-shared/compare/compare-bots.ts'
import type { Difference } from '../../src-shared/compare/difference.ts'
import { Sign } from '../compare/change-list.tsx'
import { changeTitle } from '../compare/change-words.ts'
import { readVersion } from '../state/viewing.ts'
import css from './versions.module.css'

/** So many are listed until more are asked for. */
const FEW = 6

type Found = Readonly<{ difference: Difference; changes: readonly ListedChange[] }>

/** What changed in a version against the one before, in words; worked out when it is shown. */
export function VersionChanges({ version, before }: { version: string; before: string | null }) {
  const { t } = useTranslation()
  const [found, setFound] = useState<Found | string | null>(null)
  const [most, setMost] = useState(FEW)
  useEffect(() => {
    let isCurrent = true
    setFound(null)
    if (before !== null)
      void difference(before, version).then(answer => {
        if (isCurrent) setFound(answer)
      })
    return () => {
      isCurrent = false
    }
  }, [version, before])
  if (before === null) return <p className={css.detail}>{t('versions.what.first')}</p>
  return (
    <section
      className={css.what}
      aria-label={t('versions.what.title', { version: before })}
      aria-busy={!found}
    >
      <h3>{t('versions.what.title', { version: before })}</h3>
      {found === null && <p className={css.detail}>{t('versions.what.looking')}</p>}
      {typeof found === 'string' && <p className={css.detail}>{found}</p>}
      {found !== null && typeof found !== 'string' && (
        <>
          {found.changes.length === 0 && <p className={css.detail}>{t('versions.what.nothing')}</p>}
          <ul>
            {found.changes.slice(0, most).map(change => (
              <li key={change.id}>
                <Sign mark={change.mark} /> <ChangeWords change={change} difference={found.difference} />
              </li>
            ))}
          </ul>
          {found.changes.length > most && (
            <button type="button" className={css.link} onClick={() => setMost(most * 10)}>
              {t('versions.what.more', { count: found.changes.length - most })}
            </button>
          )}
        </>
      )}
    </section>
  )
}

function ChangeWords({ change, difference }: { change: ListedChange; difference: Difference }) {
  const { t } = useTranslation()
  const { before, after } = difference
  const title = changeTitle(t, change, difference)
  const flow = change.type !== 'flow' && change.flow && (after.get(change.flow) ?? before.get(change.flow))
  return <span>{flow ? t('versions.what.inFlow', { change: title, flow: flow.name }) : title}</span>
}

/** The content that differs; a sentence where a version cannot be read. */
async function difference(before: string, version: string): Promise<Found | string> {
  const [old, now] = [await readVersion(before), await readVersion(version)]
  if (!old.ok) return old.message
  if (!now.ok) return now.message
  const difference = compareBots(old.value, now.value)
  const changes = changesByFlow({ ...difference, design: [], moved: [] }).flatMap(group => group.changes)
  return { difference, changes }
}
