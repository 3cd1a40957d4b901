import type { ComponentType } from 'react'
import type { DataOf, KindName } from '../../src-shared/blocks/kinds.ts'
import { CallFlowForm } from './call-flow.tsx'
import { ConditionForm } from './condition.tsx'
import { EndForm } from './end.tsx'
import { EntryForm } from './entry.tsx'
import { GoToForm } from './go-to.tsx'
import type { FormProps } from './kind-view.ts'
import { MenuForm } from './menu.tsx'
import { MessageForm } from './message.tsx'
import { QuestionForm } from './question.tsx'
import { SetVariableForm } from './set-variable.tsx'

/** The form of every kind; a kind without one does not compile. */
export const KIND_FORMS: { readonly [Name in KindName]: ComponentType<FormProps<DataOf<Name>>> } = {
  entry: EntryForm,
  message: MessageForm,
  menu: MenuForm,
  question: QuestionForm,
  condition: ConditionForm,
  setVariable: SetVariableForm,
  callFlow: CallFlowForm,
  goTo: GoToForm,
  end: EndForm,
}
