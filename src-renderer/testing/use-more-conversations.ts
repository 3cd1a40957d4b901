import { useMemo } from 'react'
import type { NamedConversation } from '../../src-shared/testing/behaviour-difference.ts'
import { useRecordedTests } from './recorded-state.ts'
import { useTried } from './use-tried.ts'

/** Conversations to compare versions by, besides the tests: the one that is tried, and those real people had. */
export function useMoreConversations(): readonly NamedConversation[] {
  const tried = useTried()
  const recorded = useRecordedTests()
  return useMemo(() => [...tried, ...recorded], [tried, recorded])
}
