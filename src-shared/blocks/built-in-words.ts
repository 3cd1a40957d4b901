import { inLocale, type Localized } from '../document/localized.ts'

/**
 * What a bot says and listens to of itself, in the languages Parley speaks; a bot's settings replace any of it. Other
 * languages get the English ones until they are written there.
 */
export const BUILT_IN_WORDS = {
  back: { en: 'Back', pt: 'Voltar', es: 'Volver' },
  mainMenu: { en: 'Main menu', pt: 'Menu principal', es: 'Menú principal' },
  more: { en: 'More', pt: 'Mais', es: 'Más' },
  done: { en: 'Done', pt: 'Pronto', es: 'Listo' },
  skip: { en: 'Skip', pt: 'Pular', es: 'Omitir' },
  optOut: {
    en: 'You will get no more messages from us. Send START to get them again.',
    pt: 'Você não receberá mais mensagens nossas. Envie VOLTAR A RECEBER para recebê-las de novo.',
    es: 'No recibirá más mensajes nuestros. Envíe ALTA para recibirlos de nuevo.',
  },
  optIn: {
    en: 'You will get our messages again.',
    pt: 'Você voltará a receber nossas mensagens.',
    es: 'Volverá a recibir nuestros mensajes.',
  },
  handoverFailed: {
    en: 'We could not reach our team. You can go on here.',
    pt: 'Não conseguimos falar com nossa equipe. Você pode continuar por aqui.',
    es: 'No pudimos contactar a nuestro equipo. Puede seguir por aquí.',
  },
  nobodyThere: {
    en: 'Nobody from our team is available right now. You can go on here.',
    pt: 'Ninguém da nossa equipe está disponível agora. Você pode continuar por aqui.',
    es: 'Nadie de nuestro equipo está disponible ahora. Puede seguir por aquí.',
  },
} as const satisfies Record<string, Localized>

export type BuiltInWord = keyof typeof BUILT_IN_WORDS

export const BUILT_IN_LISTS = {
  optOut: { en: ['STOP', 'UNSUBSCRIBE'], pt: ['SAIR'], es: ['BAJA'] },
  optIn: { en: ['START'], pt: ['VOLTAR A RECEBER'], es: ['ALTA'] },
  agent: {
    en: ['Talk to Agent', 'Talk to a person'],
    pt: ['Falar com atendente'],
    es: ['Hablar con un agente'],
  },
  cancel: { en: ['Cancel'], pt: ['Cancelar'], es: ['Cancelar'] },
} as const satisfies Record<string, Localized<readonly string[]>>

/** A built-in word in a locale; English where it is not known. */
export function builtInWord(word: BuiltInWord, locale: string): string {
  return inLocale<string>(BUILT_IN_WORDS[word], locale, ['en']) ?? ''
}

/** A bot's own word, or the built-in one where it has none. */
export function ownOrBuiltIn(own: Localized | undefined, word: BuiltInWord): Localized {
  const isWritten = own !== undefined && Object.values(own).some(text => text.trim() !== '')
  return isWritten ? own : BUILT_IN_WORDS[word]
}
