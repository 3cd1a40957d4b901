import { useTranslation } from 'react-i18next'
import type { BotHistory } from '../../src-shared/publish/protocol.ts'
import { client } from '../ipc/client.ts'
import { shortTime } from '../versions/short-time.ts'
import { Asked } from './asked.tsx'
import css from './live.module.css'
import type { Site } from './site.ts'
import { useAnswer } from './use-answer.ts'

type Entry = BotHistory['entries'][number]

/** Who did what with the bot on the engine, newest first (NHN-143). */
export function BotHistoryPart({ site: { engine, bot, call } }: { site: Site }) {
  const { t } = useTranslation()
  const answer = useAnswer(() => call(() => client['live.history']({ bot, engine: engine.id })))
  return (
    <section className={css.stack}>
      <h3 className={css.heading}>{t('live.status.history')}</h3>
      <Asked
        answer={answer}
        engine={engine.name}
        show={({ entries }) => (
          <ul className={css.lines}>
            {entries
              .filter(isOfEngine)
              .toReversed()
              .map(entry => (
                <Line key={`${entry.at} ${entry.action} ${entry.version}`} entry={entry} />
              ))}
          </ul>
        )}
      />
    </section>
  )
}

/** What designers told of is in the audit trail; here it would be said twice. */
function isOfEngine({ action }: Entry): boolean {
  return !action.startsWith('designer.')
}

const ACTIONS: Readonly<Record<string, string>> = {
  'channel.add': 'channelAdd',
  'channel.change': 'channelChange',
  'channel.verify': 'channelVerify',
  'channel.deactivate': 'channelDeactivate',
  'channel.delete': 'channelDelete',
}

/** Here the reason only says how the channel was left. */
const TELLS_ITSELF: ReadonlySet<string> = new Set(['channel.add', 'channel.change', 'channel.verify'])

function Line({ entry: { at, key, action, version, detail } }: { entry: Entry }) {
  const { t, i18n } = useTranslation()
  const { name: channel, reason } = detail
  const said = {
    ...{ at: shortTime(at, i18n.language), key, version },
    // Newer engines may have done what this program has no word for.
    action: t(`live.status.action.${ACTIONS[action] ?? action}`, { defaultValue: action }),
  }
  const stagedFor = action === 'stage' && typeof detail.percent === 'number' ? detail.percent : null
  return (
    <li className={css.entry}>
      {stagedFor !== null && t('stage.entry', { ...said, percent: stagedFor })}
      {typeof channel === 'string' && t('live.status.entryChannel', { ...said, channel })}
      {stagedFor === null &&
        typeof channel !== 'string' &&
        t(version === '' ? 'live.status.entry' : 'live.status.entryVersion', said)}
      {typeof reason === 'string' && reason !== '' && !TELLS_ITSELF.has(action) && (
        <p className={css.quiet}>{t('live.status.reason', { reason })}</p>
      )}
    </li>
  )
}
