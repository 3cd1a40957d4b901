import type { ComponentType } from 'react'
import type { DataOf, KindName } from '../../src-shared/blocks/kinds.ts'
import { AnswersForm } from './answers.tsx'
import { ApiCallForm } from './api-call.tsx'
import { AskLocationForm } from './ask-location.tsx'
import { CallFlowForm } from './call-flow.tsx'
import { CardsForm } from './cards.tsx'
import { ChoicesForm } from './choices.tsx'
import { CollectForm } from './collect.tsx'
import { ConditionForm } from './condition.tsx'
import { DelayForm } from './delay.tsx'
import { EndForm } from './end.tsx'
import { EntryForm } from './entry.tsx'
import { FileInputForm } from './file-input.tsx'
import { GoToForm } from './go-to.tsx'
import { HandoverForm } from './handover.tsx'
import { HoursForm } from './hours.tsx'
import { IntentForm } from './intent.tsx'
import type { FormProps } from './kind-view.ts'
import { LanguageForm } from './language.tsx'
import { LiveStreamForm } from './live-stream.tsx'
import { MenuForm } from './menu.tsx'
import { MessageForm } from './message.tsx'
import { QuestionForm } from './question.tsx'
import { QuizForm } from './quiz.tsx'
import { RaiseEventForm } from './raise-event.tsx'
import { RatingForm } from './rating.tsx'
import { SendContactForm } from './send-contact.tsx'
import { SendLocationForm } from './send-location.tsx'
import { SendTemplateForm } from './send-template.tsx'
import { SentimentForm } from './sentiment.tsx'
import { SetVariableForm } from './set-variable.tsx'
import { SplitForm } from './split.tsx'

/** The form of every kind; a kind without one does not compile. */
export const KIND_FORMS: { readonly [Name in KindName]: ComponentType<FormProps<DataOf<Name>>> } = {
  entry: EntryForm,
  message: MessageForm,
  cards: CardsForm,
  sendLocation: SendLocationForm,
  sendContact: SendContactForm,
  sendTemplate: SendTemplateForm,
  liveStream: LiveStreamForm,
  menu: MenuForm,
  question: QuestionForm,
  collect: CollectForm,
  choices: ChoicesForm,
  quiz: QuizForm,
  fileInput: FileInputForm,
  askLocation: AskLocationForm,
  rating: RatingForm,
  condition: ConditionForm,
  setVariable: SetVariableForm,
  apiCall: ApiCallForm,
  callFlow: CallFlowForm,
  goTo: GoToForm,
  answers: AnswersForm,
  intent: IntentForm,
  sentiment: SentimentForm,
  hours: HoursForm,
  split: SplitForm,
  language: LanguageForm,
  delay: DelayForm,
  raiseEvent: RaiseEventForm,
  handover: HandoverForm,
  end: EndForm,
}
