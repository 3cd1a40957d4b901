import type { ContactPageLanguage } from '../../src-shared/publish/contact-protocol.ts'

/** What the page of an export says; names of tables and columns are the data's own. */
export type ExportWords = Readonly<{
  title: string
  about: (contact: string, at: string) => string
  times: string
  conversation: (bot: string, contact: string) => string
  nothingSaid: string
  sender: Readonly<Record<string, string>>
  addresses: string
  consents: string
  files: string
  file: string
  type: string
  bytes: string
  all: string
  rows: (table: string, count: number) => string
  none: string
}>

export const EXPORT_WORDS: Readonly<Record<ContactPageLanguage, ExportWords>> = {
  en: {
    title: 'What is kept of you',
    about: (contact, at) => `All that this system keeps of ${contact}, as of ${at}.`,
    times: 'Times are in UTC.',
    conversation: (bot, contact) => `Conversation of ${contact} with ${bot}`,
    nothingSaid: 'Nothing was said.',
    sender: { contact: 'You', bot: 'Bot', agent: 'Agent' },
    addresses: 'Where you are reached',
    consents: 'What you agreed to',
    files: 'Files you sent or were sent',
    file: 'File',
    type: 'Type',
    bytes: 'Bytes',
    all: 'Every record',
    rows: (table, count) => `${table}: ${count}`,
    none: 'None.',
  },
  'pt-BR': {
    title: 'O que se guarda sobre você',
    about: (contact, at) => `Tudo o que este sistema guarda sobre ${contact}, em ${at}.`,
    times: 'Os horários estão em UTC.',
    conversation: (bot, contact) => `Conversa de ${contact} com ${bot}`,
    nothingSaid: 'Nada foi dito.',
    sender: { contact: 'Você', bot: 'Bot', agent: 'Atendente' },
    addresses: 'Onde você é encontrado',
    consents: 'O que você aceitou',
    files: 'Arquivos que você enviou ou recebeu',
    file: 'Arquivo',
    type: 'Tipo',
    bytes: 'Bytes',
    all: 'Todos os registros',
    rows: (table, count) => `${table}: ${count}`,
    none: 'Nenhum.',
  },
  es: {
    title: 'Lo que se guarda de usted',
    about: (contact, at) => `Todo lo que este sistema guarda de ${contact}, a ${at}.`,
    times: 'Las horas están en UTC.',
    conversation: (bot, contact) => `Conversación de ${contact} con ${bot}`,
    nothingSaid: 'No se dijo nada.',
    sender: { contact: 'Usted', bot: 'Bot', agent: 'Agente' },
    addresses: 'Dónde se le encuentra',
    consents: 'Lo que aceptó',
    files: 'Archivos que envió o recibió',
    file: 'Archivo',
    type: 'Tipo',
    bytes: 'Bytes',
    all: 'Todos los registros',
    rows: (table, count) => `${table}: ${count}`,
    none: 'Ninguno.',
  },
}
