import type { BotDocument } from '../../src-shared/document/bot-document.ts'
import { FAULTS } from '../../src-shared/kit/faults.ts'
import type { Fault, Result } from '../../src-shared/kit/result.ts'
import { saveVersion, type VersionList } from '../../src-shared/lifecycle/version-list.ts'
import { formatVersion, parseVersion } from '../../src-shared/lifecycle/version-number.ts'
import { lint } from '../../src-shared/lint/lint.ts'
import { activationHindrances } from '../../src-shared/onboarding/activation.ts'
import { bundleOf } from '../../src-shared/publish/bundle.ts'
import type { BotStatus } from '../../src-shared/publish/protocol.ts'
import type { PublishClient } from '../../src-shared/publish/publish-client.ts'
import { uploadFiles } from '../../src-shared/publish/upload-files.ts'
import { failingTests } from '../../src-shared/testing/failing-tests.ts'
import { engineClient } from '../engine-client.ts'
import type { EngineChoice } from '../engine-options.ts'
import { EXIT, type ExitCode, exitOfEngine } from '../exit-codes.ts'
import { issueLines } from '../issue-lines.ts'
import { safe } from '../message-lines.ts'
import { readBotWithFiles } from '../read-bot.ts'
import type { Terminal } from '../terminal.ts'

/** Characters of a note. */
const MOST_NOTE = 2000

type Options = EngineChoice &
  Readonly<{
    version?: string
    activate?: boolean
    note?: string
    /** Why it is published although tests fail. */
    override?: string
  }>

/** `parley publish BOT`: checks, publishes and, if asked, activates. The number is D-02's unless one is given. */
export async function publish(path: string, options: Options, terminal: Terminal): Promise<ExitCode> {
  const client = engineClient(options, terminal)
  if (!client) return EXIT.usage
  const found = await readBotWithFiles(path)
  if (!found.ok) {
    terminal.err(found.message)
    return EXIT.file
  }
  const { document, files } = found.value
  const errors = lint(document).filter(({ severity }) => severity === 'error')
  if (errors.length > 0) {
    terminal.err('The bot has errors and was not published.')
    for (const line of issueLines(document, errors)) terminal.err(line)
    return EXIT.refused
  }
  const failed = failingTests(document)
  if (failed.length > 0 && !options.override?.trim()) {
    terminal.err('Tests fail, and the bot was not published. --override REASON publishes it all the same.')
    for (const { name } of failed) terminal.err(`  ${safe(name)}`)
    return EXIT.refused
  }
  const note = noteWith(options, failed.length)
  const uploaded = await uploadFiles(client, document, hash => {
    const bytes = files.get(hash)
    return bytes ? Buffer.from(bytes).toString('base64') : null
  })
  if (!uploaded.ok) return refuse(uploaded, terminal)
  const published = await publishVersion(client, document, { ...options, note })
  if (!published.ok) return refuse(published, terminal)
  const { version, status } = published.value
  terminal.out(`published  ${document.bot.id} ${version}`)
  if (options.activate)
    return mayActivate(document, terminal) ? activate(client, { status, version }, terminal) : EXIT.refused
  terminal.out(`active     ${status.active ?? 'none'}`)
  return EXIT.fine
}

/** The steps of the checklist keep a bot from its channels, and nothing else (requirements.md KAL-01). */
function mayActivate(document: BotDocument, terminal: Terminal): boolean {
  const open = activationHindrances(document)
  if (open.length > 0) terminal.err(FAULTS['lifecycle/steps-open'])
  for (const { code, message } of open) terminal.err(`  ${code}\n    ${message}`)
  return open.length === 0
}

/** The reason stands in the note, where everybody who looks at the version finds it. */
function noteWith({ note = '', override = '' }: Options, failed: number): string {
  if (failed === 0) return note
  return [note, `Published although ${failed} of its tests failed: ${override.trim()}`]
    .filter(Boolean)
    .join('\n')
    .slice(0, MOST_NOTE)
}

type Published = Readonly<{ version: string; status: BotStatus }>

async function publishVersion(
  client: PublishClient,
  document: BotDocument,
  { version, note = '' }: Options,
): Promise<Result<Published>> {
  const { hash, text } = bundleOf(document)
  const { id, name } = document.bot
  let number = version
  if (number === undefined) {
    const status = await client.status(id)
    if (!status.ok) return status
    number = formatVersion(saveVersion(versionsOf(status.value), hash).entry.number)
  }
  const status = await client.publish(id, number, { name, hash, bundle: text, note })
  return status.ok ? { ok: true, value: { version: number, status: status.value } } : status
}

function versionsOf(status: BotStatus | null): VersionList {
  return (status?.versions ?? []).map(({ version, hash, state, derivedFrom }) => ({
    number: parseVersion(version),
    hash,
    state,
    derivedFrom: derivedFrom === null ? null : parseVersion(derivedFrom),
  }))
}

async function activate(
  client: PublishClient,
  { status, version }: Published,
  terminal: Terminal,
): Promise<ExitCode> {
  const isActive = status.active === version
  const done = isActive
    ? ({ ok: true, value: status } as const)
    : await client.activate(status.bot, { version, expectedActive: status.active })
  if (!done.ok) return refuse(done, terminal)
  terminal.out(`active     ${done.value.active}${isActive ? ' (as before)' : ''}`)
  terminal.out(`chat       ${done.value.chatUrl}`)
  return EXIT.fine
}

function refuse({ code, message, problems }: Fault, terminal: Terminal): ExitCode {
  terminal.err(message)
  for (const problem of problems ?? [])
    terminal.err(`  ${problem.code}  ${problem.pointer ?? ''}\n    ${problem.message}`)
  return exitOfEngine(code)
}
