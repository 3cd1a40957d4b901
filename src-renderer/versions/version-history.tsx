import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { VersionTransition } from '../../src-shared/ipc/contract.ts'
import { client } from '../ipc/client.ts'
import { useVersions } from '../state/versions.ts'
import { useWorkbench } from '../state/workbench.ts'
import { shortTime } from './short-time.ts'
import css from './versions.module.css'

/** What happened to a version: who, when, from where to where, and why (KAL-18). */
export function VersionHistory({ version }: { version: string }) {
  const { t, i18n } = useTranslation()
  const bot = useWorkbench(state => state.bot)
  const versions = useVersions(state => state.versions)
  const [history, setHistory] = useState<readonly VersionTransition[]>([])
  // biome-ignore lint/correctness/useExhaustiveDependencies: whatever changes the list adds to the history
  useEffect(() => {
    let isCurrent = true
    if (bot)
      void client['versions.history']({ bot }).then(answer => {
        if (isCurrent && answer.ok) setHistory(answer.value)
      })
    return () => {
      isCurrent = false
    }
  }, [bot, versions])
  const steps = history.filter(step => step.version === version)
  const nameOf = (state: string) => t(`versions.state.${state}`)
  if (steps.length === 0) return null
  return (
    <ol className={css.history} aria-label={t('versions.history')}>
      {steps.map(({ at, actor, fromState, toState, reason }) => (
        <li key={`${at} ${toState}`}>
          {t('versions.step', {
            at: shortTime(at, i18n.language),
            actor,
            from: nameOf(fromState),
            to: nameOf(toState),
          })}
          {reason !== '' && toState !== 'drafted' && <q>{reason}</q>}
        </li>
      ))}
    </ol>
  )
}
