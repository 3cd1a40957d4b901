import type { TranslatedArea } from '../translated.ts'

/** Words of the area `stage` in Spanish. */
export const stage: TranslatedArea<'stage'> = {
  who: 'Quién la encuentra',
  all: 'Todo el mundo',
  part: 'Primero una parte de las conversaciones nuevas',
  percent: 'Conversaciones nuevas, %',
  watch: 'Retirarla automáticamente cuando demasiadas conversaciones tengan un error',
  errorPercent: 'Conversaciones con error, %',
  conversations: 'Se evalúa a partir de tantas conversaciones',
  plan: 'La versión {{version}} atiende el {{percent}} % de las conversaciones nuevas; las demás siguen con la versión {{active}}.',
  planReplaces: 'Se retira la versión {{version}}, que ahora encuentra una parte.',
  watched:
    'Se retira automáticamente cuando el {{errorPercent}} % de al menos {{conversations}} conversaciones haya tenido un error.',
  unwatched: 'Solo se retira a mano.',
  title: 'La versión {{version}} atiende una parte de las conversaciones nuevas',
  share: 'Parte de las conversaciones nuevas',
  since: '{{percent}} % desde {{at}}',
  counted_one: '{{count}} conversación hasta ahora',
  counted_other: '{{count}} conversaciones hasta ahora',
  failed: '{{failed}} con error ({{percent}} %)',
  noneFailed: 'ninguna con error',
  change: 'Cambiar …',
  finish: 'Para todos …',
  takeBack: 'Retirar …',
  save: 'Guardar',
  back: {
    will: '¿Retirar la versión {{version}}? Las conversaciones nuevas vuelven a encontrar la versión {{active}}.',
    reason: 'Motivo',
    placeholder: 'Por ejemplo: la gente no encuentra el menú',
    conversations: 'Conversaciones que están en ella',
    finish: 'Dejar que lleguen a su fin',
    restart: 'Terminarlas ahora; el mensaje siguiente encuentra la versión {{active}}',
    action: 'Retirarla',
  },
  toTest: 'Poner {{version}} a prueba',
  toLive: 'Activar {{version}} …',
}
