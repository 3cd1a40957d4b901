import { describe, expect, test } from 'vitest'
import { type TextChange, toggleMark } from '../../../src-renderer/inspector/editor/toggle-mark.ts'

function applied(text: string, changes: readonly TextChange[]): string {
  return changes
    .toSorted((a, b) => b.from - a.from)
    .reduce((done, { from, to, insert }) => done.slice(0, from) + insert + done.slice(to), text)
}

/** `[` and `]` are the ends of the selection; the outcome shows what is selected then. */
function toggled(shown: string, mark: string): string {
  const from = shown.indexOf('[')
  const to = shown.indexOf(']') - 1
  const text = shown.replace('[', '').replace(']', '')
  const { changes, select } = toggleMark(text, { from, to }, mark)
  const after = applied(text, changes)
  return `${after.slice(0, select.from)}[${after.slice(select.from, select.to)}]${after.slice(select.to)}`
}

describe('formatting a selection', () => {
  test.each([
    ['say [hello] now', 'say *[hello]* now'],
    ['say [*hello*] now', 'say [hello] now'],
    ['say *[hello]* now', 'say [hello] now'],
    ['[ two words ]', ' *[two words]* '],
    ['[one\ntwo]', '*[one*\n*two]*'],
    ['*_[both]_*', '_[both]_'],
    ['[_some_]', '_*[some]*_'],
    ['[*one*\n\n*two*]', '[one\n\ntwo]'],
    ['a[]b', 'a*[]*b'],
    ['a*[]*b', 'a[]b'],
    ['[   ]', '[   ]'],
  ])('%j becomes %j', (before, after) => expect(toggled(before, '*')).toBe(after))
})
