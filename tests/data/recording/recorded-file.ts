import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** `UPDATE=1 npx vitest run tests/data` writes what happens into the recordings. Read them afterwards: they are the law. */
export const UPDATE = process.env.UPDATE === '1'

export function jsonFilesIn(folder: string): readonly string[] {
  return readdirSync(folder)
    .filter(name => name.endsWith('.json'))
    .sort()
    .map(name => join(folder, name))
}

export function readJson<T>(path: string): T {
  return JSON.parse(readFileSync(path, 'utf8')) as T
}

/** Writes a recording for people: what holds no object is one line, such as an event. */
export function writeRecording(path: string, value: unknown): void {
  writeFileSync(path, `${laidOut(value, '')}\n`)
}

function laidOut(value: unknown, indent: string): string {
  if (typeof value !== 'object' || value === null || isFlat(value)) return spaced(value)
  const inner = `${indent}  `
  const isList = Array.isArray(value)
  const lines = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .map(([key, member]) => `${inner}${isList ? '' : `${JSON.stringify(key)}: `}${laidOut(member, inner)}`)
  return `${isList ? '[' : '{'}\n${lines.join(',\n')}\n${indent}${isList ? ']' : '}'}`
}

/** Events are one line each, even those with options. */
function isFlat(value: object): boolean {
  const isEvent = 'type' in value
  return (
    isEvent ||
    Object.values(value).every(
      member =>
        typeof member !== 'object' ||
        member === null ||
        (Array.isArray(member) && member.every(item => typeof item !== 'object')),
    )
  )
}

function spaced(value: unknown): string {
  return (
    JSON.stringify(value, null, 1)?.replace(/\n\s*/g, ' ').replace(/^\[ /, '[').replace(/ \]$/, ']') ?? 'null'
  )
}
