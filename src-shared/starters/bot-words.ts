import { type Words, words } from './words.ts'

/** What every bot made of services says around them. */
export const BOT_WORDS = {
  entry: words('Someone says hi', 'Alguém diz oi', 'Alguien saluda'),
  welcomeTitle: words('Welcome', 'Boas-vindas', 'Bienvenida'),
  welcome: words(
    'Hello {{NOME_CLIENTE|there}}, and welcome!',
    'Olá, {{NOME_CLIENTE|tudo bem}}! Que bom ter você aqui.',
    '¡Hola, {{NOME_CLIENTE|qué tal}}! Le damos la bienvenida.',
  ),
  menuTitle: words('Main menu', 'Menu principal', 'Menú principal'),
  menu: words('How can we help you today?', 'Como podemos ajudar hoje?', '¿En qué podemos ayudarle hoy?'),
  menuRetry: words(
    'Please choose one of the options: tap it, or send its number.',
    'Escolha uma das opções: toque nela ou envie o número.',
    'Elija una de las opciones: tóquela o envíe su número.',
  ),
  person: words('Talk to a person', 'Falar com uma pessoa', 'Hablar con alguien'),
  looking: words(
    'One moment, I will look for a colleague.',
    'Um momento, vou chamar um colega.',
    'Un momento, voy a buscar a un colega.',
  ),
  callbackTitle: words('Number to call back', 'Telefone para retorno', 'Teléfono para llamar'),
  callback: words(
    'Nobody is free right now. Which number may we call you back on?',
    'Ninguém está disponível agora. Para qual número podemos ligar?',
    'Nadie está libre en este momento. ¿A qué número podemos llamarle?',
  ),
  callbackRetry: words(
    'That does not look like a phone number. Please send it with the area code.',
    'Isso não parece um telefone. Envie com o DDD.',
    'Eso no parece un teléfono. Envíelo con el código de área.',
  ),
  notedTitle: words('Call noted', 'Retorno anotado', 'Llamada anotada'),
  noted: words(
    'Thank you. A colleague will call {{CALLBACK_PHONE}} as soon as possible.',
    'Obrigado. Um colega ligará para {{CALLBACK_PHONE}} assim que possível.',
    'Gracias. Un colega llamará al {{CALLBACK_PHONE}} lo antes posible.',
  ),
  bye: words('Goodbye', 'Encerrar', 'Terminar'),
  goodbye: words(
    'Thank you for writing to us. Send “Hi” whenever you need us.',
    'Obrigado pelo contato. Envie “Oi” quando precisar de nós.',
    'Gracias por escribirnos. Envíe “Hola” cuando nos necesite.',
  ),
  moreTitle: words('Anything else?', 'Mais alguma coisa?', '¿Algo más?'),
  more: words(
    'Is there anything else we can do for you?',
    'Podemos ajudar em mais alguma coisa?',
    '¿Podemos ayudarle en algo más?',
  ),
  yes: words('Yes, show the menu', 'Sim, ver o menu', 'Sí, ver el menú'),
  yesToo: words(['yes'], ['sim'], ['sí']),
  no: words('No, thank you', 'Não, obrigado', 'No, gracias'),
  noToo: words(['no', 'bye'], ['não', 'tchau'], ['no', 'chau']),
  backTitle: words('Back to the main menu', 'Volta ao menu principal', 'Vuelve al menú principal'),
  preChatTitle: words('Before a person takes over', 'Antes do atendimento', 'Antes de la atención'),
  aboutTitle: words('What it is about', 'Qual é o assunto', 'De qué se trata'),
  about: words(
    'Please tell my colleague in one sentence what it is about.',
    'Conte ao meu colega, em uma frase, qual é o assunto.',
    'Cuéntele a mi colega, en una frase, de qué se trata.',
  ),
  aboutRetry: words('A few words are enough.', 'Poucas palavras bastam.', 'Bastan unas palabras.'),
  doneTitle: words('Done', 'Pronto', 'Listo'),
  /** Flows of services. */
  begins: words('Begins', 'Começa', 'Comienza'),
  tells: words('Tell our systems', 'Avisa os sistemas', 'Avisa a los sistemas'),
  answersDone: words('That was all', 'Era só isso', 'Eso es todo'),
  answersMore: words(
    'Anything else you would like to know?',
    'Quer saber mais alguma coisa?',
    '¿Quiere saber algo más?',
  ),
  /** Said by blocks that have no such text of their own, which are those that answer questions. */
  notUnderstood: words(
    'I do not know that one yet. You can ask in other words, or talk to a person on the main menu.',
    'Essa eu ainda não sei. Pergunte de outro jeito ou fale com uma pessoa pelo menu principal.',
    'Eso todavía no lo sé. Pregunte con otras palabras o hable con alguien desde el menú principal.',
  ),
  ratingRetry: words(
    'Please send a number from 1 to 5.',
    'Envie um número de 1 a 5.',
    'Envíe un número del 1 al 5.',
  ),
} as const satisfies Record<string, Words<unknown>>

/** Besides the six default keywords, which are English. */
export const GREETING_KEYWORDS: Words<readonly string[]> = words([], ['Oi', 'Olá'], ['Hola', 'Buenas'])

/** Said to an answer that does not fit. */
export const RETRY_WORDS = {
  text: words('A few words are enough.', 'Poucas palavras bastam.', 'Bastan unas palabras.'),
  number: words('Please send a number.', 'Envie um número.', 'Envíe un número.'),
  email: words(
    'That is not a complete e-mail address. An example: ana@example.com',
    'Esse e-mail não está completo. Um exemplo: ana@example.com',
    'Ese correo no está completo. Un ejemplo: ana@example.com',
  ),
  phone: words(
    'That does not look like a phone number. Please send it with the area code.',
    'Isso não parece um telefone. Envie com o DDD.',
    'Eso no parece un teléfono. Envíelo con el código de área.',
  ),
  date: words(
    'Please send a day like 2027-03-16.',
    'Envie um dia como 16/03/2027.',
    'Envíe un día como 16/03/2027.',
  ),
  time: words('Please send a time like 14:30.', 'Envie um horário como 14:30.', 'Envíe una hora como 14:30.'),
  currency: words(
    'Please send an amount like 149.90.',
    'Envie um valor como 149,90.',
    'Envíe un importe como 149,90.',
  ),
} as const satisfies Record<string, Words>
