/** Words that several pages of the engine have. */
export const BASE_WORDS = {
  en: {
    message: 'Message',
    send: 'Send',
    sending: 'Sending…',
    notSent: 'Not sent',
    agent: 'Agent',
    offline: 'No connection. Trying again…',
    image: 'Picture',
    video: 'Video',
    audio: 'Sound',
    document: 'Document',
    stream: 'Live stream',
    cards: 'Cards',
    location: 'Location',
    showMap: 'Show on a map',
    contact: 'Contact',
    sendFile: 'Attach a file',
    uploading: 'Sending {file}…',
    fileTooLarge: '{file} is larger than 25 MB. Send a smaller one.',
    fileRefused: '{file} cannot be sent: pictures, films, sounds, PDF, office documents and plain text can.',
  },
  pt: {
    message: 'Mensagem',
    send: 'Enviar',
    sending: 'Enviando…',
    notSent: 'Não enviada',
    agent: 'Atendente',
    offline: 'Sem conexão. Tentando de novo…',
    image: 'Imagem',
    video: 'Vídeo',
    audio: 'Áudio',
    document: 'Documento',
    stream: 'Transmissão ao vivo',
    cards: 'Cartões',
    location: 'Localização',
    showMap: 'Ver no mapa',
    contact: 'Contato',
    sendFile: 'Anexar um arquivo',
    uploading: 'Enviando {file}…',
    fileTooLarge: '{file} tem mais de 25 MB. Envie um arquivo menor.',
    fileRefused:
      '{file} não pode ser enviado: podem imagens, vídeos, áudios, PDF, documentos de escritório e texto simples.',
  },
  es: {
    message: 'Mensaje',
    send: 'Enviar',
    sending: 'Enviando…',
    notSent: 'No enviado',
    agent: 'Agente',
    offline: 'Sin conexión. Intentando de nuevo…',
    image: 'Imagen',
    video: 'Vídeo',
    audio: 'Sonido',
    document: 'Documento',
    stream: 'Transmisión en directo',
    cards: 'Tarjetas',
    location: 'Ubicación',
    showMap: 'Ver en un mapa',
    contact: 'Contacto',
    sendFile: 'Adjuntar un archivo',
    uploading: 'Enviando {file}…',
    fileTooLarge: '{file} ocupa más de 25 MB. Envía uno más pequeño.',
    fileRefused:
      '{file} no se puede enviar: sí imágenes, vídeos, sonidos, PDF, documentos de oficina y texto sin formato.',
  },
}

/**
 * The first of the reader's languages that there are words for.
 * @template {{ en: object }} Words
 * @param {readonly string[]} languages @param {Words} words
 * @returns {keyof Words}
 */
export function knownLanguage(languages, words) {
  const known = languages
    .map(language => language.split('-')[0] ?? '')
    .find(language => Object.hasOwn(words, language))
  return /** @type {keyof Words} */ (known ?? 'en')
}
