import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { REPO_ROOT } from './import-graph.ts'
import { impureCalls } from './impure-calls.ts'
import { ROOMS } from './room-rules.ts'

function filesUnder(folder: string, pattern: RegExp): readonly string[] {
  return readdirSync(join(REPO_ROOT, folder), { recursive: true, encoding: 'utf8' })
    .map(name => `${folder}/${name.replaceAll('\\', '/')}`)
    .filter(name => pattern.test(name))
}

function read(file: string): string {
  return readFileSync(join(REPO_ROOT, file), 'utf8')
}

type Locked = { optionalDependencies?: Record<string, string> }

const CODE = /\.tsx?$/
const roomFiles = ROOMS.flatMap(room => filesUnder(room, CODE))

describe('house rules no compiler checks', () => {
  test('src-shared reads no clock and throws no dice', () => {
    const found = filesUnder('src-shared', CODE).flatMap(file =>
      impureCalls(file, read(file)).map(call => `${file}: ${call}`),
    )
    expect(found).toEqual([])
  })

  test('no utils, no helpers, no barrels in the rooms', () => {
    expect(
      roomFiles.filter(file => /(^|[/-])(utils?|helpers?)\.tsx?$|(^|\/)index\.tsx?$/.test(file)),
    ).toEqual([])
  })

  test('one file at most speaks to ipcMain', () => {
    expect(roomFiles.filter(file => /\bipcMain\b/.test(read(file))).length).toBeLessThanOrEqual(1)
  })

  test('package-lock.json names no registry', () => {
    expect(read('package-lock.json')).not.toMatch(/"resolved":/)
  })

  // npm leaves out entries for platforms whose package it cannot see when it writes the file, and `npm ci` then refuses it.
  test('package-lock.json has an entry for every optional dependency', () => {
    const { packages } = JSON.parse(read('package-lock.json')) as { packages: Record<string, Locked> }
    const missing = Object.entries(packages).flatMap(([path, { optionalDependencies }]) =>
      Object.keys(optionalDependencies ?? {}).filter(
        name => !packages[`${path}/node_modules/${name}`] && !packages[`node_modules/${name}`],
      ),
    )
    expect(missing).toEqual([])
  })

  test('the commands of package.json can be executed, or npx refuses them', () => {
    const { bin } = JSON.parse(read('package.json')) as { bin: Record<string, string> }
    const modes = Object.values(bin).map(file => statSync(join(REPO_ROOT, file)).mode & 0o100)
    expect(modes).toEqual(Object.values(bin).map(() => 0o100))
  })

  test('no test is singled out or skipped', () => {
    const marked = /\b(?:test|it|describe|suite)\.(?:only|skip|todo|fixme|fails)\b/
    expect(filesUnder('tests', CODE).filter(file => marked.test(read(file)))).toEqual([])
  })
})

describe('the check for clocks and dice can fail', () => {
  test.each([
    'Date.now()',
    'Math.random()',
    'new Date()',
    'new Date',
    'Date()',
    'performance.now()',
    'crypto.randomUUID()',
  ])('%s is refused', code => expect(impureCalls('x.ts', `const x = ${code}`)).toEqual([code]))

  test.each(['new Date(at)', 'world.now()', 'Date.UTC(2020, 1)', "'Date.now()'", 'Math.round(x)'])(
    '%s is fine',
    code => expect(impureCalls('x.ts', `const y = ${code} // new Date()`)).toEqual([]),
  )
})
