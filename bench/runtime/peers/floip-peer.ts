import { TEXTS } from '../script.ts'
import type { Peer, RequirePeer } from './peer.ts'

type Context = { contact: object; flows: readonly object[] }
type Prompt = {
  config: { kind: string; prompt: string }
  validate(value: unknown): boolean
  fulfill(value: unknown): Promise<Cursor>
}
type Cursor = { prompt: Prompt } | undefined
type Library = {
  Contact: new () => { id: string }
  FlowRunner: new (context: Context) => { run(): Promise<Cursor> }
  ResourceResolver: new (context: Context) => { resolve(id: string): { getText(): string } }
  SupportedMode: { TEXT: string }
  createContextDataObjectFor(
    contact: object,
    groups: readonly object[],
    user: string,
    organisation: string,
    flows: readonly object[],
    language: string,
    mode: string,
  ): Promise<Context>
}

const exit = (to: string | null, test?: string) => ({
  uuid: `exit-${to}-${test}`,
  name: to,
  destination_block: to ?? undefined,
  config: {},
  ...(test ? { test } : { default: true }),
})
const message = (id: string, prompt: string, to: string | null) => ({
  uuid: id,
  name: id,
  type: 'MobilePrimitives.Message',
  config: { prompt },
  exits: [exit(to)],
})

// Texts stand in the blocks: a prompt that is no UUID of a resource is its own text. The product is bracketed because
// the evaluator multiplies from the right, and 12 × (4.5 × 0.9) is not 48.6 in binary.
const FLOW = {
  uuid: 'flow',
  name: 'coffee',
  last_modified: '2026-01-01T00:00:00.000Z',
  interaction_timeout: 300,
  supported_modes: ['TEXT'],
  languages: [{ id: 'eng', iso_639_3: 'eng' }],
  first_block_id: 'greeting',
  blocks: [
    message('greeting', TEXTS.greeting, 'menu'),
    {
      uuid: 'menu',
      name: 'menu',
      type: 'MobilePrimitives.SelectOneResponse',
      config: {
        prompt: TEXTS.menu,
        choices: { 1: TEXTS.options[0], 2: TEXTS.options[1], 3: TEXTS.options[2] },
      },
      exits: [
        exit('quantity', 'block.value = 1'),
        exit('hours', 'block.value = 2'),
        exit('farewell', 'block.value = 3'),
        exit('menu'),
      ],
    },
    message('hours', TEXTS.hours, 'menu'),
    {
      uuid: 'quantity',
      name: 'quantity',
      type: 'MobilePrimitives.NumericResponse',
      config: { prompt: TEXTS.ask, validation_minimum: 1, validation_maximum: 100 },
      exits: [exit('isBulk')],
    },
    {
      uuid: 'isBulk',
      name: 'isBulk',
      type: 'Core.Case',
      config: {},
      exits: [exit('bulk', 'flow.quantity.value >= 10'), exit('price')],
    },
    message('bulk', TEXTS.bulk, 'bulkPrice'),
    message('bulkPrice', 'That is @((flow.quantity.value * 4.5) * 0.9) euros.', 'menu'),
    message('price', 'That is @(flow.quantity.value * 4.5) euros.', 'menu'),
    message('farewell', TEXTS.farewell, null),
  ],
}

/**
 * The runner of the Flow Interoperability Project 1 (MIT): the context of a conversation lives in memory. It has no
 * text channel, so the host renders prompts, and says what to say to an answer that a prompt refuses.
 */
export function floipPeer(load: RequirePeer): Peer {
  const library = load('@floip/flow-runner') as Library
  return {
    name: '@floip/flow-runner',
    begin() {
      const conversation = new Conversation(library)
      return text => quietly(() => conversation.answer(text))
    },
  }
}

class Conversation {
  readonly #library: Library
  #context: Context | undefined
  #cursor: Cursor

  constructor(library: Library) {
    this.#library = library
  }

  async answer(text: string): Promise<readonly string[]> {
    if (!this.#context) return this.#begin()
    const prompt = this.#cursor?.prompt
    if (!prompt) return []
    const isNumber = prompt.config.kind === 'Numeric'
    const value = isNumber ? Number(text) : text
    if (!accepts(prompt, value)) return isNumber ? [TEXTS.askAgain] : [TEXTS.retry, this.#textOf(prompt)]
    this.#cursor = await prompt.fulfill(value)
    return this.#say()
  }

  async #begin(): Promise<readonly string[]> {
    const { Contact, FlowRunner, SupportedMode, createContextDataObjectFor } = this.#library
    const contact = Object.assign(new Contact(), { id: 'contact' })
    this.#context = await createContextDataObjectFor(contact, [], '', '', [FLOW], 'eng', SupportedMode.TEXT)
    this.#cursor = await new FlowRunner(this.#context).run()
    return this.#say()
  }

  /** Messages go on by themselves; a question waits. */
  async #say(): Promise<readonly string[]> {
    const said: string[] = []
    while (this.#cursor) {
      const { prompt } = this.#cursor
      said.push(this.#textOf(prompt))
      if (prompt.config.kind !== 'Message') break
      this.#cursor = await prompt.fulfill(null)
    }
    return said
  }

  #textOf({ config }: Prompt): string {
    if (!this.#context) return ''
    return new this.#library.ResourceResolver(this.#context).resolve(config.prompt).getText()
  }
}

/** The library writes a line to the console at every wait, and its clock warns of itself: neither is to be timed. */
async function quietly<T>(work: () => Promise<T>): Promise<T> {
  const { info, warn } = console
  console.info = silent
  console.warn = silent
  try {
    return await work()
  } finally {
    console.info = info
    console.warn = warn
  }
}

function silent(): void {}

/** A prompt refuses by throwing or, for what is no number, by answering false. */
function accepts(prompt: Prompt, value: unknown): boolean {
  try {
    return prompt.validate(value)
  } catch {
    return false
  }
}
