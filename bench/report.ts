import { cpus, release, totalmem, type } from 'node:os'

export type Row = Readonly<{ subject: string; metric: string; value: number; unit: string }>
export type Ratio = Readonly<{
  name: string
  value: number
  goal: number
  better: 'higher' | 'lower'
  ok: boolean
}>

/** What a benchmark prints for programs; figures of one run can be set against each other, those of two cannot. */
export type Report = Readonly<{
  name: string
  machine: string
  rows: readonly Row[]
  ratios: readonly Ratio[]
}>

export function ratio(name: string, value: number, better: 'higher' | 'lower', goal: number): Ratio {
  return { name, value, goal, better, ok: better === 'higher' ? value >= goal : value <= goal }
}

export function machine(): string {
  const model = cpus()[0]?.model.trim() ?? 'unknown processor'
  return `${cpus().length} × ${model}, ${Math.round(totalmem() / 2 ** 30)} GiB, ${type()} ${release()}, Node ${process.versions.node}`
}

/** The table for people. */
export function formatReport(report: Report): string {
  const rows = report.rows.map(({ subject, metric, value, unit }) => [
    subject,
    metric,
    `${formatNumber(value)} ${unit}`,
  ])
  const ratios = report.ratios.map(({ name, value, goal, better, ok }) => [
    ok ? 'ok' : 'MISSED',
    name,
    `${formatNumber(value)} (goal ${better === 'higher' ? '≥' : '≤'} ${formatNumber(goal)})`,
  ])
  return [`# ${report.name}`, report.machine, '', ...columns(rows), '', ...columns(ratios), ''].join('\n')
}

function formatNumber(value: number): string {
  if (Math.abs(value) >= 1000) return Math.round(value).toLocaleString('en')
  return String(Number(value.toPrecision(3)))
}

function columns(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map(row => row[column]?.length ?? 0)))
  return rows.map(row =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  )
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}
