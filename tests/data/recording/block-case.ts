import { parseDocument } from '../../../src-shared/blocks/parse-document.ts'
import type { BotDocument } from '../../../src-shared/document/bot-document.ts'
import type { Value, ValueType } from '../../../src-shared/kit/value.ts'
import type { Played } from './conversation.ts'

/** One case of a block kind: a block of it in the smallest bot, and what happens in a conversation with it. */
export type BlockCase = Readonly<{
  says: string
  rules: readonly string[]
  data: Readonly<Record<string, unknown>>
  /** The ports that lead on, each to an end that says the port's name. */
  ports: readonly string[]
  variables?: readonly Readonly<{ name: string; valueType: ValueType; secret?: boolean; initial?: Value }>[]
  /** More records of the bot, such as a flow to call. */
  records?: readonly unknown[]
  /** Settings of the bot. */
  settings?: Readonly<Record<string, unknown>>
}> &
  Played

export type BlockFixture = Readonly<{ kind: string; cases: readonly BlockCase[] }>

/** The smallest bot around a case: “go” leads to `block_tested`, and its ports to ends. */
export function botOfCase(
  kind: string,
  { data, ports, variables = [], records = [], settings }: BlockCase,
  slug: string,
): BotDocument {
  const flow = 'flow_main'
  const block = (id: string, of: string, content: unknown) => ({
    id,
    type: 'block',
    flow,
    kind: of,
    title: '',
    x: 0,
    y: 0,
    data: content,
  })
  const edge = (from: string, port: string, to: string) => ({
    id: `edge_${from.slice(6)}-${dashed(port)}`,
    type: 'edge',
    flow,
    from,
    port,
    to,
  })
  const isEntry = kind === 'entry'
  const around = isEntry
    ? []
    : [block('block_entry', 'entry', { trigger: 'keyword' }), edge('block_entry', 'next', 'block_tested')]
  const after = ports.flatMap(port => [
    block(`block_after-${dashed(port)}`, 'end', { mode: 'close', text: { en: port } }),
    edge('block_tested', port, `block_after-${dashed(port)}`),
  ])
  const parsed = parseDocument({
    parley: 1,
    records: [
      {
        id: `bot_${slug}`,
        type: 'bot',
        name: slug,
        description: '',
        locales: ['en', 'pt-BR'],
        mainFlow: flow,
        mainMenu: null,
        country: 'BR',
        ...(settings ? { settings } : {}),
      },
      { id: flow, type: 'flow', name: 'Main', description: '' },
      {
        id: 'kw_go',
        type: 'keyword',
        text: 'go',
        match: 'exact',
        locale: null,
        entry: isEntry ? 'block_tested' : 'block_entry',
      },
      block('block_tested', kind, data),
      ...around,
      ...after,
      ...variables.map(({ name, valueType, secret = false, initial = null }) => ({
        id: `var_${dashed(name.toLowerCase())}`,
        type: 'variable',
        name,
        valueType,
        initial,
        secret,
        description: '',
      })),
      ...records,
    ],
  })
  if (!parsed.ok) throw new Error(`${slug}: ${parsed.message}`)
  return parsed.value
}

function dashed(port: string): string {
  return port.replaceAll('_', '-')
}
