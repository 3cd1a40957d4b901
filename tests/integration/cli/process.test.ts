import { execFile } from 'node:child_process'
import { accessSync, constants, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

const PARLEY = 'src-cli/parley.ts'

function start(args: readonly string[]): Promise<{ code: number; out: string; err: string }> {
  return new Promise(resolve => {
    const child = execFile(process.execPath, [PARLEY, ...args], (_, out, err) =>
      resolve({ code: child.exitCode ?? -1, out, err }),
    )
  })
}

describe('the program itself', () => {
  test('is what npx parley starts', () => {
    const { bin } = JSON.parse(readFileSync('package.json', 'utf8')) as { bin: Record<string, string> }
    expect(bin.parley).toBe(PARLEY)
    expect(readFileSync(PARLEY, 'utf8')).toMatch(/^#!\/usr\/bin\/env node\n/)
    expect(() => accessSync(PARLEY, constants.X_OK)).not.toThrow()
  })

  test('data go to standard output, messages to standard error, the outcome into the exit code', async () => {
    expect(await start(['check', 'assets/samples/orders.json'])).toEqual({
      code: 0,
      out: expect.stringContaining('nothing to correct'),
      err: '',
    })
    expect(await start(['check', 'nowhere.json'])).toEqual({
      code: 3,
      out: '',
      err: expect.stringContaining('nowhere.json'),
    })
  })
})
