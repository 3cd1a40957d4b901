import type { EngineConfig } from '../config.ts'

/** What an engine was started with, line by line, for who starts it; secrets are named and never shown. */
export function settingsInWords(config: EngineConfig): string {
  const { databaseUrl, dataFolder, account, publicUrl, proxies, logLevel, effects, key, sealKeys } = config
  const { metaUrl, twilioUrl } = config
  const lines: readonly (readonly [string, string])[] = [
    ['Data', databaseUrl === null ? `SQLite in ${dataFolder}` : `PostgreSQL, ${placeOf(databaseUrl)}`],
    ['Account', account],
    ['Public address', publicUrl ?? 'the one it listens on'],
    ['Trusted proxies', proxies.join(', ') || 'none'],
    ['Signing key', key === null ? 'of the data folder' : 'of PARLEY_ENGINE_KEY'],
    ['Seal key', sealKeys === null ? 'of the data folder' : `“${sealKeys[0].id}” of PARLEY_ENGINE_SEAL_KEY`],
    ['Secret variables', [...effects.secrets.keys()].join(', ') || 'none'],
    ['Agent desk', effects.desk === null ? 'its own, at /desk' : new URL(effects.desk.url).host],
    ['Private addresses', effects.allowPrivate ? 'bots may call them (development)' : 'refused'],
    ...(metaUrl === null ? [] : [['Meta', `${metaUrl} in place of Meta's own`] as const]),
    ...(twilioUrl === null ? [] : [['Twilio', `${twilioUrl} in place of Twilio's own`] as const]),
    ['Log', logLevel],
  ]
  const width = Math.max(...lines.map(([name]) => name.length))
  return lines.map(([name, value]) => `  ${name.padEnd(width)}  ${value}`).join('\n')
}

/** Host and name, without user and password. */
function placeOf(url: string): string {
  const { host, pathname, searchParams } = new URL(url)
  return `${searchParams.get('host') ?? host}${pathname}`
}
