import { type Fault, fault, type Result } from '../src-shared/kit/result.ts'
import { BACKUP_USAGE, backupCommand } from './backup/backup-command.ts'
import { type EngineConfig, readConfig } from './config.ts'
import { KEYS_USAGE, keysCommand } from './keys/keys-command.ts'
import { openKeys } from './keys/open-keys.ts'
import { settingsInWords } from './operations/settings-in-words.ts'
import { keysOfFolder, parseKeys, type SigningKeys } from './signing-keys.ts'
import { type RunningEngine, startEngine } from './start-engine.ts'
import { StartFault } from './start-fault.ts'

// `npm run engine`, and `npm run engine -- keys …`: what people read goes to standard output, the log to standard error.

async function main(): Promise<void> {
  const config = readConfig(process.env)
  if (!config.ok) return refuse(config)
  const found = findKeys(config.value)
  if (!found.ok) return refuse(found)
  const { keys, generated } = found.value
  const [command, ...args] = process.argv.slice(2)
  if (command !== undefined) return runCommand(command, args, config.value, keys)
  const { publicUrl, databaseUrl, key: _, ...rest } = config.value
  try {
    const engine = await startEngine({
      ...rest,
      keys,
      databaseUrl,
      ...(publicUrl === null ? {} : { publicUrl }),
    })
    closeOnSignal(engine)
    console.log(settingsInWords(config.value))
    console.log(`Parley engine listens on ${engine.url}`)
    if (generated !== null) showKey(generated, engine.url)
  } catch (error) {
    if (!(error instanceof StartFault)) throw error
    refuse(error.fault)
  }
}

async function runCommand(
  command: string,
  args: readonly string[],
  config: EngineConfig,
  keys: SigningKeys,
): Promise<void> {
  if (['backup', 'restore', 'drill'].includes(command))
    return show(await backupCommand(command, args, { config, keys }))
  if (command !== 'keys')
    return refuse(fault('request/invalid', `There is no “${command}”. ${KEYS_USAGE}\n${BACKUP_USAGE}`))
  const opened = await openKeys(config, keys)
  if (!opened.ok) return refuse(opened)
  const said = await keysCommand(opened.value.admin, args)
  await opened.value.close()
  show(said)
}

function show(said: Result<string>): void {
  if (said.ok) console.log(said.value)
  else refuse(said)
}

function findKeys({
  key,
  dataFolder,
}: EngineConfig): Result<{ keys: SigningKeys; generated: string | null }> {
  if (key === null) return keysOfFolder(dataFolder)
  const keys = parseKeys(key)
  return keys.ok ? { ok: true, value: { keys: keys.value, generated: null } } : keys
}

function showKey(key: string, url: string): void {
  const [id, secret] = key.split(':')
  console.log(`
A key was made for this engine. It is shown this once; a copy is in the data folder.
Enter it in Parley under Publish, Engines:
  Address   ${url}
  Key name  ${id}
  Key       ${secret}`)
}

/** Requests under way are finished; a second signal does not wait for them. */
function closeOnSignal(engine: RunningEngine): void {
  let asked = false
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.on(signal, () => {
      if (asked) process.exit(1)
      asked = true
      void engine.close()
    })
}

function refuse({ message }: Fault): void {
  console.error(message)
  process.exitCode = 1
}

await main()
