import type { TranslatedArea } from '../translated.ts'

/** Words of the area `history` in Brazilian Portuguese; keys begin with its name. */
export const history: TranslatedArea<'history'> = {
  title: 'Histórico',
  present: 'Agora',
  beginning: 'Como estava no início',
  made: '{{who}} · {{when}}',
  undone: '{{who}} · {{when}} · desfeito',
}
