import type { formulaProblems as english, Slip } from '../en/formula-problems.ts'
import type { TranslatedSentences } from '../translated.ts'
import { em } from './block-name.ts'
import { faults } from './faults.ts'
import { umTipo } from './value-types.ts'

/** Failures, and what is wrong with formulas, in Portuguese. */
export const formulaProblems: TranslatedSentences<typeof english> = {
  fault: ({ code, detail }, say) =>
    detail === null ? faults[code] : `${faults[code]} ${typeof detail === 'string' ? detail : say(detail)}`,
  'formula/in-block': ({ block, what, words, locale }, say) => {
    const where = [words && `“${words}”`, locale].filter(Boolean).join(', ')
    return `${em(block)}: ${say(what)}${where && ` (${where})`}`
  },
  'formula/unknown-variable': ({ name, near }) =>
    `Não existe a variável ${name}${near ? `; você quis dizer ${near}?` : '.'}`,
  'formula/unknown-function': ({ name, near }) =>
    `Não existe a função ${name}${near ? `; você quis dizer ${near}?` : '.'}`,
  'formula/list-order': () => 'Listas não têm ordem.',
  'formula/list-items': () => 'Uma lista contém textos e números.',
  'formula/no-date': ({ type }) => `Isto é ${umTipo(type)}, e não uma data como "2026-12-31".`,
  'formula/no-number': ({ type }) => `Isto é ${umTipo(type)}, e não um número.`,
  'formula/text-no-number': ({ text }) => `“${text}” não é um número.`,
  'formula/divide': () => 'Divida por outra coisa.',
  'formula/arguments': ({ name, least, most, signature }) => {
    const amount =
      most === null ? `pelo menos ${least}` : least === most ? `${least}` : `de ${least} a ${most}`
    return `${name} recebe ${amount} ${amount.endsWith('1') ? 'valor' : 'valores'}: ${signature}.`
  },
  'formula/nothing': () => 'Está vazia.',
  'formula/too-long': ({ max }) => `Tem mais de ${max} caracteres.`,
  'formula/ends': () => 'Termina cedo demais.',
  'formula/near': ({ seen, slip }) => `Perto de “${seen}”${slip ? `: ${SLIPS[slip]}` : '.'}`,
  'formula/unexpected': ({ written }) => `“${written}” não era esperado.`,
  'formula/equals': () => 'Para comparar, escreva == com dois sinais de igual.',
  'formula/sign': ({ written }) => INSTEAD[written] ?? `“${written}” não pode ser usado.`,
  'formula/depth': ({ max }) => `São lidos no máximo ${max} níveis.`,
  'formula/remarks': () => 'Comentários não podem ser usados.',
  'formula/gap': () => 'Uma lista tem uma lacuna.',
  'formula/brackets': () => 'Colchetes depois de um nome ou valor não podem ser usados.',
  'formula/comma': () => 'A vírgula pertence a uma função ou lista; escreva 1.5, e não 1,5.',
  'formula/name': ({ written }) => `“${written}”: nomes têm letras de A a Z, dígitos e _.`,
  'formula/plain-number': ({ written }) => `Escreva ${written} como um número decimal simples.`,
  'formula/number-large': () => 'O número é grande demais.',
  'formula/number-letter': () => 'Escreva números sem letra no final.',
  'formula/only-functions': () => 'Só as funções da lista podem ser chamadas.',
}

const SLIPS: Readonly<Record<Slip, string>> = {
  power: 'escreva (-2) ^ 2 ou -(2 ^ 2), com parênteses.',
  notEqual: 'para “diferente”, escreva !=.',
  quotes: 'ponha textos entre aspas retas: "texto".',
}

const INSTEAD: Readonly<Record<string, string>> = {
  '.': 'Um ponto depois de um nome ou valor não pode ser usado.',
  '?.': 'Um ponto depois de um nome ou valor não pode ser usado.',
  ';': 'Separe os valores com vírgula.',
  '&': 'Para juntar textos, escreva +; para “e”, escreva &&.',
  '|': 'Para “ou”, escreva ||. Uma alternativa segue um único nome: {{NOME|alternativa}}.',
  '??': 'Escreva IF(ISEMPTY(X), …, X).',
  '`': 'Ponha textos entre aspas retas: "texto".',
  '{': 'Chaves não podem ser usadas.',
  '}': 'Chaves não podem ser usadas.',
}
