import type { formulaProblems as english, Slip } from '../en/formula-problems.ts'
import type { TranslatedSentences } from '../translated.ts'
import { en } from './block-name.ts'
import { faults } from './faults.ts'
import { unTipo } from './value-types.ts'

/** Failures, and what is wrong with formulas, in Spanish. */
export const formulaProblems: TranslatedSentences<typeof english> = {
  fault: ({ code, detail }, say) =>
    detail === null ? faults[code] : `${faults[code]} ${typeof detail === 'string' ? detail : say(detail)}`,
  'formula/in-block': ({ block, what, words, locale }, say) => {
    const where = [words && `“${words}”`, locale].filter(Boolean).join(', ')
    return `${en(block)}: ${say(what)}${where && ` (${where})`}`
  },
  'formula/unknown-variable': ({ name, near }) =>
    `No existe la variable ${name}${near ? `; ¿quiso decir ${near}?` : '.'}`,
  'formula/unknown-function': ({ name, near }) =>
    `No existe la función ${name}${near ? `; ¿quiso decir ${near}?` : '.'}`,
  'formula/list-order': () => 'Las listas no tienen orden.',
  'formula/list-items': () => 'Una lista contiene textos y números.',
  'formula/no-date': ({ type }) => `Esto es ${unTipo(type)}, y no una fecha como "2026-12-31".`,
  'formula/no-number': ({ type }) => `Esto es ${unTipo(type)}, y no un número.`,
  'formula/text-no-number': ({ text }) => `“${text}” no es un número.`,
  'formula/divide': () => 'Divida por otra cosa.',
  'formula/arguments': ({ name, least, most, signature }) => {
    const amount = most === null ? `al menos ${least}` : least === most ? `${least}` : `de ${least} a ${most}`
    return `${name} recibe ${amount} ${amount.endsWith('1') ? 'valor' : 'valores'}: ${signature}.`
  },
  'formula/nothing': () => 'Está vacía.',
  'formula/too-long': ({ max }) => `Tiene más de ${max} caracteres.`,
  'formula/ends': () => 'Termina demasiado pronto.',
  'formula/near': ({ seen, slip }) => `Cerca de “${seen}”${slip ? `: ${SLIPS[slip]}` : '.'}`,
  'formula/unexpected': ({ written }) => `No se esperaba “${written}”.`,
  'formula/equals': () => 'Para comparar, escriba == con dos signos de igual.',
  'formula/sign': ({ written }) => INSTEAD[written] ?? `“${written}” no se puede usar.`,
  'formula/depth': ({ max }) => `Se leen como máximo ${max} niveles.`,
  'formula/remarks': () => 'No se pueden usar comentarios.',
  'formula/gap': () => 'Una lista tiene un hueco.',
  'formula/brackets': () => 'No se pueden usar corchetes después de un nombre o valor.',
  'formula/comma': () => 'La coma pertenece a una función o una lista; escriba 1.5, no 1,5.',
  'formula/name': ({ written }) => `“${written}”: los nombres tienen letras de la A a la Z, dígitos y _.`,
  'formula/plain-number': ({ written }) => `Escriba ${written} como un número decimal simple.`,
  'formula/number-large': () => 'El número es demasiado grande.',
  'formula/number-letter': () => 'Escriba los números sin letra al final.',
  'formula/only-functions': () => 'Solo se pueden llamar las funciones de la lista.',
}

const SLIPS: Readonly<Record<Slip, string>> = {
  power: 'escriba (-2) ^ 2 o -(2 ^ 2), con paréntesis.',
  notEqual: 'para “distinto”, escriba !=.',
  quotes: 'ponga los textos entre comillas rectas: "texto".',
}

const INSTEAD: Readonly<Record<string, string>> = {
  '.': 'No se puede usar un punto después de un nombre o valor.',
  '?.': 'No se puede usar un punto después de un nombre o valor.',
  ';': 'Separe los valores con una coma.',
  '&': 'Para unir textos, escriba +; para “y”, escriba &&.',
  '|': 'Para “o”, escriba ||. Una alternativa sigue a un solo nombre: {{NOMBRE|alternativa}}.',
  '??': 'Escriba IF(ISEMPTY(X), …, X).',
  '`': 'Ponga los textos entre comillas rectas: "texto".',
  '{': 'No se pueden usar llaves.',
  '}': 'No se pueden usar llaves.',
}
