import type { findings as english } from '../en/findings.ts'
import type { Named } from '../named.ts'
import type { TranslatedSentences } from '../translated.ts'
import { al, de, el, en, grande } from './block-name.ts'
import { canales } from './channel-names.ts'
import { stepName, taskStates } from './step-names.ts'
import { unTipo } from './value-types.ts'

/** What the checks say of a bot and its blocks, in Spanish. */
export const findings: TranslatedSentences<typeof english> = {
  'auth/no-secret': ({ name }) => `El acceso “${name}” no tiene secreto; sus llamadas serían rechazadas.`,
  'auth/no-token-address': ({ name }) =>
    `El acceso “${name}” necesita la dirección donde se obtienen sus tokens.`,
  'block/unreachable': ({ block }) => `Ninguna conversación llega ${al(block)}.`,
  'bot/picture': ({ fault, side, size }) =>
    ({
      wrongType: 'La imagen del bot no es PNG, JPEG ni WebP.',
      tooLarge: `La imagen del bot tiene más de ${size}.`,
      tooSmall: `La imagen del bot mide menos de ${side} por ${side} píxeles.`,
      notSquare: 'La imagen del bot no es cuadrada. Elíjala de nuevo para indicar qué parte se muestra.',
    })[fault],
  'edge/no-input': ({ block, target }) =>
    `Una conexión lleva ${de(block)} ${target ? al(target) : 'a un bloque que ya no existe'}, donde las conversaciones solo empiezan.`,
  'edge/no-port': ({ block }) => `Una conexión sale ${de(block)} por un puerto que ya no tiene.`,
  'entry/no-keyword': ({ block, wakes }) =>
    `Ninguna palabra clave de activación lleva ${al(block)}${wakes ? '.' : ', así que nada activa el bot.'}`,
  'entry/none': () => 'El bot no tiene entrada: ninguna conversación puede empezar.',
  'entry/none-in-main': ({ name }) =>
    `El flujo principal “${name}” no tiene entrada; las conversaciones empiezan solo en otros flujos.`,
  'entry/second-any-message': () => 'Dos entradas aceptan cualquier mensaje; solo se usa la primera.',
  'entry/second-call': ({ name }) =>
    `El flujo “${name}” tiene dos entradas para llamadas; solo se usa la primera.`,
  'faq/no-answer': ({ text }) => `La pregunta “${text}” no tiene respuesta.`,
  'faq/no-question': ({ text }) =>
    text === ''
      ? 'Una pregunta y su respuesta aún no están escritas.'
      : `La respuesta “${text}” no tiene pregunta, así que nadie puede pedirla.`,
  'field/empty': ({ block, field, number }) =>
    `${en(block)}, este campo está vacío: ${FIELDS[field] ?? field}${number === null ? '' : ` ${number}`}.`,
  'flow/calls-itself': ({ names }) =>
    `${calling(names)}; para empezar de nuevo, use un bloque Ir a: las llamadas solo pueden anidarse 50 veces.`,
  'flow/endless-calls': ({ names }) => `${calling(names)} en ciclo, sin esperar al cliente.`,
  'flow/endless-loop': ({ blocks, more }) =>
    `${some(blocks, more)}: esto se repite para siempre, sin esperar al cliente.`,
  'flow/loop-without-wait': ({ blocks, more }) =>
    `${some(blocks, more)}: esto puede repetirse sin esperar al cliente; tras 50 pasos se detiene la conversación.`,
  'flow/no-entry': ({ block, name }) => `${grande(block)} llama a “${name}”, que no tiene entrada.`,
  'formula/empty': ({ block }) => `${en(block)}, una fórmula está vacía.`,
  'formula/secret-told': ({ block, name }) => `${grande(block)} revela el secreto ${name} con su evento.`,
  'formula/secret-copied': ({ block, name, target }) =>
    `${en(block)}, el secreto ${name} se copia en ${target}, que no es secreta.`,
  'handover/no-pre-chat': ({ block, locales }) =>
    `${block ? `${grande(block)} traspasa` : 'La configuración traspasa'} a una persona, pero ninguna entrada previa al chat dice qué preguntar antes (${locales.join(', ')}).`,
  'intent/no-phrases': ({ name }) => `La intención “${name}” no tiene frases de ejemplo; nada la expresa.`,
  'intent/unused': ({ name }) =>
    `La intención “${name}” no lleva a ninguna parte: no tiene entrada y ningún bloque pregunta por ella.`,
  'keyword/is-global': ({ name, does }) =>
    `La palabra clave “${name}” es una palabra que ${does === 'handover' ? 'pide una persona' : 'termina todos los mensajes'} y nunca sería una palabra clave.`,
  'keyword/is-token': ({ name, token }) =>
    `La palabra clave “${name}” es la palabra de ${token} y nunca sería una palabra clave.`,
  'keyword/repeated': ({ name }) => `La palabra clave “${name}” está dos veces.`,
  'keyword/same-tokens': ({ name, other }) =>
    `${name} y ${other} tienen la misma palabra; un cliente no puede querer decir las dos.`,
  'keyword/taken': ({ name, locale }) => `“${name}” ya es una palabra clave${locale ? ` (${locale})` : ''}.`,
  'keyword/always-token': ({ name, token }) =>
    `“${name}” es la palabra de ${token} y siempre hace lo que esta dice.`,
  'lifecycle/no-name': () => 'el nombre del bot',
  'lifecycle/no-entry': () => 'un bloque de entrada',
  'lifecycle/no-rest': () => 'un fin, un menú o una pregunta a los que lleve una entrada',
  'media/no-alt': ({ name }) => `La imagen “${name}” no tiene descripción para quienes no la ven.`,
  'media/too-large': ({ name, size, channel, max }) =>
    `El archivo “${name}” tiene ${size}, y el límite en el canal ${canales[channel]} es ${max}.`,
  'media/wrong-type': ({ name, mime, channel }) =>
    `El archivo “${name}” es ${mime}, que el canal ${canales[channel]} no acepta.`,
  'menu/main-is-no-menu': ({ block }) => `${grande(block)} está marcado como menú principal y no es un menú.`,
  'menu/no-main': ({ token }) =>
    `Ningún menú está marcado como menú principal, así que “${token}” no lleva a ninguna parte.`,
  'menu/none': ({ token }) => `El bot no tiene menú, así que “${token}” no lleva a ninguna parte.`,
  'menu/number-label': ({ block, option, label, other }) =>
    `${en(block)}: la opción ${option} se llama “${label}”, pero quien escribe eso recibe la opción ${other}.`,
  'onboarding/step-open': ({ state, ...step }) => `${stepName(step)}: ${taskStates[state]}.`,
  'port/unconnected': ({ block, port, role, label }) =>
    `${en(block)}, ${label !== '' ? `la opción “${label}”` : role === 'next' ? 'el camino adelante' : role === 'option' ? 'uno de los caminos' : `“${port}”`} no lleva a ninguna parte.`,
  'reference/missing': ({ block, role }) => `${en(block)}, lo elegido ya no existe: ${ROLES[role] ?? role}.`,
  'reference/not-chosen': ({ block, role }) => `${en(block)}, falta elegir: ${ROLES[role] ?? role}.`,
  'settings/late-text': ({ channels }) =>
    `El texto para clientes callados no se envía en ${channels.join(' y ')}, donde el texto libre se rechaza tras 24 horas.`,
  'settings/never-begins': () =>
    'El bot es para mensajes de la propia empresa y no tiene una entrada con la que la empresa empiece.',
  'settings/no-external-id': () =>
    'Un bot para mensajes de la propia empresa necesita un ID externo, con el que otros sistemas lo llaman.',
  'study/not-feasible': ({ block }) =>
    `El estudio de viabilidad dice que la llamada ${de(block)} no es viable.`,
  'study/unknown': ({ block }) =>
    `Nadie ha dicho todavía si la llamada ${de(block)} es viable. Su estudio está en la lista de pasos.`,
  'template/not-approved': ({ block, name, state }) =>
    `${grande(block)} envía la plantilla ${name}, que ${TEMPLATE_STATES[state] ?? state}.`,
  'template/places': ({ block, name, given, places }) =>
    `${grande(block)} tiene ${count(given, 'valor', 'valores', 'ningún')} para la plantilla ${name}, que tiene ${count(places, 'lugar', 'lugares', 'ningún')}.`,
  'text/empty': ({ block, locale }) => `${grande(block)} tiene un texto vacío (${locale}).`,
  'text/key': ({ block }) =>
    `Un texto ${de(block)} contiene lo que parece una clave, que debe estar en una variable secreta.`,
  'text/secret': ({ block, name }) => `${grande(block)} muestra el secreto ${name} al cliente.`,
  'text/untranslated': ({ block, locales }) => `Un texto ${de(block)} falta en ${locales.join(', ')}.`,
  'variable/initial-misfit': ({ name, type }) => `El valor inicial de ${name} no es ${unTipo(type)}.`,
  'variable/predefined-missing': ({ name }) => `Falta la variable predefinida ${name}.`,
  'variable/secret-written': ({ name }) => `${name} es secreta, pero su valor inicial forma parte del bot.`,
  'variable/unused': ({ name }) => `${name} no se usa en ninguna parte.`,
  'window/free-text': ({ block, templates, nothing }) =>
    `${grande(block)} puede hablar cuando el último mensaje del cliente ya tiene 24 horas, y entonces ${[
      ...taking(templates, 'solo', 'una plantilla de mensaje'),
      ...taking(nothing, 'ya no', 'nada'),
    ].join(', y ')}.`,
  'window/template': ({ block, channels }) =>
    `${grande(block)} puede enviarse cuando el último mensaje del cliente ya tiene 24 horas, y entonces ${taking(channels, 'ya no', 'nada').join('')}.`,

  'fix/add-keywords': () => 'Agregar las palabras clave habituales',
  'fix/add-variable': ({ name }) => `Agregar ${name}`,
  'fix/mark': ({ block }) => `Marcar ${el(block)}`,
  'fix/unmark': () => 'Quitar la marca',
  'fix/remove-edge': () => 'Quitar la conexión',
  'fix/remove-keyword': () => 'Quitar la palabra clave',
  'fix/remove-initial': () => 'Quitar el valor inicial',
  'fix/mend-initial': () => 'Corregir el valor inicial',
}

