import { shell } from 'electron'

const ALLOWED: ReadonlySet<string> = new Set(['http:', 'https:'])

/** Opens a web address in the system's browser; any other scheme could start a program. */
export async function openAddress(url: string): Promise<void> {
  if (ALLOWED.has(new URL(url).protocol)) await shell.openExternal(url)
}
