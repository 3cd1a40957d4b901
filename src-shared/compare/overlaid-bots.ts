import { BotDocument } from '../document/bot-document.ts'
import type { Difference } from './difference.ts'
import { formerEdge } from './difference-marks.ts'

/**
 * Both versions in one document, to be drawn and never to be run: the version after, with the flows, blocks, notes,
 * groups and edges that are gone. An edge that led elsewhere is there twice; see `formerEdge`.
 */
export function overlaidBots({ after, content, design }: Difference): BotDocument {
  const both = BotDocument.of(after.values())
  for (const { before, after: present } of [...content, ...design]) {
    if (before?.type === 'edge') both.put({ ...before, id: formerEdge(before.id) })
    else if (before && !present && DRAWN.has(before.type)) both.put(before)
  }
  return both
}

const DRAWN: ReadonlySet<string> = new Set(['flow', 'block', 'note', 'group'])
