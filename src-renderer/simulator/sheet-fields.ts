import type { BotDocument } from '../../src-shared/document/bot-document.ts'
import type { Happening } from '../../src-shared/runtime/simulation.ts'

/** The fields of one thing to send; what they hold is told as it changes, null while it cannot be sent. */
export type SheetFieldsProps = Readonly<{
  document: BotDocument
  onChange: (happening: Happening | null) => void
}>
