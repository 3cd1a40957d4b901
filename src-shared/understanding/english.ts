import { type Language, withoutEnding, wordSet } from './language.ts'

/** English, for the offline understanding. */
export const ENGLISH: Language = {
  stem,
  small:
    wordSet(`a about above after again all also am an and any anybody anyone anything are as at be because been
    before being between both but by can could couldnt d did didn do does doing done each every for from further get
    getting give go going got had has have having he hed hello her here heres hers hey hi him his i id if ill im in
    into is it its ive just kindly know let lets like ll looking may maybe me might more most must my need needs of
    ok okay on once one only or other ought our ours out over own please re s same say she should so some somebody
    someone something such take takes taking tell than thank thanks that thats the their theirs them then there theres these they
    theyre this those through to too u under until up ur us very wanna want wanted wants was we well were weve will
    wish with would yes yet you youd youll your youre yours able cant cannot wont`),
  asking: wordSet(
    `what whats when whens where wheres which who whos whom whose why how hows much many long often`,
  ),
  negating:
    wordSet(`no not never dont doesnt didnt isnt arent wasnt werent havent hasnt hadnt wouldnt shouldnt
    without none nothing aint`),
  wanting: wordSet('want wanted need like wish planning going'),
  apostrophes: true,
}

const IRREGULAR: ReadonlyMap<string, string> = new Map(
  `bought buy paid pay sent send lost lose forgot forget forgotten forget broke break broken break came come
   arrived arrive arrival arrive took take made make spoke speak spoken speak said say found find chose choose
   chosen choose costs cost held hold kept keep left leave saw see seen see sold sell stolen steal told tell`
    .split(/\s+/)
    .flatMap((word, index, all) => (index % 2 === 0 ? [[word, all[index + 1] ?? word] as const] : [])),
)

const DERIVED = [
  'ations',
  'ation',
  'ments',
  'ment',
  'ness',
  'able',
  'ible',
  'ally',
  'ly',
  'ing',
  'ings',
  'ed',
]
const SHORT_DERIVED = ['ments', 'ment', 'ing', 'ings', 'ed']
const VOWEL = /[aeiouy]/

/**
 * A lighter cut than Porter's "An algorithm for suffix stripping" (1980), whose steps 1a to 1c, 4 and 5 it follows:
 * plurals, -ed and -ing, the commonest derivations, then doubled letters and final e and y.
 */
function stem(word: string): string {
  const regular = IRREGULAR.get(word)
  if (regular !== undefined) return stem(regular)
  if (word.length < 4 || !/^[a-z]+$/.test(word)) return word
  const single = singular(word)
  const long = withoutEnding(single, DERIVED, 4)
  const cut = long === single ? withoutEnding(single, SHORT_DERIVED, 3) : long
  return finish(VOWEL.test(cut) ? cut : single)
}

function singular(word: string): string {
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`
  if (/(?:ss|x|ch|sh|zz)es$/.test(word)) return word.slice(0, -2)
  return /[^su]s$/.test(word) && !word.endsWith('is') ? word.slice(0, -1) : word
}

function finish(cut: string): string {
  const single = /([bcdfgklmnprstz])\1$/.test(cut) ? cut.slice(0, -1) : cut
  if (single.endsWith('ion') && single.length > 5) return single.slice(0, -3)
  if (single.endsWith('e') && single.length > 3) return single.slice(0, -1)
  if (single.endsWith('y') && single.length > 5) return single.slice(0, -1)
  return single
}
