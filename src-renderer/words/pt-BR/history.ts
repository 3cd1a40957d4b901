/** Words of the area `history` in Brazilian Portuguese; keys begin with its name. */
export const history = {
  title: 'Histórico',
  present: 'Agora',
  beginning: 'Como estava no início',
  made: '{{who}} · {{when}}',
  undone: '{{who}} · {{when}} · desfeito',
}
