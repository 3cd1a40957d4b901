import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { formatReport, type Report } from './report.ts'

/** `npm run bench -- NAME [--json FILE]`: one benchmark, bench/NAME/bench.ts, as a table and, if wanted, as a file. */
const names = readdirSync(import.meta.dirname).filter(name =>
  existsSync(join(import.meta.dirname, name, 'bench.ts')),
)
const { values, positionals } = parseArgs({ allowPositionals: true, options: { json: { type: 'string' } } })
const name = positionals[0]
if (!name || !names.includes(name)) {
  console.error(`Usage: npm run bench -- NAME [--json FILE]\nNAME is one of: ${names.join(', ')}`)
  process.exit(2)
}
const { bench } = (await import(`./${name}/bench.ts`)) as { bench: () => Promise<Report> }
const report = await bench()
console.log(formatReport(report))
if (values.json) writeFileSync(values.json, `${JSON.stringify(report, null, 2)}\n`)
process.exitCode = report.ratios.every(({ ok }) => ok) ? 0 : 1
