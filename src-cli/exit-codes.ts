import type { FaultCode } from '../src-shared/kit/faults.ts'

/** How every command ends; the same table is in `parley --help` and docs/cli.md. */
export const EXIT = { fine: 0, refused: 1, usage: 2, file: 3, engine: 4 } as const

export type ExitCode = (typeof EXIT)[keyof typeof EXIT]

export const EXIT_CODES_HELP = `
Exit codes:
  0  fine
  1  the bot has errors, the conversation did not run, a test failed, a path is as it should not be,
     versions conflict, or the engine refused
  2  wrong usage
  3  a file cannot be read or written, or is not a bot
  4  the engine cannot be reached, or what answers is not a Parley engine`

const NO_ENGINE: readonly FaultCode[] = ['engine/unreachable', 'engine/timeout', 'engine/bad-answer']

/** The exit code of what an engine, or the way to it, said. */
export function exitOfEngine(code: FaultCode): ExitCode {
  return NO_ENGINE.includes(code) ? EXIT.engine : EXIT.refused
}
