import { useState } from 'preact/hooks'
import type { Simulation } from '../../src-shared/runtime/simulation.ts'
import { holdsSecret } from '../../src-shared/testing/record-testcase.ts'
import { turnToComment } from '../../src-shared/testing/turn-comment.ts'
import type { Desk } from '../look.ts'
import { CommentForm } from './comment-form.tsx'
import { newTestId } from './reviewer.ts'

type Props = Readonly<{ desk: Desk; simulation: Simulation; index: number }>

/** A comment on a turn takes the conversation up to it along, as a test that can be played in Parley. */
export function CommentOnTurn({ desk, simulation, index }: Props) {
  const { t, reviewer } = desk
  const [isOpen, setOpen] = useState(false)
  const say = (text: string, blocking: boolean) => {
    const named = { id: newTestId(), name: t('reviewPage.comments.test', { number: index + 1 }), tags: [] }
    const tests = reviewer.document.all('testcase')
    const { place, test } = turnToComment(tests, simulation, index, named)
    return reviewer.add(place, text, blocking, test ?? undefined)
  }
  // What was typed into a secret variable would travel with the test.
  if (holdsSecret(simulation)) return null
  if (!isOpen)
    return (
      <button type="button" class="quiet-button" onClick={() => setOpen(true)}>
        {t('reviewPage.comments.onTurn', { number: index + 1 })}
      </button>
    )
  return (
    <CommentForm
      desk={desk}
      label={t('reviewPage.comments.onTurn', { number: index + 1 })}
      canBlock
      onSay={say}
      onClose={() => setOpen(false)}
    />
  )
}
