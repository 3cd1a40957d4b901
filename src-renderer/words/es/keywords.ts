import type { TranslatedArea } from '../translated.ts'

/** Words of the area `keywords` in Spanish. */
export const keywords: TranslatedArea<'keywords'> = {
  title: 'Palabras clave',
  none: 'Una palabra clave es lo que escribe un cliente para iniciar el bot, como “hola” o “menú”. Escriba arriba la primera.',
  noEntry: 'Las palabras clave inician una conversación en un bloque Entrada. Agregue antes uno a un flujo.',
  add: 'Nueva palabra clave',
  addPlaceholder: 'Hola, Menú, #, Quiero hablar',
  addHint: 'Enter la agrega.',
  addTo: 'empieza en',
  text: 'Palabra clave',
  match: 'Coincide cuando un mensaje',
  matches: {
    exact: 'es exactamente esto',
    startsWith: 'empieza con esto',
    containsWord: 'contiene esto',
  },
  short: {
    exact: 'exacta',
    startsWith: 'empieza con',
    containsWord: 'contiene',
  },
  locale: 'Idioma',
  anyLocale: 'cualquier idioma',
  any: 'todos',
  entry: 'Empieza en',
  remove: 'Quitar',
  needed: 'Escriba una palabra clave.',
  tooLong: 'Caben {{count}} caracteres como máximo. Acórtela.',
  asleep: 'No actúa: su entrada no empieza con palabras clave.',
  conflicts: 'Conflicto',
  reserved: 'Reservadas',
  reservedHint: 'Estas palabras actúan siempre. Cámbielas en Variables.',
  tokens: {
    ENCERRA_FLUXO: 'termina la conversación',
    MENU_PRINCIPAL: 'muestra el menú principal',
  },
  try: 'Probar un mensaje',
  tryPlaceholder: 'Lo que podría escribir un cliente',
  tried: {
    keyword: 'Coincide con “{{keyword}}”: la conversación empieza en {{entry}}.',
    endToken: 'Termina la conversación: es la palabra de ENCERRA_FLUXO.',
    mainMenuToken: 'Muestra el menú principal: es la palabra de MENU_PRINCIPAL.',
    anyMessage:
      'Ninguna palabra clave coincide; la conversación empieza en {{entry}}, que toma cualquier mensaje.',
    nothing: 'Ninguna palabra clave coincide y ninguna entrada toma cualquier mensaje: el bot no responde.',
  },
  edit: {
    add: 'Agregar la palabra clave {{name}}',
    change: 'Cambiar la palabra clave {{name}}',
    remove: 'Quitar la palabra clave {{name}}',
  },
}
