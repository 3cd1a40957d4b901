import { fieldPlan, type FoundField, visitFields } from '../blocks/fields.ts'
import type { Kind } from '../blocks/kind.ts'
import { kindNamed } from '../blocks/kinds.ts'
import type { BotDocument } from '../document/bot-document.ts'
import type { BlockId, FlowId, VariableId } from '../document/ids.ts'
import type { BlockRecord, VariableRecord } from '../document/records.ts'
import type { Known } from '../expression/check-expression.ts'

/** What the checks ask of a bot again and again, worked out once per run. */
export class LintContext {
  readonly document: BotDocument
  readonly locales: readonly string[]
  readonly variables: ReadonlyMap<string, VariableRecord>
  readonly known: Known
  private readonly leads = new Map<BlockId, readonly BlockId[]>()

  constructor(document: BotDocument) {
    this.document = document
    this.locales = document.bot.locales
    this.variables = new Map([...document.all('variable')].map((variable) => [variable.name, variable]))
    const typeOf = (name: string) => this.variables.get(name)?.valueType
    this.known = Object.assign(typeOf, { names: [...this.variables.keys()] })
  }

  kind(block: BlockRecord): Kind | undefined {
    return kindNamed(block.kind)
  }

  /** A block as messages name it: its title, else its kind. */
  name(block: BlockRecord): string {
    return block.title === '' ? `${block.kind} block` : `“${block.title}”`
  }

  variable(id: VariableId | null): VariableRecord | null {
    return id === null ? null : (this.document.get(id) ?? null)
  }

  entriesOf(flow: FlowId): readonly BlockRecord[] {
    return [...this.document.blocksOf(flow).values()].filter(({ kind }) => kind === 'entry')
  }

  /** Where a conversation can go next from a block: along its edges, by a jump, or into a called flow. */
  next(block: BlockRecord): readonly BlockId[] {
    const known = this.leads.get(block.id)
    if (known) return known
    const next: BlockId[] = [...this.document.edgesFrom(block.id).values()].map(({ to }) => to)
    this.visit(block, ({ role, value }) => {
      if (role === 'block' && value && this.document.get(value as BlockId)) next.push(value as BlockId)
      if (role === 'flow' && value) next.push(...this.entriesOf(value as FlowId).map(({ id }) => id))
    })
    this.leads.set(block.id, next)
    return next
  }

  visit(block: BlockRecord, visit: (field: FoundField) => void): void {
    const kind = this.kind(block)
    if (kind) visitFields(fieldPlan(kind.schema), block.data, visit)
  }
}
