import { NativeSelect, Popover } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { BotDocument } from '../../src-shared/document/bot-document.ts'
import { CHANNELS, type Channel } from '../../src-shared/document/settings.ts'
import { languageName } from '../inspector/fields/language-name.ts'
import { CallAnswers } from './call-answers.tsx'
import { PersonaFields } from './persona-fields.tsx'
import css from './simulator.module.css'
import { setHost, startAgain, useTalk } from './talk.ts'

type Props = Readonly<{ document: BotDocument; locales: readonly string[] }>

/** Who the customer is and how the world around the bot behaves: folded away, since the usual is usually right. */
export function SetupPopover({ document, locales }: Props) {
  const { t } = useTranslation()
  const { channel, locale, persona } = useTalk()
  const shown = [
    t(`simulator.setup.channels.${channel}`),
    ...(locales.length > 1 ? [locale ?? locales[0]] : []),
    ...(persona.name === '' ? [] : [persona.name]),
  ]
  return (
    <Popover position="bottom-end" width={280} shadow="md" trapFocus returnFocus>
      <Popover.Target>
        <button type="button" className={css.chip} title={t('simulator.setup.title')}>
          {shown.join(' · ')}
        </button>
      </Popover.Target>
      <Popover.Dropdown className={css.setup} aria-label={t('simulator.setup.title')}>
        <Customer locales={locales} />
        <Surroundings document={document} />
      </Popover.Dropdown>
    </Popover>
  )
}

function Customer({ locales }: { locales: readonly string[] }) {
  const { t, i18n } = useTranslation()
  const { channel, locale } = useTalk()
  return (
    <>
      <NativeSelect
        size="xs"
        label={t('simulator.setup.channel')}
        value={channel}
        data={CHANNELS.map(value => ({ value, label: t(`simulator.setup.channels.${value}`) }))}
        onChange={event => startAgain(locale, event.currentTarget.value as Channel)}
      />
      {locales.length > 1 && (
        <NativeSelect
          size="xs"
          label={t('simulator.setup.locale')}
          value={locale ?? locales[0]}
          data={locales.map(value => ({ value, label: languageName(value, i18n.language) }))}
          onChange={event => startAgain(event.currentTarget.value)}
        />
      )}
      <PersonaFields />
      <p className={css.hint}>{t('simulator.setup.startsAgain')}</p>
    </>
  )
}

function Surroundings({ document }: { document: BotDocument }) {
  const { t } = useTranslation()
  const { agents, handover, http } = useTalk(state => state.host)
  return (
    <>
      <hr className={css.rule} />
      <NativeSelect
        size="xs"
        label={t('simulator.setup.agents')}
        value={agents}
        data={[
          { value: 'online', label: t('simulator.setup.agent.online') },
          { value: 'offline', label: t('simulator.setup.agent.offline') },
          { value: 'failing', label: t('simulator.setup.agent.failing') },
        ]}
        onChange={event => setHost({ agents: event.currentTarget.value as typeof agents })}
      />
      <NativeSelect
        size="xs"
        label={t('simulator.setup.handover')}
        value={handover}
        data={[
          { value: 'accepted', label: t('simulator.setup.handovers.accepted') },
          { value: 'ask', label: t('simulator.setup.handovers.ask') },
          { value: 'failing', label: t('simulator.setup.handovers.failing') },
        ]}
        onChange={event => setHost({ handover: event.currentTarget.value as typeof handover })}
      />
      <NativeSelect
        size="xs"
        label={t('simulator.setup.http')}
        value={http}
        data={[
          { value: 'mock', label: t('simulator.setup.calls.mock') },
          { value: 'timeout', label: t('simulator.setup.calls.timeout') },
          { value: 'failing', label: t('simulator.setup.calls.failing') },
          { value: 'error', label: t('simulator.setup.calls.error') },
        ]}
        onChange={event => setHost({ http: event.currentTarget.value as typeof http })}
      />
      <CallAnswers document={document} />
      <p className={css.hint}>{t('simulator.setup.neverFetched')}</p>
      <p className={css.hint}>{t('simulator.setup.holds')}</p>
    </>
  )
}
