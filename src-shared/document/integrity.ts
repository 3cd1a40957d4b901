import type { Problem } from '../kit/result.ts'
import type { BotDocument } from './bot-document.ts'
import type { RecordId } from './ids.ts'
import type { BotDocRecord, EdgeRecord, GroupRecord } from './records.ts'

/**
 * What every stored bot keeps true: no edge, keyword or setting points to something that is not there, a port leads
 * to one place, and names of variables are unique. Whether the bot is any good is for the checks (src-shared/lint).
 */
export function integrityProblems(document: BotDocument): readonly Problem[] {
  if (document.count('bot') !== 1)
    return [
      {
        code: 'document/invalid',
        message: `A document holds exactly one bot record, this one holds ${document.count('bot')}.`,
      },
    ]
  return [...document.values()].flatMap(record => recordProblems(document, record))
}

/** The problems of one record in its surroundings; cost depends on its neighbours only. */
export function recordProblems(document: BotDocument, record: BotDocRecord): readonly Problem[] {
  switch (record.type) {
    case 'bot':
      return missing(document, record.id, [
        ['mainFlow', record.mainFlow],
        ['mainMenu', record.mainMenu],
        ['picture', record.picture ?? null],
      ])
    case 'block':
      return missing(document, record.id, [['flow', record.flow]])
    case 'edge':
      return edgeProblems(document, record)
    case 'keyword': {
      const absent = missing(document, record.id, [['entry', record.entry]])
      if (absent.length > 0 || document.get(record.entry)?.kind === 'entry') return absent
      return [broken(record.id, `Keyword "${record.text}" must point to an entry block.`)]
    }
    case 'variable':
      return nameProblems(document, record.id, record.name)
    case 'intent':
      return missing(document, record.id, [['entry', record.entry]])
    case 'auth':
      return missing(document, record.id, [['secret', record.secret]])
    case 'group':
      return groupProblems(document, record)
    case 'note':
      return missing(document, record.id, [['flow', record.flow]])
    case 'media':
    case 'waiver':
    case 'translation':
    case 'testcase':
    case 'iteration':
    case 'comment':
    case 'task':
    case 'study':
    case 'flow':
    case 'faq':
    case 'template':
      return []
  }
}

function edgeProblems(document: BotDocument, edge: EdgeRecord): readonly Problem[] {
  const absent = missing(document, edge.id, [
    ['flow', edge.flow],
    ['from', edge.from],
    ['to', edge.to],
  ])
  if (absent.length > 0) return absent
  if (document.get(edge.from)?.flow !== edge.flow || document.get(edge.to)?.flow !== edge.flow)
    return [broken(edge.id, `Edge ${edge.id} leaves its flow; use a go-to block to jump to another flow.`)]
  for (const other of document.edgesFrom(edge.from))
    if (other.id !== edge.id && other.port === edge.port)
      return [broken(edge.id, `Port ${edge.port} of ${edge.from} already leads to ${other.to}.`)]
  return []
}

function groupProblems(document: BotDocument, group: GroupRecord): readonly Problem[] {
  const absent = missing(document, group.id, [
    ['flow', group.flow],
    ...group.blocks.map((block): [string, RecordId] => ['blocks', block]),
  ])
  if (absent.length > 0) return absent
  const outside = group.blocks.find(block => document.get(block)?.flow !== group.flow)
  return outside ? [broken(group.id, `Group ${group.id} holds ${outside}, which is in another flow.`)] : []
}

function nameProblems(document: BotDocument, id: RecordId, name: string): readonly Problem[] {
  for (const other of document.all('variable'))
    if (other.id !== id && other.name === name) return [broken(id, `There are two variables named ${name}.`)]
  return []
}

function missing(
  document: BotDocument,
  from: RecordId,
  targets: readonly [string, RecordId | null][],
): readonly Problem[] {
  return targets
    .filter(([, target]) => target !== null && !document.get(target))
    .map(([field, target]) => broken(from, `${from} points to ${target} (${field}), which does not exist.`))
}

function broken(pointer: string, message: string): Problem {
  return { code: 'document/broken-reference', message, pointer }
}
