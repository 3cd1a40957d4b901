import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BotDocument } from '../../src-shared/document/bot-document.ts'
import {
  type Answered,
  behaviourSearch,
  type ChangedConversation,
  type BehaviourDifference as Found,
  type NamedConversation,
} from '../../src-shared/testing/behaviour-difference.ts'
import css from '../panels/panels.module.css'
import { turnTitle } from '../simulator/turn-title.ts'
import { runSearch } from './run-search.ts'
import own from './tests.module.css'

type Props = Readonly<{
  before: BotDocument
  after: BotDocument
  /** Changes where `after` changes in place. */
  rev?: number
  /** Conversations besides the tests of both, such as recorded ones. */
  more?: readonly NamedConversation[]
}>

const NO_MORE: readonly NamedConversation[] = []

/** Which conversations go another way in another version of a bot, turn by turn with the words of both. */
export function BehaviourDifference({ before, after, rev = 0, more = NO_MORE }: Props) {
  const { t } = useTranslation()
  const [found, setFound] = useState<Found | null>(null)
  const [played, setPlayed] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: `rev` says when a document has changed in place
  useEffect(() => {
    setFound(null)
    setPlayed(0)
    return runSearch(behaviourSearch(before, after, conversationsOf(before, after, more)), {
      onProgress: setPlayed,
      onDone: setFound,
    })
  }, [before, after, rev, more])
  if (!found) return <p className={css.note}>{t('tests.behaviour.playing', { count: played })}</p>
  const { changed } = found
  return (
    <div className={own.behaviour}>
      <p className={css.note} role="status">
        {found.played === 0
          ? t('tests.behaviour.nothing')
          : changed.length === 0
            ? t('tests.behaviour.same', { count: found.played })
            : t('tests.behaviour.changed', { count: changed.length, of: found.played })}
      </p>
      {changed.map((conversation, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: names may be the same, and the list is made anew as a whole
        <Conversation key={at} document={after} conversation={conversation} />
      ))}
    </div>
  )
}

/** The tests of both; where both have one, as the later version has it. */
function conversationsOf(
  before: BotDocument,
  after: BotDocument,
  more: readonly NamedConversation[],
): readonly NamedConversation[] {
  const tests = [...before.all('testcase'), ...after.all('testcase')]
  return [...new Map(tests.map(test => [test.id, test])).values(), ...more]
}

function Conversation({
  document,
  conversation,
}: Readonly<{ document: BotDocument; conversation: ChangedConversation }>) {
  const { t } = useTranslation()
  const { name, turns } = conversation
  const same = turns.filter(({ isSame }) => isSame).length
  return (
    <details className={own.changed} open>
      <summary dir="auto">{name}</summary>
      {same > 0 && <p className={css.note}>{t('tests.behaviour.sameTurns', { count: same })}</p>}
      <ol>
        {turns.map(({ turn, before, after, isSame }, at) =>
          isSame ? null : (
            // biome-ignore lint/suspicious/noArrayIndexKey: a turn is its place in the conversation
            <li key={at} value={at + 1}>
              <p dir="auto">{turnTitle(t, document, turn)}</p>
              <dl>
                <dt>{t('tests.behaviour.before')}</dt>
                <dd className={own.gone}>
                  <Words answered={before} />
                </dd>
                <dt>{t('tests.behaviour.after')}</dt>
                <dd className={own.came}>
                  <Words answered={after} />
                </dd>
              </dl>
            </li>
          ),
        )}
      </ol>
    </details>
  )
}

function Words({ answered: { said, state } }: { answered: Answered }) {
  const { t } = useTranslation()
  const lines = said.map(({ text, options }) =>
    options.length > 0 ? t('tests.behaviour.options', { text, options: options.join(' | ') }) : text,
  )
  if (state !== 'open') lines.push(t(`tests.difference.state.${state}`))
  if (lines.length === 0) lines.push(t('tests.behaviour.silent'))
  return lines.map((line, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: lines are told apart by their order
    <p key={at} dir="auto">
      {line}
    </p>
  ))
}
