import type { TranslatedArea } from '../translated.ts'

/** Words of the area `history` in Spanish. */
export const history: TranslatedArea<'history'> = {
  title: 'Historial',
  present: 'Ahora',
  beginning: 'Como estaba al principio',
  made: '{{who}} · {{when}}',
  undone: '{{who}} · {{when}} · deshecho',
}
