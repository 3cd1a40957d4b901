/** Words of the area `menu`, the menu of the system; & stands before the letter that opens a menu. */
export const menu = {
  file: '&File',
  edit: '&Edit',
  view: '&View',
  bot: '&Bot',
  help: '&Help',
  window: '&Window',
  recent: 'Opened last',
  noRecent: 'Nothing yet',
  export: 'Export the flow',
  align: 'Align and distribute',
  language: 'Language',
  quit: 'Quit Parley',
  fullScreen: 'Full screen',
}
