import type { TranslatedArea } from '../translated.ts'

/** Words of the area `menu` in Brazilian Portuguese; & stands before the letter that opens a menu. */
export const menu: TranslatedArea<'menu'> = {
  file: '&Arquivo',
  edit: '&Editar',
  view: 'E&xibir',
  bot: '&Bot',
  help: 'Aj&uda',
  window: '&Janela',
  recent: 'Abertos recentemente',
  noRecent: 'Nada ainda',
  export: 'Exportar o fluxo',
  align: 'Alinhar e distribuir',
  language: 'Idioma',
  quit: 'Sair do Parley',
  fullScreen: 'Tela cheia',
}
