import type { FieldRole } from '../blocks/field-types.ts'
import { fieldPlan, visitFields } from '../blocks/fields.ts'
import type { Kind, Port } from '../blocks/kind.ts'
import { kindNamed } from '../blocks/kinds.ts'
import type { BlockId, FlowId, VariableId } from '../document/ids.ts'
import type { Localized } from '../document/localized.ts'
import type { BlockRecord } from '../document/records.ts'
import { type Expression, parseExpression } from '../expression/parse-expression.ts'
import { parseTemplate, type Template } from '../expression/template.ts'
import type { Result } from '../kit/result.ts'

type Path = readonly (string | number)[]
type Place = Readonly<{ path: Path; required: boolean }>

/** A localized text; `templates` are those of its languages that have places to fill in. */
export type TextFact = Place &
  Readonly<{ texts: Localized; templates: readonly Readonly<{ locale: string; template: Template }>[] }>
/** A formula; `parsed` is null when nothing was written. */
export type FormulaFact = Place & Readonly<{ source: string; parsed: Result<Expression> | null }>
export type ReferenceFact = Place &
  (
    | Readonly<{ role: 'variable'; id: VariableId | null }>
    | Readonly<{ role: 'flow'; id: FlowId | null }>
    | Readonly<{ role: 'block'; id: BlockId | null }>
  )

/** What a block says by itself, read once: depends on nothing but the record. */
export type BlockFacts = Readonly<{
  kind: Kind | undefined
  ports: readonly Port[]
  texts: readonly TextFact[]
  formulas: readonly FormulaFact[]
  references: readonly ReferenceFact[]
}>

const known = new WeakMap<BlockRecord, BlockFacts>()

/** The facts of a block, kept for as long as the very same record lives: records are never changed in place. */
export function factsOf(block: BlockRecord): BlockFacts {
  const found = known.get(block)
  if (found) return found
  const facts = readFacts(block)
  known.set(block, facts)
  return facts
}

function readFacts(block: BlockRecord): BlockFacts {
  const kind = kindNamed(block.kind)
  const texts: TextFact[] = []
  const formulas: FormulaFact[] = []
  const references: ReferenceFact[] = []
  if (!kind) return { kind, ports: [], texts, formulas, references }
  visitFields(fieldPlan(kind.schema), block.data, ({ role, path, required, value }) => {
    if (role === 'text')
      texts.push({ path, required, texts: value as Localized, templates: templatesOf(value as Localized) })
    else if (role === 'formula')
      formulas.push({ path, required, source: value as string, parsed: parsedOf(value as string) })
    else if (isReference(role)) references.push({ path, required, role, id: value } as ReferenceFact)
  })
  return { kind, ports: kind.ports(block.data), texts, formulas, references }
}

function isReference(role: FieldRole): role is ReferenceFact['role'] {
  return role === 'variable' || role === 'flow' || role === 'block'
}

const NONE: TextFact['templates'] = []

function templatesOf(texts: Localized): TextFact['templates'] {
  let found: { locale: string; template: Template }[] | null = null
  for (const locale in texts) {
    const text = texts[locale]
    if (!text?.includes('{{')) continue
    found ??= []
    found.push({ locale, template: parseTemplate(text) })
  }
  return found ?? NONE
}

function parsedOf(source: string): Result<Expression> | null {
  return source.trim() === '' ? null : parseExpression(source)
}
