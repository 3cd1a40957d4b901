import { z } from 'zod'
import { localIdSchema } from '../document/ids.ts'
import { defineKind, type Outcome } from './kind.ts'

export const MAX_SPLIT_BRANCHES = 20
export const MAX_WEIGHT = 100

const schema = z.strictObject({
  branches: z
    .array(
      z.strictObject({
        id: localIdSchema,
        name: z.string().max(80),
        weight: z.number().int().min(1, 'at least 1').max(MAX_WEIGHT, `at most ${MAX_WEIGHT}`),
      }),
    )
    .min(2, 'a split needs two branches')
    .max(MAX_SPLIT_BRANCHES, `a split holds at most ${MAX_SPLIT_BRANCHES} branches`),
})

type Data = z.infer<typeof schema>

/** Takes a branch by chance, each as often as its weight says: 3 and 1 are three of four and one of four. */
export const split = defineKind({
  name: 'split',
  family: 'decide',
  schema,
  hasInput: true,
  waits: false,
  defaults: ({ newId }): Data => ({
    branches: ['A', 'B'].map(name => ({ id: `br_${newId()}${name.toLowerCase()}`, name, weight: 1 })),
  }),
  ports: data =>
    data.branches.map(({ id, name }) => ({
      id,
      role: 'option',
      required: true,
      ...(name === '' ? {} : { label: { en: name } }),
    })),
  summary({ branches }) {
    const total = branches.reduce((sum, { weight }) => sum + weight, 0)
    const share = (weight: number) => `${Math.round((weight / total) * 100)} %`
    return branches.map(({ name, weight }) => `${name} ${share(weight)}`.trim()).join(' · ')
  },
  compile({ branches }) {
    const total = branches.reduce((sum, { weight }) => sum + weight, 0)
    let sum = 0
    const steps = branches.map(({ id, weight }) => {
      sum += weight
      return { below: sum, outcome: { go: 'port', port: id } as Outcome }
    })
    const last: Outcome = steps.at(-1)?.outcome ?? { go: 'close' }
    return {
      enter(turn) {
        const drawn = turn.random() * total
        return steps.find(({ below }) => drawn < below)?.outcome ?? last
      },
    }
  },
})
