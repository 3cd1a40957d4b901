import type { kindFindings as english } from '../en/kind-findings.ts'
import type { TranslatedSentences } from '../translated.ts'
import { em } from './block-name.ts'
import { umTipo } from './value-types.ts'

/** What the kinds of blocks say of their data, in Portuguese. */
export const kindFindings: TranslatedSentences<typeof english> = {
  kind: ({ block, what }, say) => `${em(block)}: ${say(what)}`,
  'apiCall/path': () => 'Um caminho começa com $ e indica lugares, como $.order.id ou $.orders[*].name.',
  'apiCall/open-address': () =>
    'Uma variável decide aonde vão esta chamada e suas chaves; use uma que os clientes não possam definir.',
  'apiCall/loopback': () =>
    'Este endereço é a própria máquina do motor; um motor só o chama onde isso foi permitido.',
  'apiCall/address': () => 'Um endereço começa com https:// e não contém nome nem senha.',
  'apiCall/not-repeated': ({ method }) =>
    `Uma chamada ${method} é feita uma só vez, pois uma segunda poderia fazer o trabalho em dobro.`,
  'apiCall/body-not-sent': () => 'Uma chamada GET não envia nada; escolha outro método, ou nenhum conteúdo.',
  'apiCall/not-json': () => 'Isto não é JSON, em que nomes e textos ficam entre aspas duplas.',
  'apiCall/secret': ({ name }) =>
    `${name} é secreta e não pode estar em endereços nem cabeçalhos; use um perfil de autenticação.`,
  'askLocation/unnamed-place': ({ number }) => `O lugar ${number} não tem nome.`,
  'askLocation/no-places': () => 'Pede-se o lugar mais próximo, mas não há lugares para escolher.',
  'callFlow/variable-twice': ({ name }) => `${name ?? 'Uma variável'} aparece duas vezes; vale a última.`,
  'choices/empty-range': ({ min, most }) =>
    `Nenhuma resposta serve: é preciso escolher pelo menos ${min}, mas no máximo ${most} podem ser escolhidas.`,
  'delay/too-long': () => 'Uma espera tem no máximo 7 dias.',
  'delay/after-window': () => 'Depois de um dia, a maioria dos canais só aceita um modelo de mensagem.',
  'entry/no-event': () => 'Não há nome de evento, então nada pode iniciá-la.',
  'entry/no-schedule': () => 'Não há dias e hora, então nada pode iniciá-la.',
  'hours/holiday-twice': ({ date }) => `${date} aparece duas vezes; vale a primeira.`,
  'hours/never-open': () => 'Não há horário de atendimento, então está sempre fechado.',
  'intent/repeated': ({ first, second }) =>
    `Os ramos ${first} e ${second} são para a mesma intenção; vale o primeiro.`,
  'variable/read-only': ({ name }) =>
    `${name} é fornecida pelo Parley ou pelo motor e não pode ser definida.`,
  'variable/wrong-type': ({ name, given, holds }) =>
    `Aqui se guarda ${umTipo(given)}, mas ${name} contém ${umTipo(holds)}.`,
  'language/no-prompt': () => 'Não há pergunta acima dos idiomas.',
  'language/no-variable': () => 'Falta escolher a variável que indica o idioma.',
  'language/no-language': () => 'Falta escolher o idioma.',
  'language/not-spoken': ({ locale }) => `O bot não fala ${locale}.`,
  'liveStream/empty-range': () => 'A transmissão termina antes de começar.',
  'menu/wrong-list': ({ name, holds }) =>
    `As opções são feitas de uma lista, mas ${name} contém ${umTipo(holds)}.`,
  'message/link-address': () => 'Um endereço começa com https:// e não contém espaços.',
  'message/phone-number': () => 'Um telefone começa com + e o código do país, como +5511987654321.',
  'message/there-twice': ({ name }) => `${name} aparece duas vezes.`,
  'message/addition-type': () => 'livechat é true ou false.',
  'message/skill-alone': () => 'Uma skill sem livechat não transfere para ninguém.',
  'options/repeated-label': ({ first, second, text, locale }) =>
    `As opções ${first} e ${second} dizem ambas “${text}” (${locale}); um cliente que digita isso não pode querer as duas.`,
  'question/empty-range': () => 'Nenhuma resposta serve: o limite inferior é maior que o superior.',
  'question/pattern': ({ message }) => `O padrão não pode ser usado: ${message.replace(/^[^:]*: /, '')}`,
  'question/wrong-variable': ({ name, given, holds }) =>
    `A resposta é ${umTipo(given)}, mas ${name} contém ${umTipo(holds)}.`,
  'quiz/no-right-answer': () => 'Nenhuma opção está marcada como certa.',
  'raiseEvent/no-name': () => 'Não há nome de evento, então nada é avisado.',
  'rating/too-many-faces': ({ most }) =>
    `Há carinhas para até ${most} graus; no lugar delas aparecem números.`,
  'rating/all-low': ({ scale }) => `Toda avaliação é baixa: as notas vão de 1 a ${scale}.`,
}
