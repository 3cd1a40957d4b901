import { NativeSelect, Switch } from '@mantine/core'
import { IconArrowBackUp, IconPlayerTrackNext, IconRefresh } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Program } from '../../src-shared/runtime/program.ts'
import type { Simulation } from '../../src-shared/runtime/simulation.ts'
import { languageName } from '../inspector/fields/language-name.ts'
import { IconButton } from '../ui/icon-button.tsx'
import css from './simulator.module.css'
import { sayAgain, setFollowing, startAgain, takeBack, useTalk } from './talk.ts'

type Props = Readonly<{ simulation: Simulation; program: Program }>

/** What can be done with the conversation as a whole. */
export function ChatHeader({ simulation, program }: Props) {
  const { t } = useTranslation()
  const isFollowing = useTalk(state => state.isFollowing)
  const hasTurns = simulation.turns.length > 0
  return (
    <header className={css.header}>
      <IconButton label={t('simulator.restart')} disabled={!hasTurns} onClick={() => startAgain()}>
        <IconRefresh size={16} />
      </IconButton>
      <IconButton label={t('simulator.stepBack')} disabled={!hasTurns} onClick={takeBack}>
        <IconArrowBackUp size={16} />
      </IconButton>
      <IconButton label={t('simulator.again')} disabled={!hasTurns} onClick={sayAgain}>
        <IconPlayerTrackNext size={16} />
      </IconButton>
      <span className={css.space} />
      {program.locales.length > 1 && <LocalePicker locales={program.locales} />}
      <Switch
        size="xs"
        labelPosition="left"
        label={t('simulator.followShort')}
        aria-label={t('simulator.follow')}
        title={t('simulator.followHint')}
        className={css.follow}
        checked={isFollowing}
        onChange={event => setFollowing(event.currentTarget.checked)}
      />
    </header>
  )
}

function LocalePicker({ locales }: { locales: readonly string[] }) {
  const { t, i18n } = useTranslation()
  const locale = useTalk(state => state.locale)
  return (
    <NativeSelect
      size="xs"
      className={css.locale}
      aria-label={t('simulator.locale')}
      title={t('simulator.locale')}
      value={locale ?? locales[0]}
      data={locales.map(value => ({ value, label: languageName(value, i18n.language) }))}
      onChange={event => startAgain(event.currentTarget.value)}
    />
  )
}
