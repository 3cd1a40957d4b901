import { type Language, withoutEnding, wordSet } from './language.ts'

/** Spanish, for the offline understanding. */
export const SPANISH: Language = {
  stem,
  small:
    wordSet(`a ahora ahi al algo alguien algun alguna algunas alguno algunos alla alli ante antes aquel aquella
    asi aun aunque ayudame bien buen buena buenas bueno buenos cada casi cierto con conmigo contra cosa da dar de del
    demas desde di dia dias dice digame dime dio donde e el ella ellas ellos en entre era eran eres es esa esas ese
    eso esos esta estaba estan estar estas este esto estos estoy etc favor fue fueron gracias gustaria ha haber habia
    hace hacer hacia hago han has hasta hay he hola hoy ir la las le les lo los mas me mi mis mismo mucha muchas
    mucho muchos muy ni nos nosotros nuestra nuestro o os otra otro para pero poco podeis podemos poder podria
    podrian por porfa porfavor pq pude pueda puede pueden puedes puedo pues q quiere quieren quieres quiero quisiera
    querria queria necesito necesitaba necesitamos noches qiero ques sabe saber saben sabes se sea ser si sido sin
    sobre sois solo somos son soy su sus tal tambien tan tanto tarde tardes te tenemos tener tengo ti tiene tienen
    tienes todo todos tu tus un una unas uno unos usted ustedes va vamos van vosotros voy vuestra x xfa y ya yo oye
    ok vale`),
  asking: wordSet(
    'como donde adonde cuando cuanto cuanta cuantos cuantas cual cuales quien quienes que porque',
  ),
  negating: wordSet('no nunca jamas nada ningun ninguna ninguno tampoco'),
  wanting: wordSet('quiero quisiera queria queremos necesito deseo pienso voy gustaria'),
  apostrophes: false,
}

const CLITICS = /(ar|er|ir|ando|iendo|yendo)(?:me|te|se|lo|la|le|los|las|les|nos|melo|mela|selo|sela|telo)$/
const NOUNS =
  `amiento imiento adora ador edor idor acion icion ucion sion ancia encia mente able ible idad oso osa
  ivo iva ista ismo aje ario aria`.split(/\s+/)
const VERBS =
  `ar er ir ando iendo yendo ado ada ido ida aron ieron aba aban ia ian aria eria iria arian erian irian
  are ere ire ara era ira aran eran iran aremos eremos iremos amos emos imos aste iste io an en ase ese iese`.split(
    /\s+/,
  )

/**
 * Endings as in the Spanish stemmer of Snowball (snowballstem.org, BSD), in one pass and without accents: people who
 * chat leave them out, and Snowball's own rules need them. Beyond it, stems that change their vowel under the stress
 * (devuelvo, devolver; quiero, querer) meet in the short vowel.
 */
function stem(word: string): string {
  if (word.length < 4 || !/^[a-z]+$/.test(word)) return word
  const one = singular(word.replace(CLITICS, '$1'))
  const noun = withoutEnding(one, NOUNS, 4)
  const cut = noun === one ? withoutEnding(one, VERBS, 3) : noun
  const bare = cut.length > 3 ? cut.replace(/[aeo]$/, '') : cut
  const hard = bare.length > 3 ? bare.replace(/gu$/, 'g').replace(/qu$/, 'c').replace(/i$/, '') : bare
  return hard.replace(/([^aeiouqg])ue/, '$1o').replace(/([^aeiou])ie/, '$1e')
}

function singular(word: string): string {
  if (word.endsWith('ces')) return `${word.slice(0, -3)}z`
  if (/[bcdfghjklmnpqrstvwxyz]es$/.test(word) && word.length > 5) return word.slice(0, -2)
  return word.endsWith('s') && word.length > 4 ? word.slice(0, -1) : word
}
