import { resolve } from 'node:path'
import { fileArgument } from './file-argument.ts'

/** A picture of the window to be taken instead of working with it. */
export type Shot = Readonly<{ file: string; width: number; height: number }>

/** What the app is told when it is started. */
export type CommandLine = Readonly<{
  /** The folder of the library; null for the system's usual one. */
  userData: string | null
  shot: Shot | null
  theme: 'light' | 'dark' | null
  passphrase: string | null
  /** A bot's file to begin with. */
  file: string | null
}>

const DEFAULT_SIZE = { width: 1280, height: 800 }

/**
 * Reads `--user-data=DIR` (or PARLEY_USER_DATA), `--shot=FILE`, `--size=1280x800`, `--theme=dark`, and
 * PARLEY_VAULT_PASSPHRASE; other switches are Chromium's. `app` is the app's own folder.
 */
export function readCommandLine(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
  app: string,
): CommandLine {
  const value = (name: string) =>
    args.find(arg => arg.startsWith(`--${name}=`))?.slice(name.length + 3) || null
  const folder = value('user-data') ?? (env.PARLEY_USER_DATA || null)
  const file = value('shot')
  const theme = value('theme')
  return {
    userData: folder && resolve(folder),
    shot: file === null ? null : { file: resolve(file), ...readSize(value('size')) },
    theme: theme === 'light' || theme === 'dark' ? theme : null,
    file: fileArgument(args, '.', app),
    passphrase: env.PARLEY_VAULT_PASSPHRASE || null,
  }
}

function readSize(text: string | null): { width: number; height: number } {
  const match = /^(\d{3,4})x(\d{3,4})$/.exec(text ?? '')
  return match ? { width: Number(match[1]), height: Number(match[2]) } : DEFAULT_SIZE
}
