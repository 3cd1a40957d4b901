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

/** Formulas and texts that were read already, by their source: the same ones stand in many blocks of a bot. */
export class ReadSources {
  private readonly formulas = new Map<string, Result<Expression> | null>()
  private readonly templates = new Map<string, Template>()

  get size(): number {
    return this.formulas.size + this.templates.size
  }

  formula(source: string): Result<Expression> | null {
    const known = this.formulas.get(source)
    if (known !== undefined) return known
    const parsed = source.trim() === '' ? null : parseExpression(source)
    this.formulas.set(source, parsed)
    return parsed
  }

  template(source: string): Template {
    const known = this.templates.get(source)
    if (known) return known
    const template = parseTemplate(source)
    this.templates.set(source, template)
    return template
  }
}

/** Reads the facts of a block; a formula or text that cannot be read is a fact too. */
export function factsOf(block: BlockRecord, sources: ReadSources): BlockFacts {
  const kind = kindNamed(block.kind)
  const texts: TextFact[] = []
  const formulas: FormulaFact[] = []
  const references: ReferenceFact[] = []
  if (!kind) return { kind, ports: [], texts, formulas, references }
  visitFields(fieldPlan(kind.schema), block.data, ({ role, path, required, value }) => {
    if (role === 'text') {
      const localized = value as Localized
      texts.push({ path, required, texts: localized, templates: templatesOf(localized, sources) })
    } else if (role === 'formula') {
      const source = value as string
      formulas.push({ path, required, source, parsed: sources.formula(source) })
    } else if (isReference(role)) references.push({ path, required, role, id: value } as ReferenceFact)
  })
  return { kind, ports: kind.ports(block.data), texts, formulas, references }
}

function isReference(role: FieldRole): role is ReferenceFact['role'] {
  return role === 'variable' || role === 'flow' || role === 'block'
}

const NONE: TextFact['templates'] = []

function templatesOf(texts: Localized, sources: ReadSources): TextFact['templates'] {
  let found: { locale: string; template: Template }[] | null = null
  for (const locale in texts) {
    const text = texts[locale]
    if (!text?.includes('{{')) continue
    found ??= []
    found.push({ locale, template: sources.template(text) })
  }
  return found ?? NONE
}
