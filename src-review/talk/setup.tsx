import i18next from 'i18next'
import { languageName } from '../../src-renderer/inspector/fields/language-name.ts'
import { nameOfBlock } from '../../src-renderer/simulator/name-of-block.ts'
import type { BlockId } from '../../src-shared/document/ids.ts'
import { CHANNELS, type Channel } from '../../src-shared/document/settings.ts'
import type { CallAnswer, Surroundings } from '../../src-shared/document/surroundings.ts'
import type { Desk } from '../look.ts'
import { Choice } from '../ui/choice.tsx'
import type { Talker } from './talk.ts'

type Props = Readonly<{ desk: Desk; talker: Talker }>

const MINUTE = 60_000
const SKIPS = { minute: MINUTE, quarter: 15 * MINUTE, hour: 60 * MINUTE, day: 24 * 60 * MINUTE }

/** Who the customer is and how the world around the bot behaves. */
export function Setup({ desk, talker }: Props) {
  const { t, page } = desk
  const { channel, locale } = talker.store.use(talk => talk)
  const { locales } = page.bots.document.bot
  return (
    <div class="setup">
      <div class="row">
        <Choice
          label={t('simulator.setup.channel')}
          value={channel}
          options={CHANNELS.map(value => ({ value, label: t(`simulator.setup.channels.${value}`) }))}
          onChange={value => talker.begin({ channel: value as Channel })}
        />
        <Choice
          label={t('simulator.setup.locale')}
          value={locale}
          options={locales.map(value => ({ value, label: languageName(value, i18next.language) }))}
          onChange={value => talker.begin({ locale: value })}
        />
        <button type="button" class="plain" onClick={() => talker.begin({})}>
          {t('simulator.restart')}
        </button>
      </div>
      <details>
        <summary>{t('reviewPage.talk.around')}</summary>
        <Around desk={desk} talker={talker} />
      </details>
    </div>
  )
}

function Around({ desk, talker }: Props) {
  const { t, page } = desk
  const host = talker.store.use(({ host }) => host)
  const set = (change: Partial<Surroundings>) => talker.store.set({ host: { ...host, ...change } })
  const options = (group: string, values: readonly string[]) =>
    values.map(value => ({ value, label: t(`simulator.setup.${group}.${value}`) }))
  const calls = [...page.bots.document.all('block')].filter(({ kind }) => kind === 'apiCall')
  return (
    <div class="around">
      <Choice
        label={t('simulator.setup.agents')}
        value={host.agents}
        options={options('agent', ['online', 'offline', 'failing'])}
        onChange={value => set({ agents: value as Surroundings['agents'] })}
      />
      <Choice
        label={t('simulator.setup.handover')}
        value={host.handover}
        options={options('handovers', ['accepted', 'failing'])}
        onChange={value => set({ handover: value as Surroundings['handover'] })}
      />
      <Choice
        label={t('simulator.setup.http')}
        value={host.http}
        options={options('calls', ['mock', 'timeout', 'failing', 'error'])}
        onChange={value => set({ http: value as Surroundings['http'] })}
      />
      {calls.map(({ id }) => (
        <OneCall key={id} desk={desk} host={host} block={id} onChange={set} />
      ))}
      <p class="quiet">{t('simulator.setup.holds')}</p>
      <div class="row">
        {Object.entries(SKIPS).map(([name, ms]) => (
          <button key={name} type="button" class="plain" onClick={() => talker.letTimePass(ms)}>
            {t('reviewPage.talk.skip', { time: t(`simulator.clock.${name}`) })}
          </button>
        ))}
      </div>
    </div>
  )
}

type CallProps = Readonly<{
  desk: Desk
  host: Surroundings
  block: BlockId
  onChange: (change: Partial<Surroundings>) => void
}>

/** What the calls of one block come to, where that is not what holds for all. */
function OneCall({ desk: { t, page }, host, block, onChange }: CallProps) {
  const answer = host.calls?.[block]
  const change = (next: CallAnswer | null) => {
    const { [block]: _, ...others } = host.calls ?? {}
    onChange({ calls: next ? { ...others, [block]: next } : others })
  }
  const pick = (value: string) => {
    if (value === 'answer') change({ is: 'answer', status: 200, body: '{}' })
    else change(value === 'timeout' || value === 'unreachable' ? { is: value } : null)
  }
  return (
    <div class="one-call">
      <Choice
        label={t('simulator.setup.call', { block: nameOfBlock(t, page.bots.document, block) })}
        value={answer?.is ?? 'usual'}
        options={['usual', 'answer', 'timeout', 'unreachable'].map(value => ({
          value,
          label: t(`simulator.setup.callAs.${value}`),
        }))}
        onChange={pick}
      />
      {answer?.is === 'answer' && (
        <>
          <label>
            {t('simulator.setup.status')}
            <input
              type="number"
              min={100}
              max={599}
              value={answer.status}
              onInput={event => {
                const status = event.currentTarget.valueAsNumber
                if (Number.isInteger(status) && status >= 100 && status <= 599) change({ ...answer, status })
              }}
            />
          </label>
          <label>
            {t('simulator.setup.body')}
            <textarea
              rows={2}
              maxLength={100_000}
              value={answer.body}
              onInput={event => change({ ...answer, body: event.currentTarget.value })}
            />
          </label>
        </>
      )}
    </div>
  )
}
