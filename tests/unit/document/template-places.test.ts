import { expect, test } from 'vitest'
import { missingPlaces, templatePlaces } from '../../../src-shared/document/template-places.ts'

test.each<{ bodies: Readonly<Record<string, string>>; places: number }>([
  { bodies: {}, places: 0 },
  { bodies: { en: 'News' }, places: 0 },
  { bodies: { en: 'Hi {{1}}, order {{2}}', pt: 'Oi {{1}}' }, places: 2 },
  { bodies: { en: '{{2}} {{1}} {{2}} {{name}} {{ 3 }}' }, places: 2 },
])(
  'the places of a template are the highest number of any language (KAL-04): $places',
  ({ bodies, places }) => {
    expect(templatePlaces(bodies)).toBe(places)
  },
)

test('numbers that a text leaves out are told, within the limit of 20', () => {
  expect(missingPlaces('{{1}} {{4}}')).toEqual([2, 3])
  expect(missingPlaces('{{1}} {{2}}')).toEqual([])
  expect(missingPlaces('{{999999}}')).toHaveLength(20)
})
