import { useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { BotDocument } from '../../src-shared/document/bot-document.ts'
import { ChoiceSelect } from '../inspector/fields/choice-select.tsx'
import { client } from '../ipc/client.ts'
import css from '../panels/panels.module.css'
import { useVersions } from '../state/versions.ts'
import { useWorkbench } from '../state/workbench.ts'
import { shortTime } from '../versions/short-time.ts'
import { BehaviourDifference } from './behaviour-difference.tsx'
import own from './tests.module.css'
import { useMoreConversations } from './use-more-conversations.ts'

/** The bot as it is now against one of its versions: which tests, and the conversation being tried, go another way. */
export function ComparePart({ document }: { document: BotDocument }) {
  const { t, i18n } = useTranslation()
  const versions = useVersions(state => state.versions)
  const rev = useDeferredValue(useWorkbench(state => state.rev))
  const [picked, setPicked] = useState('')
  const [before, setBefore] = useState<BotDocument | null>(null)
  const more = useMoreConversations()
  if (versions.length === 0) return null
  const pick = async (version: string) => {
    setPicked(version)
    setBefore(null)
    if (version === '') return
    const read = await client['versions.read']({ bot: document.bot.id, version })
    if (read.ok) setBefore(BotDocument.of(read.value.records))
    else useWorkbench.setState({ banner: { tone: 'error', message: read.message } })
  }
  return (
    <section className={own.part} aria-label={t('tests.behaviour.title')}>
      <h3 className={css.group}>{t('tests.behaviour.title')}</h3>
      <ChoiceSelect
        label={t('tests.behaviour.compare')}
        value={picked}
        options={[
          { value: '', label: t('tests.behaviour.pick') },
          ...versions.toReversed().map(({ version, at }) => ({
            value: version,
            label: t('tests.behaviour.item', { version, at: shortTime(at, i18n.language) }),
          })),
        ]}
        onPick={version => void pick(version)}
      />
      {before && <BehaviourDifference before={before} after={document} rev={rev} more={more} />}
    </section>
  )
}
