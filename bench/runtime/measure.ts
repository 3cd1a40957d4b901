import { median } from '../report.ts'
import type { Peer } from './peers/peer.ts'
import { INPUT_IDS, SCRIPT, type Subject } from './script.ts'

const WARM_UP_MS = 700
const SLICE_MS = 400
const ROUNDS = 7

/** User turns per second of each. Rounds are interleaved, so that a slow moment hits all subjects alike. */
export function measureSubjects(subjects: readonly Subject[]): Promise<Map<Subject, number>> {
  return measure(subjects, subjectTurns)
}

/** The same for what may answer later; the cost of awaiting is nothing beside a turn of any of them. */
export function measurePeers(peers: readonly Peer[]): Promise<Map<Peer, number>> {
  return measure(peers, peerTurns)
}

type Rate<T> = (subject: T, forMs: number) => number | Promise<number>

async function measure<T>(subjects: readonly T[], turnsPerSecond: Rate<T>): Promise<Map<T, number>> {
  const samples = new Map(subjects.map(subject => [subject, [] as number[]]))
  for (const subject of subjects) await turnsPerSecond(subject, WARM_UP_MS)
  for (let round = 0; round < ROUNDS; round += 1)
    for (const subject of subjects) samples.get(subject)?.push(await turnsPerSecond(subject, SLICE_MS))
  return new Map([...samples].map(([subject, values]) => [subject, median(values)]))
}

const CONVERSATIONS_PER_LOOK = 200

function subjectTurns(subject: Subject, forMs: number): number {
  const begin = performance.now()
  let turns = 0
  let elapsed = 0
  while (elapsed < forMs) {
    for (let i = 0; i < CONVERSATIONS_PER_LOOK; i += 1) {
      const answer = subject.begin()
      for (let turn = 0; turn < SCRIPT.length; turn += 1)
        answer(SCRIPT[turn] as string, INPUT_IDS[turn] as string)
    }
    turns += CONVERSATIONS_PER_LOOK * SCRIPT.length
    elapsed = performance.now() - begin
  }
  return (turns / elapsed) * 1000
}

/** A look at the clock after each conversation: the slowest peer needs milliseconds for one. */
async function peerTurns(peer: Peer, forMs: number): Promise<number> {
  const begin = performance.now()
  let turns = 0
  let elapsed = 0
  while (elapsed < forMs) {
    const answer = peer.begin()
    for (const text of SCRIPT) await answer(text)
    turns += SCRIPT.length
    elapsed = performance.now() - begin
  }
  return (turns / elapsed) * 1000
}
