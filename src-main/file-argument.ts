import { resolve } from 'node:path'

/**
 * What is to be opened among the arguments a system starts the app with, by its whole path; null when there is nothing.
 * A bot's file goes before anything else, which is opened too, and refused with its name. `app` is the app's own folder,
 * an argument where Electron is started with it.
 */
export function fileArgument(args: readonly string[], folder: string, app: string): string | null {
  const given = args.filter(arg => arg !== '' && !arg.startsWith('-')).map(arg => resolve(folder, arg))
  const others = given.filter(path => path !== resolve(app))
  return others.find(path => /\.(parley|json)$/i.test(path)) ?? others[0] ?? null
}
