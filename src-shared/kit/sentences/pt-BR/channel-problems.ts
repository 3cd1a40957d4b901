import type { channelProblems as english, Misfit } from '../en/channel-problems.ts'
import type { TranslatedSentences } from '../translated.ts'
import { grande } from './block-name.ts'
import { canais } from './channel-names.ts'

/** What the channels of a bot cannot show, in Portuguese. */
export const channelProblems: TranslatedSentences<typeof english> = {
  'channel/misfit': ({ block, channel, parts, locale, misfit }) => {
    const where = parts.map(({ list, number }) => `${PARTS[list]} ${number}`).join(', ')
    const language = locale === null ? '' : ` (${locale})`
    return `${grande(block)} não cabe no canal ${canais[channel]}${where && `, ${where}`}${language}: ${reason(misfit)}`
  },
  'channel/problem': ({ channel, misfit }) => `${canais[channel]}: ${reason(misfit)}`,
  'channel/degraded': ({ channel, code, reason: english }) => {
    const words = DEGRADATIONS[code]
    return words ? `${canais[channel]}: ${words}` : english
  },
}

function reason({ code, reason: english, counted }: Misfit): string {
  if (!counted) return RULES[code] ?? english
  const what = LIMITS[code]
  if (!what) return english
  const { value, max, unit, seen } = counted
  const amount = unit === 'items' ? `${value}` : `${value} ${unit === 'bytes' ? 'bytes' : 'caracteres'}`
  const reads = seen === value ? '' : ` (lê-se como ${seen} caracteres)`
  return `${what}: ${amount}${reads}; cabem no máximo ${max}.`
}

const PARTS = { options: 'opção', buttons: 'botão', cards: 'cartão', parameters: 'lugar' } as const

/** By the rules of src-shared/channels/rules.ts; a test keeps them alike. */
export const RULES: Readonly<Record<string, string>> = {
  'message/empty': 'a mensagem não diz nada; dê um texto a ela.',
  'message/unsafe-address':
    'isto não é um endereço web nem um telefone que possa ser aberto; escreva-o completo, começando com https:// ou +.',
  'message/unnamed-option': 'uma opção não tem nome; dê um a ela.',
  'message/repeated-option': 'duas opções têm o mesmo ID; dê um a cada uma.',
  'message/place-nowhere': 'o lugar não fica no globo; latitudes vão de -90 a 90, longitudes de -180 a 180.',
  'whatsapp/template-alone':
    'um modelo leva só seus parâmetros, o arquivo do cabeçalho e seus botões; envie esta parte em outra mensagem.',
  'whatsapp/template-parameter-text':
    'um parâmetro de modelo não pode estar vazio nem ter quebras de linha, tabulações ou mais de quatro espaços seguidos.',
  'message/repeated-label': 'duas opções têm o mesmo nome e não se distinguem; são enviadas de outra forma.',
  'template/without-text':
    'este canal não tem modelos, e a mensagem não tem texto para enviar no lugar; dê um a ela.',
}

/** By the codes of src-shared/channels/degradations.ts. */
export const DEGRADATIONS: Readonly<Record<string, string>> = {
  'options-numbered': 'as opções não podem ser tocadas: são uma lista numerada, respondida por número.',
  'descriptions-in-text': 'os botões não têm segunda linha: as descrições ficam no texto.',
  'links-in-text': 'aqui os links não aparecem como botões: ficam no texto.',
  'calls-in-text': 'aqui não há botão que faça uma ligação: o telefone fica no texto.',
  'cards-in-text': 'os cartões não aparecem: são uma lista no texto.',
  'header-in-text': 'aqui não há cabeçalho: ele é a primeira linha do texto.',
  'footer-in-text': 'aqui não há rodapé: ele é a última linha do texto.',
  'stream-as-link': 'não há player de transmissões ao vivo: a transmissão é um link no texto.',
  'file-as-link': 'este tipo de arquivo não aparece: é um link no texto.',
  'file-name-lost': 'aparece o nome do endereço do arquivo, e não o que foi dado.',
  'alternative-text-lost': 'não há lugar para o texto que descreve uma imagem: ele não é enviado.',
  'location-as-link': 'um lugar não aparece no mapa: é um endereço e um link para um mapa.',
  'contact-in-text': 'um cartão de contato não aparece: suas linhas ficam no texto.',
  'location-asked-in-text': 'aqui não há botão que envie a localização: o pedido vira uma pergunta em texto.',
  'file-asked-in-text': 'não há botão que envie um arquivo: o pedido vira uma pergunta em texto.',
  'template-as-text': 'não há modelos registrados: o texto é enviado como mensagem comum.',
  'template-text-registered': 'aparece o texto registrado do modelo; o daqui é só para leitura.',
  'template-labels-registered':
    'aparecem os nomes registrados nos botões do modelo; os daqui são só para leitura.',
  'formatting-lost': 'aqui não há negrito, itálico nem outra formatação: as palavras são simples.',
  'links-spelled-out': 'não há link por trás de palavras: o endereço segue entre parênteses.',
}

