import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ID_PREFIX, type KeywordId } from '../../src-shared/document/ids.ts'
import { useDocument } from '../state/edits.ts'
import { useWorkbench } from '../state/workbench.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { Panel } from '../ui/panel.tsx'
import { entryChoices } from './entry-choices.ts'
import { KeywordRow } from './keyword-row.tsx'
import { NewKeyword } from './new-keyword.tsx'
import css from './panels.module.css'
import { ReservedTokens } from './reserved-tokens.tsx'
import { TryMessage } from './try-message.tsx'

/** The activation keywords of the bot (NHN-28, NHN-29). */
export function KeywordsPanel() {
  const { t } = useTranslation()
  const document = useDocument()
  const goTo = useWorkbench(state => state.goTo)
  const [opened, setOpened] = useState<KeywordId | null>(null)
  useEffect(() => {
    if (goTo?.record.startsWith(`${ID_PREFIX.keyword}_`)) setOpened(goTo.record as KeywordId)
  }, [goTo])
  if (!document) return null
  const keywords = [...document.all('keyword')]
  const entries = entryChoices(t, document)
  return (
    <Panel title={t('keywords.title')}>
      {entries.length > 0 ? <NewKeyword entries={entries} /> : <EmptyState text={t('keywords.noEntry')} />}
      {entries.length > 0 && keywords.length === 0 && <EmptyState text={t('keywords.none')} />}
      <ul className={css.list}>
        {keywords.map(keyword => (
          <KeywordRow
            key={keyword.id}
            keyword={keyword}
            entries={entries}
            isOpen={opened === keyword.id}
            onToggle={() => setOpened(opened === keyword.id ? null : keyword.id)}
          />
        ))}
      </ul>
      <ReservedTokens />
      <TryMessage />
    </Panel>
  )
}
