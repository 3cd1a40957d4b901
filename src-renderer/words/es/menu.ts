import type { TranslatedArea } from '../translated.ts'

/** Words of the area `menu`, the menu of the system, in Spanish; & stands before the letter that opens a menu. */
export const menu: TranslatedArea<'menu'> = {
  file: '&Archivo',
  edit: '&Editar',
  view: '&Ver',
  bot: '&Bot',
  help: 'A&yuda',
  window: 'Ve&ntana',
  recent: 'Abiertos recientemente',
  noRecent: 'Nada todavía',
  export: 'Exportar el flujo',
  align: 'Alinear y distribuir',
  language: 'Idioma',
  quit: 'Salir de Parley',
  fullScreen: 'Pantalla completa',
}
