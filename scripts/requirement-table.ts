import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { REPO_ROOT } from './repo-root.ts'

/**
 * The requirements of menu and conversational bots that recorded conversations prove; requirements.md has their words.
 * Each must have one: a test fails for a row without.
 */
export const PROVEN_REQUIREMENTS = [
  ...ids('D', [4, 9, 10, 13, 14, 15, 19, 20, 23]),
  ...ids('KAL', [4]),
  ...ids('CM', [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 14, 15, 16]),
  ...ids(
    'NHN',
    [6, 7, 11, 15, 16, 17, 18, 19, 20, 21, 22, 23, 25, 26, 28, 30, 31, 32, 33, 36, 51, 70, 72, 73, 74],
  ),
  ...ids('KAR', [1, 2, 8, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21]),
]

function ids(prefix: string, numbers: readonly number[]): readonly string[] {
  return numbers.map(number => `${prefix}-${String(number).padStart(2, '0')}`)
}

type Recorded = Readonly<{ says: string; rules: readonly string[] }>

const INTRODUCTION = `# Requirements and the conversations that prove them

*Made from the recorded conversations by \`npm run docs\`. Each is played three ways, with the same events to the byte:
in process, with the session written and read again at every turn, and through a running engine over HTTP. Those of a
block stand in the page of the block.*

| requirement | recorded conversations |
|---|---|
`

/** Which recording proves what, by requirement. */
export function provenBy(): ReadonlyMap<string, readonly string[]> {
  const proven = new Map<string, string[]>(PROVEN_REQUIREMENTS.map(id => [id, []]))
  const add = (rules: readonly string[], line: string) => {
    for (const rule of rules) proven.get(rule)?.push(line)
  }
  for (const name of jsonNames('transcripts')) {
    const { says, rules } = read('transcripts', name) as Recorded
    add(rules, `[${name}](../tests/transcripts/${name}.json): ${says}`)
  }
  for (const name of jsonNames('fixtures/blocks')) {
    const { cases } = read('fixtures/blocks', name) as { cases: readonly Recorded[] }
    for (const { says, rules } of cases) add(rules, `[${name}](blocks/${name}.md): ${says}`)
  }
  return proven
}

export function requirementTable(): string {
  const rows = [...provenBy()].map(([id, lines]) => `| ${id} | ${lines.join('<br>')} |\n`)
  return INTRODUCTION + rows.join('')
}

function jsonNames(folder: string): readonly string[] {
  const files = readdirSync(join(REPO_ROOT, 'tests', folder)).filter(file => file.endsWith('.json'))
  return files.map(file => file.slice(0, -5)).sort()
}

function read(folder: string, name: string): unknown {
  return JSON.parse(readFileSync(join(REPO_ROOT, 'tests', folder, `${name}.json`), 'utf8'))
}
