import type { EngineDb } from '../store/db.ts'
import { touchAgents } from '../store/desk-agents.ts'
import { touchSessions } from '../store/desk-sessions.ts'
import { deskView } from './desk-view.ts'
import { keepOrder } from './keep-order.ts'
import { BEAT_MS, GONE_AFTER_MS } from './presence.ts'

/** The open page of an agent. */
export type Listener = Readonly<{
  agent: string
  /** The hash of their session. */
  session: string
  /** JSON of the desk as they see it; null says only that the engine is still here. */
  send: (view: string | null) => void
  end: () => void
}>

type Host = Readonly<{ db: EngineDb; now: () => number }>

/** How soon what another process did is seen. */
const LOOK_EVERY_MS = 1000

/**
 * Tells open pages how the desk stands. What this process does is told at once; for what others do the data are looked
 * at once a second while a page is open here, which is one query for all pages. A page that is open says that its
 * agent is there.
 */
export class DeskNews {
  private readonly host: Host
  private readonly listeners = new Map<Listener, string>()
  private readonly beganAt: number
  private timer: NodeJS.Timeout | undefined
  private beatAt = 0
  private looking: Promise<void> | null = null
  private isStale = false
  private isClosed = false

  constructor(host: Host) {
    this.host = host
    this.beganAt = host.now()
  }

  /** Begins to tell a page; answers what ends it. */
  async listen(listener: Listener): Promise<() => void> {
    if (this.isClosed) {
      listener.end()
      return () => {}
    }
    this.listeners.set(listener, '')
    this.timer ??= setInterval(() => this.poke(), LOOK_EVERY_MS)
    const { db, now } = this.host
    await db.atomically(tx => touchAgents(tx, [listener.agent], now()))
    this.poke()
    return () => this.forget(listener)
  }

  /** Something has changed. */
  poke(): void {
    this.isStale = true
    this.looking ??= this.lookWhileStale().finally(() => {
      this.looking = null
    })
  }

  /** Ends the pages of a session, or of everybody. */
  end(session: string | null): void {
    for (const listener of [...this.listeners.keys()])
      if (session === null || listener.session === session) {
        this.forget(listener)
        listener.end()
      }
  }

  /** Ends all pages, and tells nobody any more. */
  close(): void {
    this.isClosed = true
    this.end(null)
  }

  /** Whether agents have had the time to come back since this process began. */
  get mayReturn(): boolean {
    return this.host.now() - this.beganAt > GONE_AFTER_MS
  }

  private forget(listener: Listener): void {
    this.listeners.delete(listener)
    if (this.listeners.size > 0) return
    clearInterval(this.timer)
    this.timer = undefined
  }

  private async lookWhileStale(): Promise<void> {
    while (this.isStale && this.listeners.size > 0) {
      this.isStale = false
      try {
        await this.beat()
        await this.look()
      } catch {
        // The data are away: pages come back by themselves, and say so meanwhile.
        this.end(null)
      }
    }
  }

  private async beat(): Promise<void> {
    const { db, now } = this.host
    const at = now()
    if (Math.abs(at - this.beatAt) < BEAT_MS) return
    this.beatAt = at
    const open = [...this.listeners.keys()]
    const alive = await db.atomically(async tx => {
      const sessions = await touchSessions(
        tx,
        open.map(({ session }) => session),
        at,
      )
      const there = open.filter(({ session }) => sessions.has(session))
      await touchAgents(
        tx,
        there.map(({ agent }) => agent),
        at,
      )
      return sessions
    })
    for (const listener of open)
      if (alive.has(listener.session)) listener.send(null)
      else this.end(listener.session)
  }

  private async look(): Promise<void> {
    const state = await keepOrder(this.host, this.mayReturn)
    for (const [listener, last] of [...this.listeners]) {
      const view = deskView(state, listener.agent, this.host.now())
      const text = JSON.stringify(view)
      if (view === null) this.end(listener.session)
      else if (text !== last && this.listeners.has(listener)) {
        this.listeners.set(listener, text)
        listener.send(text)
      }
    }
  }
}
