import { machine, median, type Report, type Row, ratio } from '../report.ts'
import { benchBot } from './bench-bot.ts'
import { handWritten, handWrittenSerialised } from './hand-written.ts'
import { parley, parleySerialised } from './parley-subject.ts'
import { checkSubject, INPUT_IDS, SCRIPT, type Subject } from './script.ts'
import { xstate, xstateSerialised } from './xstate-subject.ts'

const WARM_UP_MS = 700
const SLICE_MS = 400
const ROUNDS = 7

/**
 * User turns per second of the sample menu bot, against a hand-written switch (the limit) and xstate 5, each also
 * with the session serialised at every turn. Rounds are interleaved, so that a slow moment hits all subjects alike.
 */
export async function bench(): Promise<Report> {
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
  const speeds = measure(all)
  const of = (subject: Subject) => speeds.get(subject) ?? Number.NaN
  const rows: Row[] = all.map(subject => ({
    subject: subject.name,
    metric: 'user turns',
    value: of(subject),
    unit: '/s',
  }))
  return {
    name: 'runtime',
    machine: machine(),
    rows,
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
    ],
  }
}

function measure(subjects: readonly Subject[]): Map<Subject, number> {
  const samples = new Map(subjects.map(subject => [subject, [] as number[]]))
  for (const subject of subjects) turnsPerSecond(subject, WARM_UP_MS)
  for (let round = 0; round < ROUNDS; round += 1)
    for (const subject of subjects) samples.get(subject)?.push(turnsPerSecond(subject, SLICE_MS))
  return new Map([...samples].map(([subject, values]) => [subject, median(values)]))
}

const CONVERSATIONS_PER_LOOK = 200

function turnsPerSecond(subject: Subject, forMs: number): number {
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
