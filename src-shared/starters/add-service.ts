import { ANSWER_VALUE_TYPE } from '../blocks/answer-types.ts'
import type { DataOf, KindName } from '../blocks/kinds.ts'
import { type BlockId, type FlowId, newRecordId } from '../document/ids.ts'
import type { BotDraft } from './bot-draft.ts'
import { BOT_WORDS, RETRY_WORDS } from './bot-words.ts'
import type { FormQuestion, Service, Stub } from './service.ts'
import type { Words } from './words.ts'

type StubThat<Makes extends Stub['makes']> = Extract<Stub, { makes: Makes }>

/** Adds the flow a service begins with; it is called, and comes back (requirements.md NHN-10). */
export function addService(draft: BotDraft, { id, label, stub }: Service): FlowId {
  const flow = draft.flow(label)
  const steps = new Steps(draft, flow)
  steps.add('entry', BOT_WORDS.begins, { trigger: 'call' })
  switch (stub.makes) {
    case 'information':
    case 'person':
      break
    case 'answers':
      addAnswers(steps, stub, id)
      break
    case 'form':
      addForm(steps, stub)
      break
    case 'feedback':
      addFeedback(steps, stub)
  }
  steps.add('end', BOT_WORDS.doneTitle, { mode: 'return', text: lastWords(draft, stub) })
  return flow
}

function lastWords(draft: BotDraft, stub: Stub) {
  switch (stub.makes) {
    case 'information':
      return draft.text(stub.text)
    case 'form':
    case 'feedback':
      return draft.text(stub.done)
    case 'answers':
    case 'person':
      return {}
  }
}

/** Blocks one after the other, each where the one before leads on. */
class Steps {
  readonly draft: BotDraft
  private readonly flow: FlowId
  private last: BlockId | null = null
  private ports: readonly string[] = ['next']
  private column = 0

  constructor(draft: BotDraft, flow: FlowId) {
    this.draft = draft
    this.flow = flow
  }

  /** `ports` are the block's ways on, all to the next one. Without a title a card shows what its block says. */
  add<Name extends KindName>(
    kind: Name,
    title: Words | null,
    data: DataOf<Name>,
    ports: readonly string[] = ['next'],
  ): void {
    const { draft, flow } = this
    const block = draft.block(flow, kind, { title, at: { column: this.column, y: 0 }, data })
    if (this.last) draft.lead(flow, this.last, Object.fromEntries(this.ports.map(port => [port, block])))
    this.last = block
    this.ports = ports
    this.column += 1
  }
}

function addForm(steps: Steps, { event, questions }: StubThat<'form'>): void {
  for (const question of questions) ask(steps, question)
  tell(steps, event, questions)
}

function addFeedback(steps: Steps, { event, rating, remark }: StubThat<'feedback'>): void {
  const { draft } = steps
  steps.add('rating', null, {
    prompt: draft.text(rating.prompt),
    scale: 5,
    style: 'stars',
    saveTo: draft.variable(rating.variable, 'number', rating.about),
    low: null,
    retry: draft.text(BOT_WORDS.ratingRetry),
  })
  ask(steps, { ...remark, answer: 'text' })
  tell(steps, event, [rating, remark])
}

function addAnswers(steps: Steps, { prompt, questions }: StubThat<'answers'>, topic: string): void {
  const { draft } = steps
  for (const { asked, answer } of questions)
    draft.records.push({
      id: newRecordId('faq', draft.newId),
      type: 'faq',
      questions: draft.list(asked),
      answer: draft.text(answer),
      topic,
    })
  steps.add('answers', null, {
    prompt: draft.text(prompt),
    topic,
    more: draft.text(BOT_WORDS.answersMore),
    done: draft.text(BOT_WORDS.answersDone),
  })
}

function ask(steps: Steps, { variable, about, answer, prompt }: FormQuestion): void {
  const { draft } = steps
  const saveTo = draft.variable(variable, ANSWER_VALUE_TYPE[answer], about)
  steps.add(
    'question',
    null,
    {
      prompt: draft.text(prompt),
      answer,
      min: null,
      max: null,
      earliest: null,
      latest: null,
      saveTo,
      retry: draft.text(RETRY_WORDS[answer]),
      maxTries: null,
    },
    ['answered'],
  )
}

/** The company's systems learn of it; what they do with it is theirs. */
function tell(steps: Steps, event: string, kept: readonly Pick<FormQuestion, 'variable'>[]): void {
  const values = kept.map(({ variable }) => ({ name: variable, value: variable }))
  steps.add('raiseEvent', BOT_WORDS.tells, { name: event, values })
}
