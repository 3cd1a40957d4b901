/** Words of the area `history`; keys begin with its name. */
export const history = {
  title: 'History',
  present: 'Now',
  beginning: 'As it was at the beginning',
  made: '{{who}} · {{when}}',
  undone: '{{who}} · {{when}} · undone',
}
