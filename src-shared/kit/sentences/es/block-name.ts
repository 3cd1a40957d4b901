import { capital, type Named } from '../named.ts'

/** `“Servicios”`, `el bloque Menú`. */
export function el(block: Named): string {
  return block.title === '' ? `el bloque ${kindName(block)}` : `“${block.title}”`
}

/** The same at the beginning of a sentence. */
export function grande(block: Named): string {
  return capital(el(block))
}

/** `de “Servicios”`, `del bloque Menú`. */
export function de(block: Named): string {
  return block.title === '' ? `del bloque ${kindName(block)}` : `de “${block.title}”`
}

/** `a “Servicios”`, `al bloque Menú`. */
export function al(block: Named): string {
  return block.title === '' ? `al bloque ${kindName(block)}` : `a “${block.title}”`
}

/** `En “Servicios”`, `En el bloque Menú`. */
export function en(block: Named): string {
  return `En ${el(block)}`
}

function kindName({ kind }: Named): string {
  return KINDS[kind] ?? kind
}

const KINDS: Readonly<Record<string, string>> = {
  entry: 'Entrada',
  message: 'Mensaje',
  cards: 'Tarjetas',
  sendLocation: 'Enviar ubicación',
  sendContact: 'Enviar contacto',
  sendTemplate: 'Plantilla de mensaje',
  liveStream: 'Transmisión en vivo',
  menu: 'Menú',
  question: 'Pregunta',
  collect: 'Varios mensajes',
  choices: 'Elección múltiple',
  quiz: 'Pregunta con puntaje',
  fileInput: 'Archivo',
  askLocation: 'Ubicación',
  rating: 'Calificación',
  condition: 'Condición',
  setVariable: 'Asignar variable',
  apiCall: 'Llamada a API',
  callFlow: 'Llamar a un flujo',
  goTo: 'Ir a',
  answers: 'Preguntas y respuestas',
  intent: 'Intención',
  sentiment: 'Sentimiento',
  hours: 'Horario de atención',
  split: 'División al azar',
  language: 'Idioma',
  delay: 'Espera',
  raiseEvent: 'Emitir evento',
  handover: 'Traspaso',
  end: 'Fin',
}
