import { expect, test } from 'vitest'
import { nearestName } from '../../../src-shared/expression/nearest-name.ts'

const KNOWN = ['NOME_CLIENTE', 'QTY', 'PRICE', 'TOTAL']

test.each([
  ['NOME_CLINTE', 'NOME_CLIENTE'],
  ['NOME CLIENTE', 'NOME_CLIENTE'],
  ['QYT', 'QTY'],
  ['price', 'PRICE'],
  ['TOTALS', 'TOTAL'],
  ['DISCOUNT', null],
  ['X', null],
  ['', null],
])('%j is nearest to %j', (written, expected) => {
  expect(nearestName(written, KNOWN)).toBe(expected)
})