const ROLES: Readonly<Record<string, string>> = {
  messageTemplate: 'plantilla de mensaje',
  template: 'plantilla de mensaje',
  auth: 'autenticación',
  media: 'archivo',
  variable: 'variable',
  flow: 'flujo',
  block: 'bloque',
  intent: 'intención',
  file: 'archivo',
}

const FIELDS: Readonly<Record<string, string>> = {
  url: 'dirección',
  target: 'dirección o número del botón',
  phone: 'teléfono',
  parameters: 'valor del lugar',
  name: 'nombre',
}

const TEMPLATE_STATES: Readonly<Record<string, string>> = {
  draft: 'aún es un borrador',
  pending: 'aún no está aprobada',
  approved: 'está aprobada',
  rejected: 'fue rechazada',
  paused: 'está en pausa',
}

function calling(names: readonly string[]): string {
  const called = names.map(name => `“${name}”`)
  return names.length === 1
    ? `El flujo ${called[0]} se llama a sí mismo`
    : `Los flujos ${called.join(', ')} se llaman unos a otros`
}

function some(blocks: readonly Named[], more: number): string {
  const names = blocks.map(grande).join(', ')
  return more > 0 ? `${names} y ${more} más` : names
}

function count(number: number, one: string, many: string, none: string): string {
  return number === 0 ? `${none} ${one}` : `${number} ${number === 1 ? one : many}`
}

function taking(channels: readonly string[], how: string, what: string): readonly string[] {
  if (channels.length === 0) return []
  return [`${channels.join(' y ')} ${how} ${channels.length > 1 ? 'aceptan' : 'acepta'} ${what}`]
}
