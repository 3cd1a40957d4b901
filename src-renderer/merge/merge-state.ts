import { create } from 'zustand'
import type { Choice } from '../../src-shared/compare/conflict.ts'
import type { Side } from '../compare/compare-state.ts'

type Given = Exclude<Side, { kind: 'working' }>

export type MergeView = Readonly<{
  /** What somebody else made. */
  theirs: Given | null
  /** What both began from; null while it is looked for, or where none was found. */
  base: Given | null
  isLooking: boolean
  /** By the id of a conflict. */
  choices: Readonly<Record<string, Choice>>
}>

export const NOTHING_MERGED: MergeView = { theirs: null, base: null, isLooking: false, choices: {} }

export const useMerge = create<MergeView>()(() => NOTHING_MERGED)
