import {
  IconArrowBackUp,
  IconCheckupList,
  IconFocusCentered,
  IconPlayerTrackNext,
  IconPresentation,
  IconRefresh,
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { BotDocument } from '../../src-shared/document/bot-document.ts'
import type { Program } from '../../src-shared/runtime/program.ts'
import type { Simulation } from '../../src-shared/runtime/simulation.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { ClockMenu } from './clock-menu.tsx'
import { SetupPopover } from './setup-popover.tsx'
import css from './simulator.module.css'
import { sayAgain, setFollowing, showSheet, startAgain, takeBack, useTalk } from './talk.ts'

type Props = Readonly<{ document: BotDocument; simulation: Simulation; program: Program }>

/** What can be done with the conversation as a whole, and the world it takes place in. */
export function ChatHeader({ document, simulation, program }: Props) {
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
      <IconButton label={t('tests.save')} disabled={!hasTurns} onClick={() => showSheet('test')}>
        <IconCheckupList size={16} />
      </IconButton>
      <IconButton
        label={t('present.talk')}
        shortcut="F5"
        disabled={!hasTurns}
        onClick={() => void presentTalk()}
      >
        <IconPresentation size={16} />
      </IconButton>
      <span className={css.space} />
      <ClockMenu simulation={simulation} program={program} />
      <SetupPopover document={document} locales={program.locales} />
      <IconButton
        label={t('simulator.follow')}
        pressed={isFollowing}
        onClick={() => setFollowing(!isFollowing)}
      >
        <IconFocusCentered size={16} />
      </IconButton>
    </header>
  )
}

/** Presenting is fetched by those who do it. */
async function presentTalk(): Promise<void> {
  const { presentTalk } = await import('../present/present-state.ts')
  presentTalk()
}
