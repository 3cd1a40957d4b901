import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { z } from 'zod'
import { blocks as words } from '../src-renderer/words/en/blocks.ts'
import type { Kind, Port } from '../src-shared/blocks/kind.ts'
import { KINDS } from '../src-shared/blocks/kinds.ts'
import { fieldRoles } from '../src-shared/document/field-types.ts'
import { parseMarkup } from '../src-shared/message/markup.ts'
import { markupToPlain } from '../src-shared/message/markup-to-plain.ts'
import type { Event } from '../src-shared/runtime/events.ts'
import { REPO_ROOT } from './repo-root.ts'

/** A page of docs/, by its path there. */
export type Page = Readonly<{ path: string; text: string }>

type Turn = Readonly<{
  send: Readonly<{ text?: string; option?: string; type?: string }>
  after?: string
  events: readonly Event[]
}>
type Case = Readonly<{ says: string; rules: readonly string[]; turns: readonly Turn[] }>

const INTRODUCTION = `# Blocks

*Made from the block kinds, the words of the interface and the recorded conversations by \`npm run docs\`.*

| block | what it does | rules |
|---|---|---|
`

/** One page per block kind with an example conversation, and the list of them. */
export function blockReference(): readonly Page[] {
  const kinds = KINDS as unknown as readonly Kind[]
  const rows = kinds.map(kind => {
    const rules = [...new Set(casesOf(kind.name).flatMap(found => found.rules))].sort()
    return `| [${nameOf(kind)}](${kind.name}.md) | ${wordsOf(kind).help} | ${rules.join(', ')} |\n`
  })
  return [
    { path: 'blocks/README.md', text: INTRODUCTION + rows.join('') },
    ...kinds.map(kind => ({ path: `blocks/${kind.name}.md`, text: pageOf(kind) })),
  ]
}

function pageOf(kind: Kind): string {
  const cases = casesOf(kind.name)
  const example = cases[0] as Case
  const ports = kind.ports(kind.defaults({ locale: 'en', newId: () => '1' }))
  return [
    `# ${nameOf(kind)}`,
    `${wordsOf(kind).help} Family: *${words.family[kind.family]}*. Name in documents: \`${kind.name}\`.`,
    '## Ports of a new block',
    table(['port', 'role', 'must lead on'], ports.map(portRow)),
    '## Data',
    table(['member', 'holds'], fieldRows(kind.schema)),
    `## Example: ${example.says}`,
    conversation(example),
    '## Recorded conversations',
    cases.map(found => `* ${found.says} (${found.rules.join(', ')})`).join('\n'),
    '',
  ].join('\n\n')
}

function nameOf(kind: Kind): string {
  return wordsOf(kind).name
}

function wordsOf({ name }: Kind): Readonly<{ name: string; help: string }> {
  return (words.kind as Record<string, { name: string; help: string }>)[name] ?? { name, help: '' }
}

function casesOf(kind: string): readonly Case[] {
  const file = join(REPO_ROOT, 'tests', 'fixtures', 'blocks', `${kind}.json`)
  return (JSON.parse(readFileSync(file, 'utf8')) as { cases: readonly Case[] }).cases
}

function portRow({ id, role, required }: Port): readonly string[] {
  return [`\`${id}\``, role, required ? 'yes' : 'no']
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return 'None.'
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}

type AnyDef = {
  type: string
  shape?: Record<string, z.ZodType>
  element?: z.ZodType
  innerType?: z.ZodType
  options?: z.ZodType[]
  entries?: Record<string, string>
}

const ROLE_WORDS: Readonly<Record<string, string>> = {
  text: 'text in every language, with places to fill in',
  words: 'words in every language',
  template: 'text with places to fill in',
  formula: 'formula',
  variable: 'a variable',
  flow: 'a flow',
  block: 'a block',
  intent: 'an intent',
  messageTemplate: 'a message template',
  auth: 'an API access',
}

function fieldRows(schema: z.ZodType, prefix = ''): readonly (readonly string[])[] {
  const { shape } = schema.def as unknown as AnyDef
  return Object.entries(shape ?? {}).flatMap(([name, member]) => memberRows(`${prefix}${name}`, member, ''))
}

function memberRows(path: string, schema: z.ZodType, note: string): readonly (readonly string[])[] {
  const role = fieldRoles.get(schema)
  const def = schema.def as unknown as AnyDef
  if (role) return [[`\`${path}\``, `${ROLE_WORDS[role.role]}${role.required ? ', needed' : ''}${note}`]]
  if (def.type === 'optional' || def.type === 'nullable')
    return memberRows(path, def.innerType as z.ZodType, note || ', optional')
  if (def.shape) return fieldRows(schema, `${path}.`)
  if (def.type === 'array') return memberRows(`${path}[]`, def.element as z.ZodType, note)
  if (def.type === 'enum') {
    const values = Object.values(def.entries ?? {}).map(value => `\`${value}\``)
    return [[`\`${path}\``, `one of ${values.join(', ')}${note}`]]
  }
  if (def.options) return [[`\`${path}\``, `one of several forms${note}`]]
  return [[`\`${path}\``, `${def.type}${note}`]]
}

function conversation({ turns }: Case): string {
  const lines = turns.flatMap(({ send, after, events }) => [
    ...(after ? [`(${after} later)`] : []),
    ...(send.type && send.type !== 'message'
      ? [`(${send.type})`]
      : [`Customer: ${send.text || `[${send.option ?? '…'}]`}`]),
    ...events.flatMap(eventLines),
  ])
  return ['```text', ...lines, '```'].join('\n')
}

function eventLines(event: Event): readonly string[] {
  switch (event.type) {
    case 'messageSent': {
      const options = (event.options ?? []).map(({ label }, index) => `       ${index + 1}. ${label}`)
      const parts = (
        ['media', 'cards', 'location', 'contact', 'template', 'buttons', 'asks'] as const
      ).filter(part => event[part])
      const extra = parts.length > 0 ? ` [${parts.join(', ')}]` : ''
      return [
        `  Bot: ${markupToPlain(parseMarkup(event.text)).replaceAll('\n', '\n       ')}${extra}`,
        ...options,
      ]
    }
    case 'variableSet':
      return [`       ${event.name} = ${JSON.stringify(event.value)}`]
    case 'edgeTaken':
      return [`       → ${event.port}`]
    case 'effectRequested':
      return [`       asks the world: ${event.says}`]
    case 'effectDone':
      return [`       ${[event.outcome, event.status].filter(part => part !== undefined).join(' ')}`]
    case 'conversationClosed':
      return [`  (closed: ${event.reason})`]
    case 'handoverStarted':
      return ['  (a person takes over)']
    case 'handoverFailed':
      return [`  (no handover: ${event.message})`]
    default:
      return []
  }
}
