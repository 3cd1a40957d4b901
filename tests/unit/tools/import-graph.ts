import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseSync } from 'vite'
import { allowedPackage, allowedRooms, layerRule, ROOMS, type Room } from './room-rules.ts'

/** Repository-relative path of a file -> what it imports, as written. */
export type Sources = ReadonlyMap<string, readonly string[]>

export const REPO_ROOT = dirname(dirname(dirname(dirname(fileURLToPath(import.meta.url)))))

/** Every specifier a file names: import, export from, import(), and types by import('...'). */
export function importsOf(file: string, code: string): readonly string[] {
  const { program, module, errors } = parseSync(file, code)
  if (errors.length > 0) throw new Error(`${file}: ${errors[0]?.message}`)
  const named = [
    ...module.staticImports.map(one => one.moduleRequest.value),
    ...module.staticExports.flatMap(one => one.entries.flatMap(entry => entry.moduleRequest?.value ?? [])),
    ...module.dynamicImports.map(one =>
      code.slice(one.moduleRequest.start, one.moduleRequest.end).replace(/['"`]/g, ''),
    ),
  ]
  return [...new Set([...named, ...importTypes(program)])]
}

/** Reads all TypeScript files of the five rooms. */
export function readSources(root: string = REPO_ROOT): Sources {
  const files = ROOMS.flatMap(room =>
    readdirSync(join(root, room), { recursive: true, encoding: 'utf8' })
      .filter(name => /\.tsx?$/.test(name))
      .map(name => posix.join(room, name.replaceAll('\\', '/'))),
  )
  return new Map(files.map(file => [file, importsOf(file, readFileSync(join(root, file), 'utf8'))]))
}

/** Imports the room table or the layers of src-shared do not allow, one line each. */
export function forbiddenImports(sources: Sources): readonly string[] {
  const found: string[] = []
  for (const [file, specifiers] of sources)
    for (const specifier of specifiers) {
      const reason = reasonAgainst(file, specifier)
      if (reason) found.push(`${file} -> ${specifier}: ${reason}`)
    }
  return found
}

/** Import cycles, each as the list of its files; types count as well. */
export function findCycles(sources: Sources): readonly (readonly string[])[] {
  const cycles: (readonly string[])[] = []
  const done = new Set<string>()
  const path: string[] = []
  const visit = (file: string) => {
    const start = path.indexOf(file)
    if (start >= 0) cycles.push([...path.slice(start), file])
    if (start >= 0 || done.has(file)) return
    path.push(file)
    for (const target of (sources.get(file) ?? []).map(specifier => targetOf(file, specifier)))
      if (target && sources.has(target)) visit(target)
    path.pop()
    done.add(file)
  }
  for (const file of sources.keys()) visit(file)
  return cycles
}

function reasonAgainst(file: string, specifier: string): string | null {
  const room = file.split('/')[0] as Room
  const target = targetOf(file, specifier)
  if (target === null) return allowedPackage(room, specifier) ? null : `not a library of ${room}`
  const targetRoom = target.split('/')[0] as string
  if (targetRoom !== room)
    return allowedRooms(room).includes(targetRoom) ? null : `${room} may not use ${targetRoom}`
  return room === 'src-shared' ? layerRule(file, target) : null
}

/** Repository-relative path a relative specifier means; null for a package. */
function targetOf(file: string, specifier: string): string | null {
  return specifier.startsWith('.') ? posix.join(posix.dirname(file), specifier.replace(/\?.*$/, '')) : null
}

function importTypes(node: unknown): readonly string[] {
  if (Array.isArray(node)) return node.flatMap(importTypes)
  if (typeof node !== 'object' || node === null) return []
  const { type, source } = node as { type?: string; source?: { value?: string } }
  const own = type === 'TSImportType' && source?.value ? [source.value] : []
  return [...own, ...Object.values(node).flatMap(importTypes)]
}
