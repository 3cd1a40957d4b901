import { isStagedFor } from '../../../src-shared/lifecycle/environments.ts'

type State = 'published' | 'active' | 'deactivated'
type Version = { major: number; minor: number; content: number; state: State }

/** What a request is answered: `ok`, or the code of its problem. */
export type Verdict = string

/**
 * What requirements.md KAL-12…KAL-18 and D-01…D-03 say of one bot, written once more and as simply as it can be. It
 * shares nothing with the engine but who is in a percentage. Contents are numbers.
 */
export class LifecycleModel {
  readonly versions: Version[] = []
  draft: string | null = null
  test: string | null = null
  staged: { version: string; percent: number } | null = null
  /** The content that open conversations are on, by contact. */
  readonly open = new Map<string, number>()
  /** Changes that an audit log has to tell of. */
  changes = 0
  private readonly hashOf: (content: number) => string

  constructor(hashOf: (content: number) => string) {
    this.hashOf = hashOf
  }

  get active(): string | null {
    const version = this.versions.find(({ state }) => state === 'active')
    return version ? nameOf(version) : null
  }

  get names(): readonly string[] {
    return this.versions.map(nameOf)
  }

  /** Versions that would tell something when some meet them beside the active one. */
  get stageable(): readonly string[] {
    const content = this.find(this.active ?? '')?.content
    return this.versions.filter(version => version.content !== content).map(nameOf)
  }

  /** The number that saving changed content would give it. */
  get nextSaved(): string {
    const newest = this.newest()
    return newest ? `${newest.major}.${newest.minor + 1}` : '0.1'
  }

  publish(name: string, content: number): Verdict {
    const known = this.find(name)
    if (known && known.content !== content) return 'engine/version-taken'
    if (!known) {
      const [major = 0, minor = 0] = name.split('.').map(Number)
      this.versions.push({ major, minor, content, state: 'published' })
      this.changes += 1
    }
    this.draft = name
    return 'ok'
  }

  activate(name: string, expected: string | null): Verdict {
    if (expected !== this.active) return 'engine/version-conflict'
    const chosen = this.find(name)
    if (!chosen) return 'lifecycle/not-published'
    if (chosen.state === 'active') return 'lifecycle/not-allowed'
    const lastMajor = this.newest()?.major ?? 0
    for (const version of this.versions) if (version.state === 'active') version.state = 'deactivated'
    if (chosen.minor === 0 && chosen.major === lastMajor) chosen.state = 'active'
    else this.versions.push({ ...chosen, major: lastMajor + 1, minor: 0, state: 'active' })
    this.staged = null
    this.changes += 1
    return 'ok'
  }

  deactivate(): Verdict {
    const active = this.versions.find(({ state }) => state === 'active')
    if (!active) return 'lifecycle/not-allowed'
    active.state = 'deactivated'
    this.staged = null
    this.changes += 1
    return 'ok'
  }

  stage(name: string, percent: number, expected: { active: string; staged: string | null }): Verdict {
    const active = this.find(this.active ?? '')
    if (!active) return 'lifecycle/not-allowed'
    if (expected.active !== nameOf(active) || expected.staged !== (this.staged?.version ?? null))
      return 'engine/version-conflict'
    const chosen = this.find(name)
    if (!chosen) return 'lifecycle/not-published'
    if (chosen.state === 'active' || chosen.content === active.content) return 'lifecycle/not-allowed'
    this.staged = { version: name, percent }
    this.changes += 1
    return 'ok'
  }

  rollBack(expected: string): Verdict {
    if (!this.staged) return 'lifecycle/not-allowed'
    if (this.staged.version !== expected) return 'engine/version-conflict'
    this.staged = null
    this.changes += 1
    return 'ok'
  }

  promoteToTest(name: string, expected: string | null): Verdict {
    if (name !== this.draft || expected !== this.test) return 'engine/version-conflict'
    this.test = name
    this.changes += 1
    return 'ok'
  }

  promoteToLive(name: string, expected: string | null): Verdict {
    if (this.test === null) return 'lifecycle/not-allowed'
    return name === this.test ? this.activate(name, expected) : 'engine/version-conflict'
  }

  /** The content that answers a message; null for nobody. `isEnd`: the message closes the conversation. */
  say(contact: string, isEnd: boolean): number | null {
    const content = this.open.get(contact) ?? this.answering(contact)
    if (content === null || isEnd) this.open.delete(contact)
    else this.open.set(contact, content)
    return content
  }

  /** How the engine should say it is. */
  status() {
    const versions = [...this.versions].sort((a, b) => a.major - b.major || a.minor - b.minor)
    return {
      active: this.active,
      versions: versions.map(version => ({ version: nameOf(version), state: version.state })),
      environments: { draft: this.draft, test: this.test, live: this.active },
      staged: this.staged,
    }
  }

  private answering(contact: string): number | null {
    const [environment] = contact.split(':')
    const name = environment === 'draft' ? this.draft : environment === 'test' ? this.test : this.active
    const staged = environment === contact && this.staged ? this.find(this.staged.version) : undefined
    if (staged && isStagedFor(contact, this.hashOf(staged.content), this.staged?.percent ?? 0))
      return staged.content
    return this.find(name ?? '')?.content ?? null
  }

  private newest(): Version | undefined {
    return [...this.versions].sort((a, b) => b.major - a.major || b.minor - a.minor)[0]
  }

  private find(name: string): Version | undefined {
    return this.versions.find(version => nameOf(version) === name)
  }
}

function nameOf({ major, minor }: Version): string {
  return minor === 0 ? `${major}` : `${major}.${minor}`
}
