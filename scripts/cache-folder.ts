import { homedir } from 'node:os'
import { join } from 'node:path'

/** The per-user cache folder of the house tools: `$XDG_CACHE_HOME/parley`, or `~/.cache/parley`. */
export function cacheFolder(env: NodeJS.ProcessEnv = process.env): string {
  return join(env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'parley')
}
