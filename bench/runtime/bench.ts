import { installPeers } from '../peers/install-peers.ts'
import { machine, type Ratio, type Report, type Row, ratio } from '../report.ts'
import { benchBot } from './bench-bot.ts'
import { handWritten, handWrittenSerialised } from './hand-written.ts'
import { IDLE_SESSIONS, measureIdleMemory } from './idle-memory.ts'
import { measurePeers, measureSubjects } from './measure.ts'
import { idleSessions, parley, parleySerialised } from './parley-subject.ts'
import { loadPeers } from './peers/load-peers.ts'
import type { Peer } from './peers/peer.ts'
import { checkSubject, type Subject } from './script.ts'
import { xstate, xstateSerialised } from './xstate-subject.ts'

const IDLE_LIMIT_BYTES = 1024

/**
 * User turns per second of the sample menu bot, against a hand-written switch (the limit) and xstate 5, each also
 * with the session serialised at every turn, and against the peers; then the memory of conversations that wait.
 */
export async function bench(): Promise<Report> {
  const load = installPeers()
  const subjects = {
    hand: handWritten(),
    handJson: handWrittenSerialised(),
    parley: parley(benchBot(10), 'Parley, 10 blocks'),
    parleyBig: parley(benchBot(10_000), 'Parley, 10,000 blocks'),
    parleyJson: parleySerialised(benchBot(10), 'Parley, serialised'),
    xstate: xstate(),
    xstateJson: xstateSerialised(),
  }
  const all = Object.values(subjects)
  for (const subject of all) checkSubject(subject)
  const speeds = await measureSubjects(all)
  const of = (subject: Subject) => speeds.get(subject) ?? Number.NaN
  const idle = measureIdleMemory(idleSessions(benchBot(10)))
  // Only now, so that a heap full of other people's code slows nothing that is measured above.
  const peers = await measurePeers(await loadPeers(load))
  return {
    name: 'runtime',
    machine: machine(),
    rows: [
      ...[...speeds, ...peers].map(turnsRow),
      { subject: 'Parley', metric: 'stored idle session', value: idle.storedBytes, unit: 'bytes' },
      {
        subject: 'Parley',
        metric: `heap of ${IDLE_SESSIONS.toLocaleString('en')} stored idle sessions`,
        value: (idle.heapBytes * IDLE_SESSIONS) / 2 ** 20,
        unit: 'MiB',
      },
    ],
    ratios: [
      ratio('Parley against xstate', of(subjects.parley) / of(subjects.xstate), 'higher', 4),
      ratio(
        'Parley against xstate, both serialised',
        of(subjects.parleyJson) / of(subjects.xstateJson),
        'higher',
        4,
      ),
      ratio(
        'Parley against the serialised limit',
        of(subjects.parleyJson) / of(subjects.handJson),
        'higher',
        0.5,
      ),
      ratio(
        'time per turn, 10,000 blocks against 10',
        of(subjects.parley) / of(subjects.parleyBig),
        'lower',
        1.15,
      ),
      ...againstPeers(of(subjects.parleyJson), peers),
      ratio('bytes of a stored idle session', idle.storedBytes, 'lower', IDLE_LIMIT_BYTES),
      ratio('heap bytes of a stored idle session', idle.heapBytes, 'lower', IDLE_LIMIT_BYTES),
    ],
  }
}

function turnsRow([{ name }, value]: readonly [Subject | Peer, number]): Row {
  return { subject: name, metric: 'user turns', value, unit: '/s' }
}

/** The harder of our modes: some peers keep sessions in memory, others store them at every turn. */
function againstPeers(parleySerialised: number, peers: ReadonlyMap<Peer, number>): readonly Ratio[] {
  if (peers.size === 0) return []
  return [
    ratio(
      'Parley, serialised, against the fastest peer',
      parleySerialised / Math.max(...peers.values()),
      'higher',
      4,
    ),
  ]
}
