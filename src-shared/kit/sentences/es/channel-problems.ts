import type { channelProblems as english, Misfit } from '../en/channel-problems.ts'
import type { TranslatedSentences } from '../translated.ts'
import { grande } from './block-name.ts'
import { canales } from './channel-names.ts'

/** What the channels of a bot cannot show, in Spanish. */
export const channelProblems: TranslatedSentences<typeof english> = {
  'channel/misfit': ({ block, channel, parts, locale, misfit }) => {
    const where = parts.map(({ list, number }) => `${PARTS[list]} ${number}`).join(', ')
    const language = locale === null ? '' : ` (${locale})`
    return `${grande(block)} no cabe en el canal ${canales[channel]}${where && `, ${where}`}${language}: ${reason(misfit)}`
  },
  'channel/problem': ({ channel, misfit }) => `${canales[channel]}: ${reason(misfit)}`,
  'channel/degraded': ({ channel, code, reason: english }) => {
    const words = DEGRADATIONS[code]
    return words ? `${canales[channel]}: ${words}` : english
  },
}

function reason({ code, reason: english, counted }: Misfit): string {
  if (!counted) return RULES[code] ?? english
  const what = LIMITS[code]
  if (!what) return english
  const { value, max, unit, seen } = counted
  const amount = unit === 'items' ? `${value}` : `${value} ${unit === 'bytes' ? 'bytes' : 'caracteres'}`
  const reads = seen === value ? '' : ` (se lee como ${seen} caracteres)`
  return `${what}: ${amount}${reads}; caben como máximo ${max}.`
}

const PARTS = { options: 'opción', buttons: 'botón', cards: 'tarjeta', parameters: 'lugar' } as const

/** By the rules of src-shared/channels/rules.ts; a test keeps them alike. */
export const RULES: Readonly<Record<string, string>> = {
  'message/empty': 'el mensaje no dice nada; dele un texto.',
  'message/unsafe-address':
    'esto no es una dirección web ni un teléfono que se pueda abrir; escríbalo completo, empezando con https:// o +.',
  'message/unnamed-option': 'una opción no tiene nombre; dele uno.',
  'message/repeated-option': 'dos opciones tienen el mismo ID; dé uno a cada una.',
  'message/place-nowhere':
    'la ubicación no está en el globo; las latitudes van de -90 a 90, las longitudes de -180 a 180.',
  'whatsapp/template-alone':
    'una plantilla lleva solo sus parámetros, el archivo del encabezado y sus botones; envíe esta parte en otro mensaje.',
  'whatsapp/template-parameter-text':
    'un parámetro de plantilla no puede estar vacío ni tener saltos de línea, tabulaciones o más de cuatro espacios seguidos.',
  'message/repeated-label':
    'dos opciones tienen el mismo nombre y no se distinguen; se envían de otra forma.',
  'template/without-text':
    'este canal no tiene plantillas, y el mensaje no tiene texto que enviar en su lugar; dele uno.',
}

/** By the codes of src-shared/channels/degradations.ts. */
export const DEGRADATIONS: Readonly<Record<string, string>> = {
  'options-numbered':
    'las opciones no se pueden tocar: son una lista numerada, que se responde con el número.',
  'descriptions-in-text': 'los botones no tienen segunda línea: las descripciones van en el texto.',
  'links-in-text': 'aquí los enlaces no se muestran como botones: van en el texto.',
  'calls-in-text': 'aquí no hay botón que haga una llamada: el teléfono va en el texto.',
  'cards-in-text': 'las tarjetas no se muestran: son una lista en el texto.',
  'header-in-text': 'aquí no hay encabezado: es la primera línea del texto.',
  'footer-in-text': 'aquí no hay pie: es la última línea del texto.',
  'stream-as-link': 'no hay reproductor de transmisiones en vivo: la transmisión es un enlace en el texto.',
  'file-as-link': 'este tipo de archivo no se muestra: es un enlace en el texto.',
  'file-name-lost': 'se muestra el nombre de la dirección del archivo, y no el que se dio.',
  'alternative-text-lost': 'no hay lugar para el texto que describe una imagen: no se envía.',
  'location-as-link': 'una ubicación no se muestra en un mapa: es una dirección y un enlace a un mapa.',
  'contact-in-text': 'una tarjeta de contacto no se muestra: sus líneas van en el texto.',
  'location-asked-in-text':
    'aquí no hay botón que envíe la ubicación: la petición se vuelve una pregunta de texto.',
  'file-asked-in-text': 'no hay botón que envíe un archivo: la petición se vuelve una pregunta de texto.',
  'template-as-text': 'no hay plantillas registradas: el texto se envía como mensaje normal.',
  'template-text-registered': 'se muestra el texto registrado de la plantilla; el de aquí es solo para leer.',
  'template-labels-registered':
    'se muestran los nombres registrados en los botones de la plantilla; los de aquí son solo para leer.',
  'formatting-lost': 'aquí no hay negrita, cursiva ni otro formato: las palabras van sin él.',
  'links-spelled-out': 'no se puede poner un enlace tras las palabras: la dirección sigue entre paréntesis.',
}

