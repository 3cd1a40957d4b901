import { expect, test } from 'vitest'
import { Batches } from '../../../src-engine/channels/batches.ts'

function slow(settings: Readonly<{ most: number; atOnce: number }>) {
  const begun: (readonly number[])[] = []
  const finish: (() => void)[] = []
  const batches = new Batches<number, string>({
    ...settings,
    work(batch) {
      begun.push(batch)
      return new Promise((resolve, reject) =>
        finish.push(() => (batch.includes(13) ? reject(new Error('13')) : resolve(batch.map(String)))),
      )
    },
  })
  return { batches, begun, finish }
}

const upTo = (last: number) => Array.from({ length: last }, (_, index) => index + 1)

test('what comes together goes together, and what comes meanwhile goes next', async () => {
  const { batches, begun, finish } = slow({ most: 3, atOnce: 1 })
  const all = Promise.all(upTo(5).map(value => batches.add('line', value)))
  await expect.poll(() => begun).toEqual([[1, 2, 3]])
  const late = batches.add('line', 6)
  finish[0]?.()
  await expect
    .poll(() => begun)
    .toEqual([
      [1, 2, 3],
      [4, 5, 6],
    ])
  finish[1]?.()
  expect(await all).toEqual(['1', '2', '3', '4', '5'])
  expect(await late).toBe('6')
})

test('so many batches of a line are under way at once, and lines do not wait for each other', async () => {
  const { batches, begun, finish } = slow({ most: 1, atOnce: 2 })
  const all = upTo(3).map(value => batches.add('one', value))
  const other = batches.add('two', 9)
  await expect.poll(() => begun.flat().toSorted()).toEqual([1, 2, 9])
  for (const one of finish) one()
  await expect.poll(() => begun.flat()).toContain(3)
  for (const one of finish) one()
  expect(await Promise.all([...all, other])).toEqual(['1', '2', '3', '9'])
})

test('a batch that fails fails those in it, and no others', async () => {
  const { batches, begun, finish } = slow({ most: 2, atOnce: 1 })
  const all = [12, 13, 14].map(value => batches.add('line', value))
  const settled = Promise.allSettled(all)
  await expect.poll(() => begun.length).toBe(1)
  finish[0]?.()
  await expect.poll(() => begun.length).toBe(2)
  finish[1]?.()
  expect((await settled).map(({ status }) => status)).toEqual(['rejected', 'rejected', 'fulfilled'])
})
