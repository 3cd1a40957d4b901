import type { StoredVersion } from '../../src-shared/ipc/contract.ts'
import {
  activateVersion,
  type VersionEntry,
  type VersionList,
} from '../../src-shared/lifecycle/version-list.ts'
import { compareVersions, formatVersion, parseVersion } from '../../src-shared/lifecycle/version-number.ts'
import type { BotStatus } from '../../src-shared/publish/protocol.ts'
import type { Staging } from '../../src-shared/publish/stage-protocol.ts'
import { workingState } from './working-state.ts'

/** What is to be published: a version, or the bot as it is drawn now. */
export type Choice = Readonly<{ type: 'working' }> | Readonly<{ type: 'version'; version: string }>

type Question = Readonly<{
  versions: readonly StoredVersion[]
  choice: Choice
  activate: boolean
  /** For whom it is, where not for everybody. */
  staging?: Staging | null
  /** What the engine has: null when it does not know the bot, undefined when it was not reached. */
  onEngine: BotStatus | null | undefined
}>

/** The steps a publish takes (KAL-12, KAL-14): each as it will be shown, and left out when it is not needed. */
export type PublishPlan = Readonly<{
  /** The number that is published; of a working copy the one it will be given. */
  version: string
  saves: boolean
  publishes: boolean
  activates: Readonly<{ as: string; replaces: string | null }> | null
  /** In place of activating: some meet it beside the active version. */
  stages: Readonly<{ staging: Staging; beside: string; replaces: string | null }> | null
  /** Why there is nothing to do. */
  nothing: 'published' | 'active' | null
}>

export function publishPlan(question: Question): PublishPlan {
  const { versions, choice, activate, onEngine, staging = null } = question
  const saves = choice.type === 'working'
  const version = saves ? workingState(versions, null).next : choice.version
  const hash = saves ? null : versions.find(each => each.version === version)?.hash
  const there = onEngine?.versions.find(each => each.version === version && each.hash === hash)
  const active = onEngine?.versions.find(({ state }) => state === 'active')
  const isActive = active !== undefined && active.hash === hash
  const publishes = there === undefined
  const goesLive = activate && !isActive
  const stages =
    goesLive && active && staging ? stageBeside(onEngine, version, active.version, staging) : null
  const activates = goesLive && !stages ? activation(question, version, active?.version ?? null) : null
  const idle = !publishes && !activates && !stages
  return {
    version,
    saves,
    publishes,
    activates,
    stages,
    nothing: idle ? (isActive ? 'active' : 'published') : null,
  }
}

/** Whether some can meet it first: something else answers, on an engine that has stages. */
export function mayStage({ activates, stages }: PublishPlan, onEngine: Question['onEngine']): boolean {
  return onEngine?.stage !== undefined && (stages !== null || (activates?.replaces ?? null) !== null)
}

function stageBeside(
  onEngine: Question['onEngine'],
  version: string,
  beside: string,
  staging: Staging,
): PublishPlan['stages'] {
  const present = onEngine?.stage?.version ?? null
  return { staging, beside, replaces: present === version ? null : present }
}

/** The number it goes live under, by the rules the engine applies too (D-01). */
function activation(
  { versions, onEngine }: Question,
  version: string,
  active: string | null,
): PublishPlan['activates'] {
  const known = (onEngine?.versions ?? versions).map(entryOf)
  const number = parseVersion(version)
  const here = known.find(entry => compareVersions(entry.number, number) === 0)
  const published: VersionEntry = {
    number,
    hash: here?.hash ?? '',
    state: here?.state === 'deactivated' ? 'deactivated' : 'published',
    derivedFrom: null,
  }
  const list: VersionList = [...known.filter(entry => entry !== here), published]
  const done = activateVersion(list, number)
  return { as: done.ok ? formatVersion(done.value.entry.number) : version, replaces: active }
}

function entryOf({ version, hash, state }: Pick<StoredVersion, 'version' | 'hash' | 'state'>): VersionEntry {
  return { number: parseVersion(version), hash, state, derivedFrom: null }
}
