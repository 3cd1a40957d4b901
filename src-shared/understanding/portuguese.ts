import { type Language, withoutEnding, wordSet } from './language.ts'

/** Portuguese of both sides of the ocean, for the offline understanding. */
export const PORTUGUESE: Language = {
  stem,
  small:
    wordSet(`a agora ah ai ainda alguem algum alguma alo ante ao aos apenas aquela aquele aquilo as ate bem boa
    bom c ca com como conseguir consigo contra cara da dar das de dela dele deles demais desde deste desta disso do
    dos dia e ela elas ele eles em era eram essa esse esta estao estar estava este estes estou eu favor fazer faz
    faco fica foi for foram gostaria gente ha ia isso isto ja la lhe logo mais mas me mesmo meu meus minha minhas
    moco moca muito n na nas nela nele no nos nossa nosso num numa o obrigada obrigado oi oie oii ola olha opa os ou
    ouvir para pela pelo pode podem poderia poderiam podia por porfavor porque posso pra pras pro pros precisava
    preciso precisamos pois quer queremos queria quero q quais saber sao se seja sem ser sera seria seu seus sim so
    sobre sou sua suas ta tambem tarde noite te tem temos tenho ter teria teu teve to tou tua tudo um uma umas uns
    vai vamos vao vc vcs voce voces vou favor gentileza ajude algo alem entao pfv pf tb blz eh`),
  asking: wordSet('como onde aonde quando quanto quanta quantos quantas qual quais quem que porque pq'),
  negating: wordSet('nao nunca nem jamais nada nenhum nenhuma naum'),
  wanting: wordSet('quero queria queremos gostaria preciso desejo pretendo vou'),
  apostrophes: false,
}

const PLURALS: readonly (readonly [RegExp, string])[] = [
  [/(?:oes|aes)$/, 'ao'],
  [/ais$/, 'al'],
  [/eis$/, 'el'],
  [/ois$/, 'ol'],
  [/ns$/, 'm'],
  [/([rz])es$/, '$1'],
  [/s$/, ''],
]
const NOUNS =
  `amento imento mento adora ador edor idor acao icao ucao ancia encia mente avel ivel idade oso osa
  ivo iva ista ismo agem ario aria`.split(/\s+/)
const VERBS =
  `ar er ir ando endo indo ado ada ido ida ei ou eu iu i ava avam aram eram iram asse esse isse assem
  essem aria eria iria ariam eriam iriam ara arao erao irao arei erei irei amos emos imos aremos eremos iremos am
  em aste este iste arem erem irem`.split(/\s+/)

/**
 * Endings as in the Portuguese stemmer of Snowball (snowballstem.org, BSD), in one pass and without accents: people
 * who chat leave them out, and Snowball's own rules need them.
 */
function stem(word: string): string {
  if (word.length < 4 || !/^[a-z]+$/.test(word)) return word
  const one = singular(word)
  const noun = withoutEnding(one, NOUNS, 4)
  const cut = noun === one ? withoutEnding(one, VERBS, 3) : noun
  const bare = cut.length > 3 ? cut.replace(/[aeo]$/, '') : cut
  return bare.length > 3 ? bare.replace(/gu$/, 'g').replace(/qu$/, 'c') : bare
}

function singular(word: string): string {
  for (const [plural, one] of PLURALS)
    if (plural.test(word)) {
      const made = word.replace(plural, one)
      return made.length >= 3 ? made : word
    }
  return word
}