/** By the limits of src-shared/channels/limits.ts. */
export const LIMITS: Readonly<Record<string, string>> = {
  'whatsapp/text': 'texto de un mensaje',
  'whatsapp/caption': 'texto bajo un archivo; uno más largo va después',
  'whatsapp/reply-buttons': 'botones de respuesta',
  'whatsapp/button-label': 'nombre de un botón de respuesta',
  'whatsapp/button-id': 'ID de un botón de respuesta',
  'whatsapp/button-body': 'texto sobre los botones de respuesta',
  'whatsapp/list-rows': 'filas de una lista',
  'whatsapp/row-label': 'nombre de una fila de la lista',
  'whatsapp/row-description': 'descripción de una fila de la lista',
  'whatsapp/row-id': 'ID de una fila de la lista',
  'whatsapp/list-title': 'palabra en el control de una lista',
  'whatsapp/list-body': 'texto sobre una lista',
  'whatsapp/list-body-safe': 'texto sobre una lista (fuentes más antiguas)',
  'whatsapp/header': 'encabezado sobre botones o una lista',
  'whatsapp/footer': 'pie bajo botones o una lista',
  'whatsapp/link-label': 'nombre de un botón de enlace',
  'whatsapp/link-body': 'texto sobre un botón de enlace',
  'whatsapp/location-body': 'texto que pide una ubicación',
  'whatsapp/template-name': 'nombre de una plantilla',
  'whatsapp/template-parameter': 'parámetro de una plantilla',
  'whatsapp/template-buttons': 'botones de una plantilla',
  'whatsapp/image': 'tamaño de una imagen',
  'whatsapp/video': 'tamaño de un video',
  'whatsapp/audio': 'tamaño de un audio',
  'whatsapp/document': 'tamaño de un documento',
  'messenger/text': 'texto de un mensaje',
  'messenger/quick-replies': 'respuestas rápidas',
  'messenger/quick-reply-label': 'nombre de una respuesta rápida',
  'messenger/payload': 'ID de una opción',
  'messenger/template-buttons': 'botones de una plantilla o tarjeta',
  'messenger/button-label': 'nombre de un botón',
  'messenger/button-body': 'texto sobre los botones',
  'messenger/cards': 'tarjetas',
  'messenger/card-title': 'título de una tarjeta',
  'messenger/card-subtitle': 'subtítulo de una tarjeta',
  'messenger/file': 'tamaño de un archivo',
  'instagram/text': 'texto de un mensaje',
  'instagram/quick-replies': 'respuestas rápidas',
  'instagram/quick-reply-label': 'nombre de una respuesta rápida',
  'instagram/payload': 'ID de una opción',
  'instagram/template-buttons': 'botones de una plantilla o tarjeta',
  'instagram/button-label': 'nombre de un botón',
  'instagram/button-body': 'texto sobre los botones',
  'instagram/cards': 'tarjetas',
  'instagram/card-title': 'título de una tarjeta',
  'instagram/card-subtitle': 'subtítulo de una tarjeta',
  'instagram/image': 'tamaño de una imagen',
  'sms/text': 'texto de un mensaje',
}
