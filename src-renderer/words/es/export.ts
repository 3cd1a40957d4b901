import type { TranslatedArea } from '../translated.ts'

/** Words of the area `export` in Spanish. */
export const exports: TranslatedArea<'export'> = {
  busy: 'Dibujando “{{name}}”…',
  done: 'Se guardó como {{file}}.',
  scaled:
    'Se guardó como {{file}}, al {{percent}} por ciento de su tamaño: no se pueden hacer imágenes más grandes.',
}
