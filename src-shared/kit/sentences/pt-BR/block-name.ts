import { capital, type Named } from '../named.ts'

/** `“Serviços”`, `o bloco Menu`. */
export function o(block: Named): string {
  return block.title === '' ? `o bloco ${kindName(block)}` : `“${block.title}”`
}

/** The same at the beginning of a sentence. */
export function grande(block: Named): string {
  return capital(o(block))
}

/** `de “Serviços”`, `do bloco Menu`. */
export function de(block: Named): string {
  return block.title === '' ? `do bloco ${kindName(block)}` : `de “${block.title}”`
}

/** `a “Serviços”`, `ao bloco Menu`. */
export function ao(block: Named): string {
  return block.title === '' ? `ao bloco ${kindName(block)}` : `a “${block.title}”`
}

/** `Em “Serviços”`, `No bloco Menu`. */
export function em(block: Named): string {
  return block.title === '' ? `No bloco ${kindName(block)}` : `Em “${block.title}”`
}

function kindName({ kind }: Named): string {
  return KINDS[kind] ?? kind
}

const KINDS: Readonly<Record<string, string>> = {
  entry: 'Entrada',
  message: 'Mensagem',
  cards: 'Cartões',
  sendLocation: 'Enviar localização',
  sendContact: 'Enviar contato',
  sendTemplate: 'Modelo de mensagem',
  liveStream: 'Transmissão ao vivo',
  menu: 'Menu',
  question: 'Pergunta',
  collect: 'Várias mensagens',
  choices: 'Várias escolhas',
  quiz: 'Pergunta de quiz',
  fileInput: 'Arquivo',
  askLocation: 'Localização',
  rating: 'Avaliação',
  condition: 'Condição',
  setVariable: 'Definir variável',
  apiCall: 'Chamada de API',
  callFlow: 'Chamar fluxo',
  goTo: 'Ir para',
  answers: 'Perguntas e respostas',
  intent: 'Intenção',
  sentiment: 'Sentimento',
  hours: 'Horário de atendimento',
  split: 'Divisão aleatória',
  language: 'Idioma',
  delay: 'Espera',
  raiseEvent: 'Disparar evento',
  handover: 'Transbordo',
  end: 'Fim',
}
