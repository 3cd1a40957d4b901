import type { TranslatedArea } from '../translated.ts'

/** Words of the area `keywords` in Brazilian Portuguese; keys begin with its name. */
export const keywords: TranslatedArea<'keywords'> = {
  title: 'Palavras-chave',
  none: 'Uma palavra-chave é o que um cliente escreve para iniciar o bot, como “oi” ou “menu”. Escreva a primeira acima.',
  noEntry: 'Palavras-chave iniciam uma conversa em um bloco Entrada. Antes, adicione esse bloco a um fluxo.',
  add: 'Nova palavra-chave',
  addPlaceholder: 'Oi, Menu, #, Fale comigo',
  addHint: 'Enter adiciona.',
  addTo: 'começa em',
  text: 'Palavra-chave',
  match: 'Corresponde quando a mensagem',
  matches: {
    exact: 'é exatamente isto',
    startsWith: 'começa com isto',
    containsWord: 'contém isto',
  },
  short: {
    exact: 'exata',
    startsWith: 'começa com',
    containsWord: 'contém',
  },
  locale: 'Idioma',
  anyLocale: 'qualquer idioma',
  any: 'qualquer',
  entry: 'Começa em',
  remove: 'Remover',
  needed: 'É preciso uma palavra-chave.',
  tooLong: 'Cabem no máximo {{count}} caracteres. Encurte.',
  asleep: 'Inativa: a entrada não começa com palavras-chave.',
  conflicts: 'Conflito',
  reserved: 'Reservadas',
  reservedHint: 'Estas palavras sempre valem. Altere-as em Variáveis.',
  tokens: {
    ENCERRA_FLUXO: 'encerra a conversa',
    MENU_PRINCIPAL: 'mostra o menu principal',
  },
  try: 'Testar uma mensagem',
  tryPlaceholder: 'O que um cliente escreveria',
  tried: {
    keyword: '“{{keyword}}” corresponde: a conversa começa em {{entry}}.',
    endToken: 'Encerra a conversa: é a palavra em ENCERRA_FLUXO.',
    mainMenuToken: 'Mostra o menu principal: é a palavra em MENU_PRINCIPAL.',
    anyMessage:
      'Nenhuma palavra-chave corresponde; a conversa começa em {{entry}}, que aceita qualquer mensagem.',
    nothing:
      'Nenhuma palavra-chave corresponde, e nenhuma entrada aceita qualquer mensagem: o bot fica em silêncio.',
  },
  edit: {
    add: 'Adicionar a palavra-chave {{name}}',
    change: 'Alterar a palavra-chave {{name}}',
    remove: 'Remover a palavra-chave {{name}}',
  },
}
