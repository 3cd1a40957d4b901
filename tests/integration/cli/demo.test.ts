import { execFile } from 'node:child_process'
import { expect, test } from 'vitest'

test('npm run demo: simulated, published to a real engine process, talked to over HTTP, and equal', async () => {
  const ran = await new Promise<{ code: number | null; out: string; err: string }>(resolve => {
    const child = execFile(process.execPath, ['scripts/demo.ts'], (_, out, err) =>
      resolve({ code: child.exitCode, out, err }),
    )
  })
  expect(ran).toMatchObject({ code: 0, err: '' })
  expect(ran.out).toContain('active     1')
  expect(ran.out.match(/Your appointment is noted/g)).toHaveLength(2)
  expect(ran.out).toMatch(/Equal: both conversations have the same \d+ events\./)
})
