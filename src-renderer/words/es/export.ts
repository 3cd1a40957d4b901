import type { TranslatedArea } from '../translated.ts'

/** Words of the area `export` in Spanish. */
export const exports: TranslatedArea<'export'> = {
  busy: 'Dibujando “{{name}}”…',
  done: 'Se guardó como {{file}}.',
  scaled:
    'Se guardó como {{file}}, al {{percent}} por ciento de su tamaño: no se pueden hacer imágenes más grandes.',
  comments: {
    title: 'Incorporar comentarios',
    hint: 'Los comentarios hechos en un archivo de revisión vuelven como un archivo pequeño o como un texto copiado allí.',
    choose: 'Elegir un archivo…',
    text: 'O pega el texto copiado',
    take: 'Incorporar',
    cancel: 'Cancelar',
    edit_one: 'Incorporar {{count}} comentario',
    edit_other: 'Incorporar {{count}} comentarios',
    taken_one: 'Se incorporó {{count}} comentario.',
    taken_other: 'Se incorporaron {{count}} comentarios.',
    known: 'Todos estos comentarios ya están aquí.',
    kept_one: '{{count}} se editó en ambos lugares; se conservaron las palabras de aquí.',
    kept_other: '{{count}} se editaron en ambos lugares; se conservaron las palabras de aquí.',
  },
}
