/** @typedef {typeof WORDS.en} Words */

/** What the page itself says; the bot's words are the bot's. */
const WORDS = {
  en: {
    message: 'Message',
    placeholder: 'Write a message',
    send: 'Send',
    options: 'Options',
    you: 'You:',
    says: '{name}:',
    agent: 'Agent',
    sending: 'Sending…',
    notSent: 'Not sent',
    image: 'Picture',
    video: 'Video',
    audio: 'Sound',
    document: 'Document',
    stream: 'Live stream',
    cards: 'Cards',
    location: 'Location',
    showMap: 'Show on a map',
    contact: 'Contact',
    sendLocation: 'Send my location',
    locating: 'Finding out where you are…',
    noLocation: 'Your browser does not tell where you are. You can write it instead.',
    sendFile: 'Attach a file',
    uploading: 'Sending {file}…',
    fileTooLarge: '{file} is larger than 25 MB. Send a smaller one.',
    fileRefused: '{file} cannot be sent: pictures, films, sounds, PDF, office documents and plain text can.',
    fileTooEarly: 'Write a message first, then send the file.',
    fileFailed: '{file} could not be sent. Please try again.',
    close: 'Close the chat',
    offline: 'No connection. Trying again…',
    busy: 'That was a little fast. Sending again in a moment…',
    asleep: '{name} is not answering at the moment. What you write is kept, but there will be no reply now.',
  },
  pt: {
    message: 'Mensagem',
    placeholder: 'Escreva uma mensagem',
    send: 'Enviar',
    options: 'Opções',
    you: 'Você:',
    says: '{name}:',
    agent: 'Atendente',
    sending: 'Enviando…',
    notSent: 'Não enviada',
    image: 'Imagem',
    video: 'Vídeo',
    audio: 'Áudio',
    document: 'Documento',
    stream: 'Transmissão ao vivo',
    cards: 'Cartões',
    location: 'Localização',
    showMap: 'Ver no mapa',
    contact: 'Contato',
    sendLocation: 'Enviar minha localização',
    locating: 'Descobrindo onde você está…',
    noLocation: 'Seu navegador não informa onde você está. Você pode escrever o endereço.',
    sendFile: 'Anexar um arquivo',
    uploading: 'Enviando {file}…',
    fileTooLarge: '{file} tem mais de 25 MB. Envie um arquivo menor.',
    fileRefused:
      '{file} não pode ser enviado: podem imagens, vídeos, áudios, PDF, documentos de escritório e texto simples.',
    fileTooEarly: 'Escreva uma mensagem primeiro, depois envie o arquivo.',
    fileFailed: 'Não foi possível enviar {file}. Tente de novo.',
    close: 'Fechar a conversa',
    offline: 'Sem conexão. Tentando de novo…',
    busy: 'Foi um pouco rápido. Enviando de novo em instantes…',
    asleep:
      '{name} não está respondendo no momento. O que você escrever fica guardado, mas não haverá resposta agora.',
  },
}

/**
 * The words in the first of the reader's languages that there are words for.
 * @param {readonly string[]} languages @param {string} name the bot's name
 * @returns {{ language: string, words: Words }}
 */
export function wordsFor(languages, name) {
  const known = languages
    .map(language => language.split('-')[0] ?? '')
    .find(language => Object.hasOwn(WORDS, language))
  const language = /** @type {keyof typeof WORDS} */ (known ?? 'en')
  const words = Object.entries(WORDS[language]).map(([key, text]) => [
    key,
    text.replace('{name}', () => name),
  ])
  return { language, words: Object.fromEntries(words) }
}
