import type { TranslatedArea } from '../translated.ts'

/** Words of the area `media` in Spanish. */
export const media: TranslatedArea<'media'> = {
  title: 'Multimedia',
  one: 'Archivo',
  add: 'Agregar archivos',
  addOne: 'Agregar un archivo…',
  drop: 'Archivos de este bot. Para agregar otros, arrástrelos o péguelos aquí.',
  none: 'Imágenes, videos, audios y documentos que envía su bot. Arrástrelos aquí, péguelos o elíjalos.',
  filter: 'Buscar un archivo',
  nothing: 'Nada coincide con “{{filter}}”.',
  taking: 'Agregando los archivos…',
  refused: '{{name}}: {{why}}',
  tooLarge:
    'Pesa {{size}}; se aceptan {{most}} como máximo. Redúzcalo, o póngalo en un servidor web y use su dirección.',
  unreadable: 'No se pudo leer.',
  known_one: '{{count}} archivo ya estaba aquí y no se guarda dos veces.',
  known_other: '{{count}} archivos ya estaban aquí y no se guardan dos veces.',
  hasError: 'Un canal no lo acepta',
  gone: 'El contenido de este archivo no está en esta biblioteca. Agregue el archivo otra vez.',
  goneShort: 'Archivo eliminado',
  preview: 'Vista previa de {{name}}',
  name: 'Nombre',
  alt: 'Descripción',
  altHint: 'Se lee a las personas que no pueden verlo, si el bloque no tiene una descripción propia.',
  channels: 'En los canales',
  fit: {
    shown: '{{channel}} lo muestra.',
    link: '{{channel}} recibe un enlace a él.',
    tooLarge: '{{channel}} acepta {{most}} como máximo.',
    wrongType: '{{channel}} no acepta archivos de este tipo.',
  },
  delete: 'Eliminar',
  deleted: 'Se eliminó “{{name}}”. Puede deshacerlo.',
  deletedUsed_one: 'Se eliminó “{{name}}”. {{count}} lugar que lo mostraba quedó vacío. Puede deshacerlo.',
  deletedUsed_other:
    'Se eliminó “{{name}}”. {{count}} lugares que lo mostraban quedaron vacíos. Puede deshacerlo.',
  orFile: 'O un archivo de este bot',
  choose: 'Elija o agregue un archivo',
  edit: {
    add_one: 'Agregar {{count}} archivo',
    add_other: 'Agregar {{count}} archivos',
    change: 'Cambiar {{name}}',
    delete: 'Eliminar {{name}}',
  },
}
