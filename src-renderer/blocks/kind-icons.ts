import {
  IconArrowForwardUp,
  IconArrowsSplit2,
  IconCornerDownRight,
  IconEqual,
  IconFlag,
  IconListNumbers,
  IconMessage,
  IconMessageQuestion,
  IconPlayerPlay,
} from '@tabler/icons-react'
import type { KindName } from '../../src-shared/blocks/kinds.ts'
import type { KindIcon } from './kind-view.ts'

/** The sign of each kind, apart from the forms: cards, lists and pickers need it without them. */
export const KIND_ICONS: Readonly<Record<KindName, KindIcon>> = {
  entry: IconPlayerPlay,
  message: IconMessage,
  menu: IconListNumbers,
  question: IconMessageQuestion,
  condition: IconArrowsSplit2,
  setVariable: IconEqual,
  callFlow: IconCornerDownRight,
  goTo: IconArrowForwardUp,
  end: IconFlag,
}
