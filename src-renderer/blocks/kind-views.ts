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
import type { KindView } from './kind-view.ts'

/** How every kind looks in cards, lists and pickers; the forms are apart (kind-forms.ts), for the start needs none. */
export const KIND_VIEWS: Readonly<Record<KindName, KindView>> = {
  entry: { icon: IconPlayerPlay },
  message: { icon: IconMessage },
  menu: { icon: IconListNumbers },
  question: { icon: IconMessageQuestion },
  condition: { icon: IconArrowsSplit2 },
  setVariable: { icon: IconEqual },
  callFlow: { icon: IconCornerDownRight },
  goTo: { icon: IconArrowForwardUp },
  end: { icon: IconFlag },
}
