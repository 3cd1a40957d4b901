import { type Staging, stagingSchema } from '../../src-shared/publish/stage-protocol.ts'

/** For whom a version is staged, as it is typed; a field that is empty holds an empty text. */
export type StageDraft = Readonly<{
  percent: number | string
  isWatched: boolean
  errorPercent: number | string
  conversations: number | string
}>

/** One in ten meets it; it is taken back when one in twenty of the first fifty met an error. */
export const FIRST_STAGE: StageDraft = { percent: 10, isWatched: true, errorPercent: 5, conversations: 50 }

export function draftOfStage({ percent, rollBackAt }: Staging): StageDraft {
  return { ...FIRST_STAGE, percent, isWatched: rollBackAt !== null, ...rollBackAt }
}

/** What is sent to the engine; null while a number is missing or out of its bounds. */
export function stagingOf({ percent, isWatched, errorPercent, conversations }: StageDraft): Staging | null {
  const rollBackAt = isWatched ? { errorPercent, conversations } : null
  return stagingSchema.safeParse({ percent, rollBackAt }).data ?? null
}
