import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { BotDocument } from '../../src-shared/document/bot-document.ts'
import type { DeadEnds, PathAnswer as Found } from '../../src-shared/testing/ask-paths.ts'
import { type Example, exampleOf } from '../../src-shared/testing/example-of.ts'
import css from '../panels/panels.module.css'
import { nameOfBlock } from '../simulator/name-of-block.ts'
import type { Answer } from './answer-search.ts'
import { showConversation } from './test-runs.ts'
import own from './tests.module.css'

/** The answer in a sentence, with a conversation to play. */
export function PathAnswer({ document, answer }: Readonly<{ document: BotDocument; answer: Answer }>) {
  switch (answer.is) {
    case 'near':
      return <Near found={answer.found} within={answer.within} />
    case 'reach':
      return <Reach found={answer.found} />
    case 'deadEnds':
      return <Ends document={document} found={answer.found} />
    case 'menus':
      return <Menus answer={answer} />
  }
}

function Near({ found, within }: Readonly<{ found: Found; within: number }>) {
  const { t } = useTranslation()
  const { answer, turns, example, states } = found
  return (
    <div className={own.answer}>
      <p>
        {answer === 'unknown'
          ? t('tests.ask.unknown', { count: states })
          : answer === 'yes'
            ? t('tests.ask.near.yes', { count: within })
            : turns === null
              ? t('tests.ask.near.never')
              : t('tests.ask.near.far', { count: turns })}
      </p>
      <Play example={example} />
    </div>
  )
}

function Reach({ found: { answer, turns, example, states } }: { found: Found }) {
  const { t } = useTranslation()
  return (
    <div className={own.answer}>
      <p>
        {answer === 'unknown'
          ? t('tests.ask.unknown', { count: states })
          : answer === 'yes'
            ? t('tests.ask.reach.yes', { count: turns ?? 0 })
            : t('tests.ask.reach.no')}
      </p>
      <Play example={example} />
    </div>
  )
}

function Ends({
  document,
  found: { longest, count, stopped, states },
}: Readonly<{ document: BotDocument; found: DeadEnds }>) {
  const { t } = useTranslation()
  const block = longest?.block ? nameOfBlock(t, document, longest.block) : t('simulator.deleted')
  return (
    <div className={own.answer}>
      {!longest && !stopped && <p>{t('tests.ask.deadEnds.none')}</p>}
      {longest && (
        <>
          <p>
            {t(longest.breaksOff ? 'tests.ask.deadEnds.breaksOff' : 'tests.ask.deadEnds.stuck', {
              count: longest.turns,
              block,
            })}
          </p>
          <p>{t('tests.ask.deadEnds.count', { count })}</p>
        </>
      )}
      {stopped && <p className={css.note}>{t('tests.ask.bound', { count: states })}</p>}
      <Play example={longest?.example ?? null} />
    </div>
  )
}

function Menus({ answer }: { answer: Extract<Answer, { is: 'menus' }> }) {
  const { t } = useTranslation()
  const { found, program, stopped, states } = answer
  const play = (at: number) => {
    const example = exampleOf(program, found.paths[at]?.turns ?? [])
    if (example) showConversation(example.simulation)
  }
  return (
    <div className={own.answer}>
      <p>
        {found.paths.length === 0
          ? t('tests.ask.menus.none')
          : t('tests.ask.menus.count', { count: found.paths.length })}
      </p>
      {(stopped || found.isCut) && <p className={css.note}>{t('tests.ask.bound', { count: states })}</p>}
      <ol className={own.ways}>
        {found.paths.map(({ labels, end }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list is made anew as a whole
          <li key={at}>
            <button type="button" dir="auto" onClick={() => play(at)}>
              {labels.join(' › ')}
              <span>{t(`tests.ask.menus.end.${end}`)}</span>
            </button>
          </li>
        ))}
      </ol>
    </div>
  )
}

function Play({ example }: { example: Example | null }) {
  const { t } = useTranslation()
  if (!example) return null
  return (
    <Button size="compact-xs" variant="default" onClick={() => showConversation(example.simulation)}>
      {t('tests.ask.example')}
    </Button>
  )
}
