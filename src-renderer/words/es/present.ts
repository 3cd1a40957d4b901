import type { TranslatedArea } from '../translated.ts'

/** Words of the area `present` in Spanish. */
export const present: TranslatedArea<'present'> = {
  title: 'Presentación',
  talk: 'Presentar la conversación',
  test: 'Presentar “{{name}}”',
  end: 'Terminar',
  play: 'Reproducir',
  pause: 'Pausar',
  keys: 'Espacio o → siguiente · ← atrás · P reproducir o pausar · Esc terminar',
  keysToComment: 'Espacio o → siguiente · ← atrás · P reproducir o pausar · M comentar · Esc terminar',
  nothing: 'Aún no hay ninguna conversación. Dile algo al bot y luego preséntala.',
  noTurns: 'Esta prueba no tiene turnos que presentar.',
}
