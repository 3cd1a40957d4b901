import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BotStatus } from '../../src-shared/publish/protocol.ts'
import { client } from '../ipc/client.ts'
import { PeoplePage } from '../people/people-page.tsx'
import { PersonPage } from '../people/person-page.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { askTo } from '../versions/publishing.ts'
import { Asked } from './asked.tsx'
import { BotHistoryPart } from './bot-history.tsx'
import { ChannelCounts } from './channel-counts.tsx'
import { Conversations } from './conversations.tsx'
import { EnvironmentsPart } from './environments-part.tsx'
import css from './live.module.css'
import { RefreshButton } from './refresh-button.tsx'
import type { Site } from './site.ts'
import { StagePart } from './stage-part.tsx'
import { TranscriptPart } from './transcript.tsx'
import { useAnswer } from './use-answer.ts'

/** What is shown of it; one contact by what was said, or by what is kept of them. */
type Shown = Readonly<{ what: 'status' | 'people' }> | ShownContact
type ShownContact = Readonly<{ what: 'transcript' | 'person'; contact: string }>

/** How the bot does on the engine: its versions, the switch that stops it (KAL-16), its conversations and history. */
export function StatusTab({ site }: { site: Site }) {
  const { t } = useTranslation()
  const [shown, setShown] = useState<Shown>({ what: 'status' })
  const [round, setRound] = useState(0)
  const { engine, bot, call } = site
  const answer = useAnswer(() => call(() => client['publish.status']({ bot, engine: engine.id })))
  const back = () => setShown({ what: 'status' })
  if (shown.what === 'people') return <PeoplePage account={site} onBack={back} />
  if ('contact' in shown) return <OneContact site={site} shown={shown} onShow={setShown} />
  const refresh = async () => {
    await answer.reload()
    setRound(known => known + 1)
  }
  return (
    <Asked
      answer={answer}
      engine={engine.name}
      show={status =>
        status === null ? (
          <EmptyState
            text={t('live.status.unknown', { engine: engine.name })}
            action={
              <Button size="xs" onClick={() => askTo({ action: 'publish', version: null })}>
                {t('live.status.publish')}
              </Button>
            }
          />
        ) : (
          <div className={css.stack}>
            <Head status={status} isAsking={answer.isAsking} onRefresh={() => void refresh()} />
            <Versions
              key={`versions ${round}`}
              site={site}
              status={status}
              onChanged={() => void refresh()}
            />
            <div className={css.columns} key={round}>
              <div className={css.stack}>
                <ChannelCounts site={site} />
                <Conversations
                  site={site}
                  onRead={contact => setShown({ what: 'transcript', contact })}
                  onFind={() => setShown({ what: 'people' })}
                />
              </div>
              <BotHistoryPart site={site} />
            </div>
          </div>
        )
      }
    />
  )
}

type ContactProps = Readonly<{ site: Site; shown: ShownContact; onShow: (shown: Shown) => void }>

function OneContact({ site, shown: { what, contact }, onShow }: ContactProps) {
  if (what === 'person')
    return (
      <PersonPage account={site} contact={contact} onBack={() => onShow({ what: 'transcript', contact })} />
    )
  return (
    <TranscriptPart
      site={site}
      contact={contact}
      onPerson={() => onShow({ what: 'person', contact })}
      onBack={() => onShow({ what: 'status' })}
    />
  )
}

type HeadProps = Readonly<{ status: BotStatus; isAsking: boolean; onRefresh: () => void }>

function Head({ status: { active }, isAsking, onRefresh }: HeadProps) {
  const { t } = useTranslation()
  return (
    <div className={css.bar}>
      <strong role="status">
        {active === null ? t('live.status.inactive') : t('live.status.active', { version: active })}
      </strong>
      <RefreshButton isAsking={isAsking} onRefresh={onRefresh} />
      {active === null ? (
        <Button size="xs" onClick={() => askTo({ action: 'activate', version: null })}>
          {t('live.status.activate')}
        </Button>
      ) : (
        <Button size="xs" color="red" onClick={() => askTo({ action: 'deactivate', version: null })}>
          {t('live.status.stop')}
        </Button>
      )}
    </div>
  )
}

type VersionsProps = Readonly<{ site: Site; status: BotStatus; onChanged: () => void }>

/** Which version is where, and which one a part of new conversations meets. */
function Versions({ site, status, onChanged }: VersionsProps) {
  const { active, stage } = status
  return (
    <>
      <EnvironmentsPart site={site} status={status} onChanged={onChanged} />
      {stage && active !== null && (
        <StagePart site={site} stage={stage} active={active} onChanged={onChanged} />
      )}
    </>
  )
}
