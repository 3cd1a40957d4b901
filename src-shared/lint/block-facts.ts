import type { Kind, Port } from '../blocks/kind.ts'
import { kindNamed } from '../blocks/kinds.ts'
import { portsOf } from '../blocks/way-on.ts'
import type { FieldRole } from '../document/field-types.ts'
import { type FoundField, fieldPlan, visitFields } from '../document/fields.ts'
import type { RecordId } from '../document/ids.ts'
import type { Localized } from '../document/localized.ts'
import type { BlockRecord } from '../document/records.ts'
import { type Expression, parseExpression } from '../expression/parse-expression.ts'
import { parseTemplate, type Template } from '../expression/template.ts'
import type { Result } from '../kit/result.ts'
import { referredFile } from '../message/file-address.ts'

type Place = Readonly<{ path: FoundField['path']; required: boolean }>

/** A localized text; `templates` are those of its languages that have places to fill in. */
export type TextFact = Place & Readonly<{ texts: Localized; templates: readonly LocalTemplate[] }>
export type LocalTemplate = Readonly<{ locale: string; template: Template }>
/** A text that is the same in every language. */
export type PlainFact = Place & Readonly<{ template: Template }>
/** A formula; `parsed` is null when nothing was written. */
export type FormulaFact = Place & Readonly<{ source: string; parsed: Result<Expression> | null }>
/** A field that chooses a record: a variable, a flow, a block, and whatever else there is to choose. */
export type ReferenceRole = Exclude<FieldRole, 'text' | 'words' | 'template' | 'formula'> | 'media'
export type ReferenceFact = Place & Readonly<{ role: ReferenceRole; id: RecordId | null }>

/** What a block says by itself, read once: depends on nothing but the record. */
export type BlockFacts = Readonly<{
  kind: Kind | undefined
  ports: readonly Port[]
  texts: readonly TextFact[]
  plain: readonly PlainFact[]
  formulas: readonly FormulaFact[]
  references: readonly ReferenceFact[]
  /** The variables its formulas and texts name, each once. */
  names: readonly string[]
}>

/** Formulas that were read already, by their source: the same ones stand in many blocks of a bot. */
export class ReadFormulas {
  private readonly known = new Map<string, Result<Expression>>()

  readonly read = (source: string): Result<Expression> => {
    const known = this.known.get(source)
    if (known) return known
    const parsed = parseExpression(source)
    // A day of typing leaves many half-written ones behind; then it is cheaper to read the rest once more.
    if (this.known.size >= MOST_FORMULAS) this.known.clear()
    this.known.set(source, parsed)
    return parsed
  }
}

const MOST_FORMULAS = 50_000

/** Reads the facts of a block; a formula or text that cannot be read is a fact too. */
export function factsOf(block: BlockRecord, formulas: ReadFormulas): BlockFacts {
  const kind = kindNamed(block.kind)
  if (!kind) return NO_FACTS
  const reading = new Reading(formulas)
  visitFields(fieldPlan(kind.schema), block.data, field => reading.add(field))
  const { plain, references, names } = reading
  const texts = exact(reading.texts)
  return { kind, ports: portsOf(block), texts, plain, formulas: reading.formulas, references, names }
}

const NONE: readonly never[] = []
/** Of a block that was not read, or is of no kind that is known. */
export const NO_FACTS: BlockFacts = {
  kind: undefined,
  ports: NONE,
  texts: NONE,
  plain: NONE,
  formulas: NONE,
  references: NONE,
  names: NONE,
}

class Reading {
  texts: TextFact[] | readonly never[] = NONE
  plain: PlainFact[] | readonly never[] = NONE
  formulas: FormulaFact[] | readonly never[] = NONE
  references: ReferenceFact[] | readonly never[] = NONE
  names: string[] | readonly never[] = NONE
  private readonly known: ReadFormulas

  constructor(known: ReadFormulas) {
    this.known = known
  }

  add({ role, path, required, value }: FoundField): void {
    switch (role) {
      case 'text':
        this.texts = added(this.texts, this.text(path, required, value as Localized))
        break
      case 'template':
        this.addPlain(path, required, value as string)
        break
      case 'formula':
        this.formulas = added(this.formulas, this.formula(path, required, value as string))
        break
      case 'words':
        break
      default:
        this.references = added(this.references, { path, required, role, id: value as RecordId | null })
    }
  }

  /** An address may be a file of the bot, which is a choice like any other. */
  private addPlain(path: FoundField['path'], required: boolean, text: string): void {
    this.plain = added(this.plain, { path, required, template: this.template(text) })
    const id = referredFile(text) as RecordId | null
    if (id !== null) this.references = added(this.references, { path, required, role: 'media', id })
  }

  private text(path: FoundField['path'], required: boolean, texts: Localized): TextFact {
    let templates: LocalTemplate[] | readonly never[] = NONE
    for (const locale in texts) {
      const text = texts[locale]
      if (text?.includes('{{')) templates = added(templates, { locale, template: this.template(text) })
    }
    return { path, required, texts, templates }
  }

  private formula(path: FoundField['path'], required: boolean, source: string): FormulaFact {
    const parsed = source.trim() === '' ? null : this.known.read(source)
    if (parsed?.ok) this.use(parsed.value.names)
    return { path, required, source, parsed }
  }

  private template(text: string): Template {
    const template = parseTemplate(text, this.known.read)
    this.use(template.names)
    return template
  }

  private use(names: readonly Readonly<{ name: string }>[]): void {
    for (const { name } of names)
      if (!this.names.includes(name as never)) this.names = added(this.names, name)
  }
}

/** Without the room that a list which grew has left; blocks have several texts, and there are thousands of blocks. */
function exact<T>(list: readonly T[]): readonly T[] {
  return list.length > 1 ? list.slice() : list
}

/** Most blocks have none of most facts: a list is only made for the first one. */
function added<T>(list: T[] | readonly never[], item: T): T[] {
  if (list === NONE) return [item]
  const grown = list as T[]
  grown.push(item)
  return grown
}
