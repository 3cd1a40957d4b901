import { UnstyledButton } from '@mantine/core'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { botState } from '../../src-shared/lifecycle/lifecycle.ts'
import { setPreferences } from '../state/preferences.ts'
import { useVersions, watchVersions } from '../state/versions.ts'
import { useWorkbench } from '../state/workbench.ts'
import styles from './shell.module.css'

/** The bot's state and the newest version that has it; a click shows them all (requirements.md D-03). */
export function BotState() {
  const { t } = useTranslation()
  const versions = useVersions(state => state.versions)
  useEffect(watchVersions, [])
  const state = botState(versions.map(version => version.state))
  const shown = versions.findLast(version => version.state === state)?.version
  return (
    <UnstyledButton
      className={styles.state}
      data-state={state}
      onClick={() => {
        useWorkbench.setState({ leftTab: 'versions' })
        void setPreferences({ leftOpen: true })
      }}
    >
      <span className={styles.dot} aria-hidden />
      {t(`library.state.${state}`)} {shown}
    </UnstyledButton>
  )
}
