import type { Fault, Result } from '../src-shared/kit/result.ts'
import { type EngineConfig, readConfig } from './config.ts'
import { keysOfFolder, parseKeys, type SigningKeys } from './signing-keys.ts'
import { type RunningEngine, startEngine } from './start-engine.ts'
import { StartFault } from './start-fault.ts'

// `npm run engine`: what people read goes to standard output, the log to standard error.

async function main(): Promise<void> {
  const config = readConfig(process.env)
  if (!config.ok) return refuse(config)
  const found = findKeys(config.value)
  if (!found.ok) return refuse(found)
  const { keys, generated } = found.value
  const { publicUrl, databaseUrl, key: _, ...rest } = config.value
  try {
    const engine = await startEngine({
      ...rest,
      keys,
      databaseUrl,
      ...(publicUrl === null ? {} : { publicUrl }),
    })
    closeOnSignal(engine)
    console.log(`Parley engine listens on ${engine.url}`)
    if (generated !== null) showKey(generated, engine.url)
  } catch (error) {
    if (!(error instanceof StartFault)) throw error
    refuse(error.fault)
  }
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
