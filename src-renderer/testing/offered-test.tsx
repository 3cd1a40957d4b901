import { IconCheck, IconMessages, IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { BotDocument } from '../../src-shared/document/bot-document.ts'
import type { TestcaseRecord } from '../../src-shared/document/testcase.ts'
import { compile } from '../../src-shared/runtime/compile.ts'
import { playConversation } from '../../src-shared/testing/play-conversation.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { showConversation } from './test-runs.ts'
import own from './tests.module.css'

type Props = Readonly<{
  document: BotDocument
  test: TestcaseRecord
  about: string
  onKeep: () => void
  onDrop: () => void
}>

/** A test that is not the bot's yet: to be looked at, kept, or thrown away. */
export function OfferedTest({ document, test, about, onKeep, onDrop }: Props) {
  const { t } = useTranslation()
  const { name } = test
  return (
    <li>
      <span className={own.proposal} dir="auto" title={name}>
        {name}
      </span>
      <span className={own.adds}>{about}</span>
      <IconButton
        label={t('tests.propose.look', { name })}
        onClick={() => showConversation(playConversation(compile(document), test))}
      >
        <IconMessages size={14} />
      </IconButton>
      <IconButton label={t('tests.propose.keep', { name })} onClick={onKeep}>
        <IconCheck size={14} />
      </IconButton>
      <IconButton label={t('tests.propose.drop', { name })} onClick={onDrop}>
        <IconX size={14} />
      </IconButton>
    </li>
  )
}