/** By the limits of src-shared/channels/limits.ts. */
export const LIMITS: Readonly<Record<string, string>> = {
  'whatsapp/text': 'texto de uma mensagem',
  'whatsapp/caption': 'texto sob um arquivo; um mais longo vem depois dele',
  'whatsapp/reply-buttons': 'botões de resposta',
  'whatsapp/button-label': 'nome de um botão de resposta',
  'whatsapp/button-id': 'ID de um botão de resposta',
  'whatsapp/button-body': 'texto acima dos botões de resposta',
  'whatsapp/list-rows': 'linhas de uma lista',
  'whatsapp/row-label': 'nome de uma linha da lista',
  'whatsapp/row-description': 'descrição de uma linha da lista',
  'whatsapp/row-id': 'ID de uma linha da lista',
  'whatsapp/list-title': 'palavra no controle de uma lista',
  'whatsapp/list-body': 'texto acima de uma lista',
  'whatsapp/list-body-safe': 'texto acima de uma lista (fontes mais antigas)',
  'whatsapp/header': 'cabeçalho acima de botões ou de uma lista',
  'whatsapp/footer': 'rodapé abaixo de botões ou de uma lista',
  'whatsapp/link-label': 'nome de um botão de link',
  'whatsapp/link-body': 'texto acima de um botão de link',
  'whatsapp/location-body': 'texto que pede uma localização',
  'whatsapp/template-name': 'nome de um modelo',
  'whatsapp/template-parameter': 'parâmetro de um modelo',
  'whatsapp/template-buttons': 'botões de um modelo',
  'whatsapp/image': 'tamanho de uma imagem',
  'whatsapp/video': 'tamanho de um vídeo',
  'whatsapp/audio': 'tamanho de um áudio',
  'whatsapp/document': 'tamanho de um documento',
  'messenger/text': 'texto de uma mensagem',
  'messenger/quick-replies': 'respostas rápidas',
  'messenger/quick-reply-label': 'nome de uma resposta rápida',
  'messenger/payload': 'ID de uma opção',
  'messenger/template-buttons': 'botões de um modelo ou cartão',
  'messenger/button-label': 'nome de um botão',
  'messenger/button-body': 'texto acima dos botões',
  'messenger/cards': 'cartões',
  'messenger/card-title': 'título de um cartão',
  'messenger/card-subtitle': 'subtítulo de um cartão',
  'messenger/file': 'tamanho de um arquivo',
  'instagram/text': 'texto de uma mensagem',
  'instagram/quick-replies': 'respostas rápidas',
  'instagram/quick-reply-label': 'nome de uma resposta rápida',
  'instagram/payload': 'ID de uma opção',
  'instagram/template-buttons': 'botões de um modelo ou cartão',
  'instagram/button-label': 'nome de um botão',
  'instagram/button-body': 'texto acima dos botões',
  'instagram/cards': 'cartões',
  'instagram/card-title': 'título de um cartão',
  'instagram/card-subtitle': 'subtítulo de um cartão',
  'instagram/image': 'tamanho de uma imagem',
  'sms/text': 'texto de uma mensagem',
}
