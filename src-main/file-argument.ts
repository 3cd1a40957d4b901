import { resolve } from 'node:path'

/** The bot's file among the arguments a system starts the app with, by its whole path; null when there is none. */
export function fileArgument(args: readonly string[], folder: string): string | null {
  const file = args.find(arg => !arg.startsWith('-') && /\.(parley|json)$/i.test(arg))
  return file === undefined ? null : resolve(folder, file)
}
