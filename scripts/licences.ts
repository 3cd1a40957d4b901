import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { REPO_ROOT } from './repo-root.ts'
import { runTool } from './tool-fault.ts'

/** One package that reaches people: bundled into the window, or installed beside the app. */
export type Licence = Readonly<{ name: string; version: string; licence: string; folder: string }>

// Development dependencies in package.json, because Vite bundles them into the window.
const BUNDLED = [
  '@codemirror/autocomplete',
  '@codemirror/commands',
  '@codemirror/state',
  '@codemirror/view',
  '@mantine/core',
  '@mantine/hooks',
  '@tabler/icons-react',
  '@tanstack/react-virtual',
  '@xyflow/react',
  'elkjs',
  'emojibase-data',
  'fast-xml-parser',
  'i18next',
  'papaparse',
  'preact',
  'qrcode',
  'react',
  'react-dom',
  'react-i18next',
  'read-excel-file',
  'zustand',
]

const PERMISSIVE = new Set(
  '0BSD Apache-2.0 BlueOak-1.0.0 BSD-2-Clause BSD-3-Clause CC0-1.0 ISC MIT MIT-0 Python-2.0 Unlicense Zlib'.split(
    ' ',
  ),
)

/**
 * Packages under another licence, and why they may be shipped all the same; each has a decision. They are files of
 * their own that nothing of ours is mixed into.
 */
const EXCEPTIONS: Readonly<Record<string, string>> = {
  elkjs:
    'EPL-2.0, one unmodified file that runs in a worker, with its licence beside it (docs/decisions/0011)',
}

/** Whether a package may be shipped: under a permissive licence, or as an exception that is argued for. */
export function mayBeShipped({ name, licence }: Pick<Licence, 'name' | 'licence'>): boolean {
  return isPermissive(licence) || Object.hasOwn(EXCEPTIONS, name)
}

/** True when an SPDX expression lets us ship under permissive terms: any side of OR; every part where AND is used. */
export function isPermissive(expression: string): boolean {
  const parts = expression.replace(/[()]/g, '').split(/\s+(?:AND|OR)\s+/)
  const fits = (id: string) => PERMISSIVE.has(id.trim())
  return /\sAND\s/.test(expression) ? parts.every(fits) : parts.some(fits)
}

type Manifest = {
  name: string
  version: string
  license?: string | { type: string }
  dependencies?: Record<string, string>
  optionalDependencies?: Record<string, string>
}

/** Every package that is shipped, with those it needs in turn, as installed in node_modules. */
export function shippedLicences(root: string = REPO_ROOT): readonly Licence[] {
  const own = readManifest(join(root, 'package.json'))
  const found = new Map<string, Licence>()
  const waiting = [...Object.keys(own.dependencies ?? {}), ...BUNDLED].map(name => ({ name, from: root }))
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const folder = findPackage(next.name, next.from)
    // Optional ones for other platforms are not installed.
    if (!folder || found.has(folder)) continue
    const manifest = readManifest(join(folder, 'package.json'))
    const licence =
      typeof manifest.license === 'string' ? manifest.license : (manifest.license?.type ?? 'none named')
    found.set(folder, { name: manifest.name, version: manifest.version, licence, folder })
    const needs = Object.keys({ ...manifest.dependencies, ...manifest.optionalDependencies })
    waiting.push(...needs.map(name => ({ name, from: folder })))
  }
  return [...found.values()].sort((a, b) => a.name.localeCompare(b.name))
}

function findPackage(name: string, from: string): string | null {
  const folder = join(from, 'node_modules', name)
  if (existsSync(join(folder, 'package.json'))) return folder
  return dirname(from) === from ? null : findPackage(name, dirname(from))
}

function readManifest(file: string): Manifest {
  return JSON.parse(readFileSync(file, 'utf8')) as Manifest
}

async function main(): Promise<number> {
  const shipped = shippedLicences()
  for (const { name, version, licence } of shipped)
    console.log(`${licence.padEnd(16)} ${name} ${version}${EXCEPTIONS[name] ? `: ${EXCEPTIONS[name]}` : ''}`)
  return shipped.every(mayBeShipped) ? 0 : 1
}

if (import.meta.main) await runTool(main)
