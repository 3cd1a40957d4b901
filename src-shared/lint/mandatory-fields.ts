import { blockWaits, kindNamed } from '../blocks/kinds.ts'
import type { BotDocument } from '../document/bot-document.ts'
import { fieldPlan, visitFields } from '../document/fields.ts'
import type { BlockId, FlowId } from '../document/ids.ts'
import type { BlockRecord } from '../document/records.ts'
import type { Problem } from '../kit/result.ts'
import { say } from '../kit/say.ts'

/**
 * What Finish & save asks for before it freezes a version (requirements.md KAL-11): a name, an entry, and an end or a
 * block that waits which can be reached from an entry. Everything else may be unfinished.
 */
export function missingFields(document: BotDocument): readonly Problem[] {
  const { bot } = document
  const missing: Problem[] = []
  if (bot.name.trim() === '')
    missing.push({ code: 'lifecycle/no-name', ...say('lifecycle/no-name', {}), pointer: bot.id })
  const entries = [...document.all('block')].filter(isEntry)
  if (entries.length === 0)
    missing.push({ code: 'lifecycle/no-entry', ...say('lifecycle/no-entry', {}), pointer: bot.mainFlow })
  else if (!reachesRest(document, entries))
    missing.push({
      code: 'lifecycle/no-rest',
      ...say('lifecycle/no-rest', {}),
      pointer: entries[0]?.id ?? bot.id,
    })
  return missing
}

function isEntry(block: BlockRecord): boolean {
  return block.kind === 'entry'
}

function reachesRest(document: BotDocument, entries: readonly BlockRecord[]): boolean {
  const ahead: BlockRecord[] = [...entries]
  const seen = new Set<BlockId>()
  for (let block = ahead.pop(); block; block = ahead.pop()) {
    if (seen.has(block.id)) continue
    seen.add(block.id)
    if (block.kind === 'end' || blockWaits(block)) return true
    ahead.push(...nextBlocks(document, block))
  }
  return false
}

/** By edges, and by the blocks and flows a block's own data leads to. */
function nextBlocks(document: BotDocument, block: BlockRecord): readonly BlockRecord[] {
  const next: (BlockRecord | undefined)[] = document.edgesFrom(block.id).map(({ to }) => document.get(to))
  const kind = kindNamed(block.kind)
  if (kind)
    visitFields(fieldPlan(kind.schema), block.data, ({ role, value }) => {
      if (role === 'block' && value) next.push(document.get(value as BlockId))
      if (role === 'flow' && value)
        next.push(...[...document.blocksOf(value as FlowId).values()].filter(isEntry))
    })
  return next.filter(found => found !== undefined)
}
