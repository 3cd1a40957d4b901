import type { TranslatedArea } from '../translated.ts'

/** Words of the area `present` in Brazilian Portuguese; keys begin with its name. */
export const present: TranslatedArea<'present'> = {
  title: 'Apresentação',
  talk: 'Apresentar a conversa',
  test: 'Apresentar “{{name}}”',
  end: 'Encerrar',
  play: 'Reproduzir',
  pause: 'Pausar',
  keys: 'Espaço ou → próximo · ← voltar · P reproduzir ou pausar · Esc encerrar',
  keysToComment: 'Espaço ou → próximo · ← voltar · P reproduzir ou pausar · M comentar · Esc encerrar',
  nothing: 'Ainda não há conversa. Diga algo ao bot e depois apresente-a.',
  noTurns: 'Este teste não tem turnos para apresentar.',
}
