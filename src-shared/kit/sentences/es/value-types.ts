/** `un número`, `una fecha`. */
export function unTipo(type: string): string {
  return TYPES[type] ?? type
}

const TYPES: Readonly<Record<string, string>> = {
  text: 'un texto',
  number: 'un número',
  boolean: 'sí o no',
  date: 'una fecha',
  list: 'una lista',
}
