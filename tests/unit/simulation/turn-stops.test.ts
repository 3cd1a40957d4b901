import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compile } from '../../../src-shared/runtime/compile.ts'
import { MASK } from '../../../src-shared/runtime/events.ts'
import type { Program } from '../../../src-shared/runtime/program.ts'
import { happen, presentTime, startSimulation } from '../../../src-shared/runtime/simulation.ts'
import { simulationUntil, stopsOf, valuesAfter } from '../../../src-shared/runtime/turn-stops.ts'
import { type ArbitraryInput, arbitraryBot, arbitraryInputs } from '../runtime/arbitrary-bot.ts'

const SEEDS = [15, 20_260_415] as const

const play = (program: Program, inputs: readonly ArbitraryInput[]) =>
  inputs.reduce(
    (before, { happening, afterMs }) =>
      happen(before, program, happening, { at: presentTime(before) + afterMs }),
    startSimulation(program),
  )

describe('a turn looked at before its end (decision 0015)', () => {
  for (const seed of SEEDS)
    test(`the events alone tell every value a turn ends with; seed ${seed}`, () => {
      fc.assert(
        fc.property(arbitraryBot, arbitraryInputs, (document, inputs) => {
          const program = compile(document)
          const secret = new Set([...document.all('variable')].flatMap(v => (v.secret ? [v.name] : [])))
          const simulation = play(program, inputs)
          for (const { before, after, events } of simulation.turns) {
            const told = valuesAfter(before.values ?? {}, events)
            const kept = Object.entries(after.values ?? {})
            expect(Object.keys(told).sort()).toEqual(kept.map(([name]) => name).sort())
            for (const [name, value] of kept)
              expect([value, ...(secret.has(name) ? [MASK] : [])]).toContainEqual(told[name])
          }
        }),
        { seed, numRuns: 60 },
      )
    })

  for (const seed of SEEDS)
    test(`a stop shows a beginning of the turn, up to just before its block runs; seed ${seed}`, () => {
      fc.assert(
        fc.property(arbitraryBot, arbitraryInputs, (document, inputs) => {
          const program = compile(document)
          const simulation = play(program, inputs)
          for (const stop of stopsOf(simulation, 0)) {
            const { turns } = simulationUntil(simulation, stop)
            expect(turns.slice(0, -1)).toEqual(simulation.turns.slice(0, stop.turn))
            const whole = simulation.turns[stop.turn]?.events ?? []
            expect([...(turns.at(-1)?.events ?? []), whole[stop.events]]).toEqual(
              whole.slice(0, stop.events + 1),
            )
            expect(whole[stop.events]).toEqual({ type: 'blockEntered', block: stop.block })
          }
        }),
        { seed, numRuns: 25 },
      )
    })
})
