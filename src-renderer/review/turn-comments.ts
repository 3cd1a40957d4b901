import i18next from 'i18next'
import { useMemo } from 'react'
import type { BotDocument } from '../../src-shared/document/bot-document.ts'
import { newRecordId, type TestcaseId } from '../../src-shared/document/ids.ts'
import { MAX_TEST_STEPS } from '../../src-shared/document/testcase.ts'
import { type SessionTree, simulationAt } from '../../src-shared/runtime/session-tree.ts'
import type { Simulation } from '../../src-shared/runtime/simulation.ts'
import { holdsSecret } from '../../src-shared/testing/record-testcase.ts'
import { openCommentsByTurn, turnToComment } from '../../src-shared/testing/turn-comment.ts'
import { useTalk } from '../simulator/talk.ts'
import { turnTitle } from '../simulator/turn-title.ts'
import { newId } from '../state/open-bot.ts'
import { useWorkbench } from '../state/workbench.ts'
import { beginWriting } from './review-actions.ts'
import type { Writing } from './review-state.ts'

/** Opens the line for a comment on the present turn of the simulator; the conversation up to it goes with the comment. */
export function commentOnPresentTurn(): void {
  const { tree, pause } = useTalk.getState()
  if (!tree || pause) return
  const simulation = simulationAt(tree)
  if (simulation.turns.length > 0) commentOnTurn(simulation, simulation.turns.length - 1)
  else useWorkbench.setState({ banner: { tone: 'info', message: i18next.t('review.turn.nothing') } })
}

/** Opens the line for a comment on a turn, from 0, or says why there can be none. */
export function commentOnTurn(simulation: Simulation, index: number, at: Writing['at'] = 'panel'): void {
  const { editor } = useWorkbench.getState()
  if (!editor) return
  const { document } = editor
  const until = { ...simulation, turns: simulation.turns.slice(0, index + 1) }
  const hindrance = hindranceOf(until)
  if (hindrance !== null) {
    useWorkbench.setState({ banner: { tone: 'error', message: hindrance } })
    return
  }
  const id: TestcaseId = newRecordId('testcase', newId)
  const named = { id, name: nameOf(document, until), tags: [] }
  beginWriting({ ...turnToComment(document.all('testcase'), until, index, named), at })
}

/** Why a conversation cannot go with a comment: what is secret stays here, and tests have an end. */
function hindranceOf(simulation: Simulation): string | null {
  if (holdsSecret(simulation)) return i18next.t('review.turn.secret')
  const isLong = simulation.turns.length > MAX_TEST_STEPS
  return isLong ? i18next.t('tests.tooLong', { count: MAX_TEST_STEPS }) : null
}

/** The conversation by what was said in it last, which is what the comment is about. */
function nameOf(document: BotDocument, { turns }: Simulation): string {
  const titles = turns.slice(-3).map(turn => turnTitle(i18next.t, document, turn))
  const name = titles.join(' › ').trim()
  return name.length > 80 ? `${name.slice(0, 79)}…` : name || i18next.t('review.turn.conversation')
}

/** How many open comments each turn of the conversation has that is shown, by its index. */
export function useTurnComments(document: BotDocument, tree: SessionTree): ReadonlyMap<number, number> {
  const rev = useWorkbench(state => state.rev)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the document changes in place; `rev` says when.
  return useMemo(
    () =>
      openCommentsByTurn(
        document.all('comment'),
        id => document.get(id as TestcaseId),
        simulationAt(tree, tree.tip),
      ),
    [document, rev, tree],
  )
}
