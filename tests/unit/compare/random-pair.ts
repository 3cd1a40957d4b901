import fc from 'fast-check'
import { changeBlockData } from '../../../src-shared/blocks/edits/change-block-data.ts'
import { kindNamed } from '../../../src-shared/blocks/kinds.ts'
import { documentToJson, parseDocument } from '../../../src-shared/blocks/parse-document.ts'
import { BotDocument } from '../../../src-shared/document/bot-document.ts'
import { fieldPlan, mapFields } from '../../../src-shared/document/fields.ts'
import type { BlockRecord, BotDocRecord } from '../../../src-shared/document/records.ts'
import { applyChanges } from '../../../src-shared/edit/apply-changes.ts'
import { ChangeSet } from '../../../src-shared/edit/changes.ts'
import type { Changes } from '../../../src-shared/edit/edit.ts'
import type { Result } from '../../../src-shared/kit/result.ts'
import { pick, randomRecords } from '../edit/random-bot.ts'
import { changesOf, type Gesture, gestures } from '../edit/random-edits.ts'
import { copyOf, counter } from '../edit/snapshot.ts'

/** What gestures seldom do twice at one place: texts in one language, options, branches, edges, names, groups. */
type Twist = Readonly<{ twist: number; a: number; b: number }>

const twists = fc.record({ twist: fc.nat(9), a: fc.nat(60), b: fc.nat(3) })
const several = fc.array(fc.oneof(gestures, { arbitrary: twists, weight: 2 }), { maxLength: 10 })

/** A bot, and what two people made of it at the same time. */
export const randomTriples = fc
  .record({ records: randomRecords, ours: several, theirs: several })
  .map(({ records, ours, theirs }) => {
    const base = read(BotDocument.of(records))
    return { base, ours: edited(base, ours, 'a'), theirs: edited(base, theirs, 'b') }
  })

/** The document after these gestures, as it comes out of a file. */
export function edited(base: BotDocument, all: readonly (Gesture | Twist)[], prefix: string): BotDocument {
  const document = copyOf(base)
  const newId = counter(prefix)
  for (const each of all) {
    const changes = 'twist' in each ? twisted(document, each, newId) : changesOf(document, each, newId)
    const applied = applyChanges(document, changes)
    if (!applied.ok && 'does' in each) throw new Error(applied.message)
  }
  return read(document)
}

function twisted(document: BotDocument, { twist, a, b }: Twist, newId: () => string): Changes {
  const set = new ChangeSet(document)
  const block = pick([...document.all('block')], a)
  const edge = pick([...document.all('edge')], a)
  const put = (record: object) => set.put(record as BotDocRecord).done()
  switch (twist) {
    case 0:
    case 1:
    case 2: {
      const list = block && Object.entries(block.data).find(([, value]) => Array.isArray(value))
      const [name, items] = (list ?? ['', []]) as [string, { id?: string }[]]
      if (!block || !items[0]?.id) return {}
      const added = { ...items[0], id: `opt_${newId()}` }
      const other = [[...items].reverse(), items.slice(1), [...items.slice(0, b), added, ...items.slice(b)]]
      return accepted(changeBlockData(document, block.id, { ...block.data, [name]: other[twist] }))
    }
    case 3: {
      const kind = block && kindNamed(block.kind)
      if (!block || !kind) return {}
      const data = mapFields(fieldPlan(kind.schema), block.data, ({ role, value, path }) =>
        role === 'text' && path.length % 2 === b % 2 ? { ...(value as object), en: newId() } : value,
      )
      return put({ ...block, data })
    }
    case 4: {
      const target = edge && pick([...document.blocksOf(edge.flow).values()], a + b)
      return edge && target ? put({ ...edge, to: target.id }) : {}
    }
    case 5:
      return edge ? put({ ...edge, port: `p${b}` }) : {}
    case 6:
      return put({ id: `var_${newId()}`, type: 'variable', name: `N${b}`, ...PLAIN, secret: a % 2 === 0 })
    case 7:
      return block ? put({ ...newGroup(document, block), id: `group_${b}` }) : {}
    case 8:
      return block ? put({ ...document.bot, mainMenu: block.id, settings: { footer: { en: newId() } } }) : {}
    default: {
      const flow = pick([...document.all('flow')], b)
      return flow ? put({ ...document.bot, mainFlow: flow.id }) : {}
    }
  }
}

const PLAIN = { valueType: 'text', initial: null, description: '' }

function newGroup(document: BotDocument, { flow }: BlockRecord): object {
  const blocks = [...document.blocksOf(flow).keys()].slice(0, 3)
  return { type: 'group', flow, title: flow, hue: 'grey', blocks }
}

function accepted(changes: Result<Changes>): Changes {
  return changes.ok ? changes.value : {}
}

function read(document: BotDocument): BotDocument {
  const parsed = parseDocument(JSON.parse(JSON.stringify(documentToJson(document))))
  if (!parsed.ok) throw new Error(parsed.message)
  return parsed.value
}
