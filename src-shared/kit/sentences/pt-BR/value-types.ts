/** `um número`, `uma data`. */
export function umTipo(type: string): string {
  return TYPES[type] ?? type
}

const TYPES: Readonly<Record<string, string>> = {
  text: 'um texto',
  number: 'um número',
  boolean: 'sim ou não',
  date: 'uma data',
  list: 'uma lista',
}
