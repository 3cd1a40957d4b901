import { BASE_WORDS, knownLanguage } from './base-words.js'

/** @typedef {typeof WORDS.en} Words */

/** What the page itself says; the bot's words are the bot's. */
const WORDS = {
  en: {
    ...BASE_WORDS.en,
    placeholder: 'Write a message',
    options: 'Options',
    you: 'You:',
    says: '{name}:',
    sendLocation: 'Send my location',
    locating: 'Finding out where you are…',
    noLocation: 'Your browser does not tell where you are. You can write it instead.',
    fileTooEarly: 'Write a message first, then send the file.',
    fileFailed: '{file} could not be sent. Please try again.',
    close: 'Close the chat',
    busy: 'That was a little fast. Sending again in a moment…',
    asleep: '{name} is not answering at the moment. What you write is kept, but there will be no reply now.',
  },
  pt: {
    ...BASE_WORDS.pt,
    placeholder: 'Escreva uma mensagem',
    options: 'Opções',
    you: 'Você:',
    says: '{name}:',
    sendLocation: 'Enviar minha localização',
    locating: 'Descobrindo onde você está…',
    noLocation: 'Seu navegador não informa onde você está. Você pode escrever o endereço.',
    fileTooEarly: 'Escreva uma mensagem primeiro, depois envie o arquivo.',
    fileFailed: 'Não foi possível enviar {file}. Tente de novo.',
    close: 'Fechar a conversa',
    busy: 'Foi um pouco rápido. Enviando de novo em instantes…',
    asleep:
      '{name} não está respondendo no momento. O que você escrever fica guardado, mas não haverá resposta agora.',
  },
  es: {
    ...BASE_WORDS.es,
    placeholder: 'Escribe un mensaje',
    options: 'Opciones',
    you: 'Tú:',
    says: '{name}:',
    sendLocation: 'Enviar mi ubicación',
    locating: 'Averiguando dónde estás…',
    noLocation: 'Tu navegador no dice dónde estás. Puedes escribir la dirección.',
    fileTooEarly: 'Escribe primero un mensaje y envía después el archivo.',
    fileFailed: 'No se pudo enviar {file}. Inténtalo de nuevo.',
    close: 'Cerrar el chat',
    busy: 'Ha sido un poco rápido. Se enviará de nuevo en un momento…',
    asleep: '{name} no responde en este momento. Lo que escribas se guarda, pero ahora no habrá respuesta.',
  },
}

/**
 * The words in the first of the reader's languages that there are words for.
 * @param {readonly string[]} languages @param {string} name the bot's name
 * @returns {{ language: string, words: Words }}
 */
export function wordsFor(languages, name) {
  const language = knownLanguage(languages, WORDS)
  const words = Object.entries(WORDS[language]).map(([key, text]) => [
    key,
    text.replace('{name}', () => name),
  ])
  return { language, words: Object.fromEntries(words) }
}
