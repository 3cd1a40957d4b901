import { run } from '../../../src-cli/run.ts'

export type Ran = Readonly<{ code: number; out: string; err: string }>

/** Runs a command line in this process, with an environment of its own. */
export async function runParley(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Ran> {
  const out: string[] = []
  const err: string[] = []
  const code = await run(args, {
    out: line => out.push(line),
    err: line => err.push(line),
    env,
    now: Date.now,
  })
  return { code, out: out.join('\n'), err: err.join('\n') }
}
