import type { findings as english } from '../en/findings.ts'
import type { Named } from '../named.ts'
import type { TranslatedSentences } from '../translated.ts'
import { ao, de, em, grande, o } from './block-name.ts'
import { canais } from './channel-names.ts'
import { stepName, taskStates } from './step-names.ts'
import { umTipo } from './value-types.ts'

/** What the checks say of a bot and its blocks, in Portuguese. */
export const findings: TranslatedSentences<typeof english> = {
  'auth/no-secret': ({ name }) => `O acesso “${name}” não tem segredo; as chamadas dele seriam recusadas.`,
  'auth/no-token-address': ({ name }) =>
    `O acesso “${name}” precisa do endereço em que os tokens são obtidos.`,
  'block/unreachable': ({ block }) => `Nenhuma conversa chega ${ao(block)}.`,
  'bot/picture': ({ fault, side, size }) =>
    ({
      wrongType: 'A imagem do bot não é PNG, JPEG nem WebP.',
      tooLarge: `A imagem do bot tem mais de ${size}.`,
      tooSmall: `A imagem do bot tem menos de ${side} por ${side} pixels.`,
      notSquare: 'A imagem do bot não é quadrada. Escolha-a de novo para dizer que parte aparece.',
    })[fault],
  'edge/no-input': ({ block, target }) =>
    `Uma conexão leva ${de(block)} ${target ? ao(target) : 'a um bloco que não existe mais'}, onde as conversas apenas começam.`,
  'edge/no-port': ({ block }) => `Uma conexão sai ${de(block)} por uma porta que ele não tem mais.`,
  'entry/no-keyword': ({ block, wakes }) =>
    `Nenhuma palavra-chave de ativação leva ${ao(block)}${wakes ? '.' : ', então nada ativa o bot.'}`,
  'entry/none': () => 'O bot não tem entrada: nenhuma conversa pode começar.',
  'entry/none-in-main': ({ name }) =>
    `O fluxo principal “${name}” não tem entrada; as conversas começam apenas em outros fluxos.`,
  'entry/second-any-message': () => 'Duas entradas aceitam qualquer mensagem; só a primeira é usada.',
  'entry/second-call': ({ name }) =>
    `O fluxo “${name}” tem duas entradas para chamadas; só a primeira é usada.`,
  'faq/no-answer': ({ text }) => `A pergunta “${text}” não tem resposta.`,
  'faq/no-question': ({ text }) =>
    text === ''
      ? 'Uma pergunta e sua resposta ainda não foram escritas.'
      : `A resposta “${text}” não tem pergunta, então ninguém pode pedi-la.`,
  'field/empty': ({ block, field, number }) =>
    `${em(block)}, este campo está vazio: ${FIELDS[field] ?? field}${number === null ? '' : ` ${number}`}.`,
  'flow/calls-itself': ({ names }) =>
    `${calling(names)}; para começar de novo, use um bloco Ir para: chamadas só podem ser aninhadas 50 vezes.`,
  'flow/endless-calls': ({ names }) => `${calling(names)} em ciclo, sem esperar pelo cliente.`,
  'flow/endless-loop': ({ blocks, more }) =>
    `${some(blocks, more)}: isto se repete para sempre, sem esperar pelo cliente.`,
  'flow/loop-without-wait': ({ blocks, more }) =>
    `${some(blocks, more)}: isto pode se repetir sem esperar pelo cliente; após 50 passos a conversa é interrompida.`,
  'flow/no-entry': ({ block, name }) => `${grande(block)} chama “${name}”, que não tem entrada.`,
  'formula/empty': ({ block }) => `${em(block)}, uma fórmula está vazia.`,
  'formula/secret-told': ({ block, name }) => `${grande(block)} conta o segredo ${name} com seu evento.`,
  'formula/secret-copied': ({ block, name, target }) =>
    `${em(block)}, o segredo ${name} é copiado para ${target}, que não é secreta.`,
  'handover/no-pre-chat': ({ block, locales }) =>
    `${block ? `${grande(block)} transfere` : 'As configurações transferem'} para uma pessoa, mas nenhuma entrada de pré-atendimento diz o que perguntar antes (${locales.join(', ')}).`,
  'intent/no-phrases': ({ name }) => `A intenção “${name}” não tem frases de exemplo; nada a expressa.`,
  'intent/unused': ({ name }) =>
    `A intenção “${name}” não leva a lugar nenhum: não tem entrada, e nenhum bloco pergunta por ela.`,
  'keyword/is-global': ({ name, does }) =>
    `A palavra-chave “${name}” é uma palavra que ${does === 'handover' ? 'pede uma pessoa' : 'encerra todas as mensagens'} e nunca seria uma palavra-chave.`,
  'keyword/is-token': ({ name, token }) =>
    `A palavra-chave “${name}” é a palavra de ${token} e nunca seria uma palavra-chave.`,
  'keyword/repeated': ({ name }) => `A palavra-chave “${name}” existe duas vezes.`,
  'keyword/same-tokens': ({ name, other }) =>
    `${name} e ${other} têm a mesma palavra; o cliente não pode querer dizer as duas.`,
  'keyword/taken': ({ name, locale }) => `“${name}” já é uma palavra-chave${locale ? ` (${locale})` : ''}.`,
  'keyword/always-token': ({ name, token }) =>
    `“${name}” é a palavra de ${token} e sempre faz o que ela diz.`,
  'lifecycle/no-name': () => 'o nome do bot',
  'lifecycle/no-entry': () => 'um bloco de entrada',
  'lifecycle/no-rest': () => 'um fim, um menu ou uma pergunta a que uma entrada leve',
  'media/no-alt': ({ name }) => `A imagem “${name}” não tem descrição para quem não a vê.`,
  'media/too-large': ({ name, size, channel, max }) =>
    `O arquivo “${name}” tem ${size}, e o limite no canal ${canais[channel]} é ${max}.`,
  'media/wrong-type': ({ name, mime, channel }) =>
    `O arquivo “${name}” é ${mime}, que o canal ${canais[channel]} não aceita.`,
  'menu/main-is-no-menu': ({ block }) => `${grande(block)} está marcado como menu principal e não é um menu.`,
  'menu/no-main': ({ token }) =>
    `Nenhum menu está marcado como menu principal, então “${token}” não leva a lugar nenhum.`,
  'menu/none': ({ token }) => `O bot não tem menu, então “${token}” não leva a lugar nenhum.`,
  'menu/number-label': ({ block, option, label, other }) =>
    `${em(block)}: a opção ${option} se chama “${label}”, mas quem digita isso recebe a opção ${other}.`,
  'onboarding/step-open': ({ state, ...step }) => `${stepName(step)}: ${taskStates[state]}.`,
  'port/unconnected': ({ block, port, role, label }) =>
    `${em(block)}, ${label !== '' ? `a opção “${label}”` : role === 'next' ? 'o caminho adiante' : role === 'option' ? 'um dos caminhos' : `“${port}”`} não leva a lugar nenhum.`,
  'reference/missing': ({ block, role }) =>
    `${em(block)}, o que foi escolhido não existe mais: ${ROLES[role] ?? role}.`,
  'reference/not-chosen': ({ block, role }) => `${em(block)}, falta escolher: ${ROLES[role] ?? role}.`,
  'settings/late-text': ({ channels }) =>
    `O texto para clientes em silêncio não é enviado em ${channels.join(' e ')}, onde texto livre é recusado após 24 horas.`,
  'settings/never-begins': () =>
    'O bot é para mensagens da própria empresa e não tem entrada com que a empresa comece.',
  'settings/no-external-id': () =>
    'Um bot para mensagens da própria empresa precisa de um ID externo, pelo qual outros sistemas o chamam.',
  'study/not-feasible': ({ block }) => `O estudo de viabilidade diz que a chamada ${de(block)} não é viável.`,
  'study/unknown': ({ block }) =>
    `Ninguém disse ainda se a chamada ${de(block)} é viável. O estudo dela está na lista de etapas.`,
  'template/not-approved': ({ block, name, state }) =>
    `${grande(block)} envia o modelo ${name}, que ${TEMPLATE_STATES[state] ?? state}.`,
  'template/places': ({ block, name, given, places }) =>
    `${grande(block)} tem ${count(given, 'valor', 'valores')} para o modelo ${name}, que tem ${count(places, 'lugar', 'lugares')}.`,
  'text/empty': ({ block, locale }) => `${grande(block)} tem um texto vazio (${locale}).`,
  'text/key': ({ block }) =>
    `Um texto ${de(block)} contém o que parece uma chave, que deve ficar em uma variável secreta.`,
  'text/secret': ({ block, name }) => `${grande(block)} mostra o segredo ${name} ao cliente.`,
  'text/untranslated': ({ block, locales }) => `Um texto ${de(block)} falta em ${locales.join(', ')}.`,
  'variable/initial-misfit': ({ name, type }) => `O valor inicial de ${name} não é ${umTipo(type)}.`,
  'variable/predefined-missing': ({ name }) => `Falta a variável predefinida ${name}.`,
  'variable/secret-written': ({ name }) => `${name} é secreta, mas seu valor inicial faz parte do bot.`,
  'variable/unused': ({ name }) => `${name} não é usada em lugar nenhum.`,
  'window/free-text': ({ block, templates, nothing }) =>
    `${grande(block)} pode falar quando a última mensagem do cliente já tem 24 horas, e então ${[
      ...taking(templates, 'só um modelo de mensagem'),
      ...taking(nothing, 'nada'),
    ].join(', e ')}.`,
  'window/template': ({ block, channels }) =>
    `${grande(block)} pode ser enviado quando a última mensagem do cliente já tem 24 horas, e então ${taking(channels, 'nada').join('')}.`,

  'fix/add-keywords': () => 'Adicionar as palavras-chave padrão',
  'fix/add-variable': ({ name }) => `Adicionar ${name}`,
  'fix/mark': ({ block }) => `Marcar ${o(block)}`,
  'fix/unmark': () => 'Remover a marca',
  'fix/remove-edge': () => 'Remover a conexão',
  'fix/remove-keyword': () => 'Remover a palavra-chave',
  'fix/remove-initial': () => 'Remover o valor inicial',
  'fix/mend-initial': () => 'Corrigir o valor inicial',
}

const ROLES: Readonly<Record<string, string>> = {
  messageTemplate: 'modelo de mensagem',
  template: 'modelo de mensagem',
  auth: 'autenticação',
  media: 'arquivo',
  variable: 'variável',
  flow: 'fluxo',
  block: 'bloco',
  intent: 'intenção',
  file: 'arquivo',
}

const FIELDS: Readonly<Record<string, string>> = {
  url: 'endereço',
  target: 'endereço ou número do botão',
  phone: 'telefone',
  parameters: 'valor do lugar',
  name: 'nome',
}

const TEMPLATE_STATES: Readonly<Record<string, string>> = {
  draft: 'ainda é um rascunho',
  pending: 'ainda não foi aprovado',
  approved: 'foi aprovado',
  rejected: 'foi rejeitado',
  paused: 'está pausado',
}

function calling(names: readonly string[]): string {
  const called = names.map(name => `“${name}”`)
  return names.length === 1
    ? `O fluxo ${called[0]} chama a si mesmo`
    : `Os fluxos ${called.join(', ')} chamam uns aos outros`
}

function some(blocks: readonly Named[], more: number): string {
  const names = blocks.map(grande).join(', ')
  return more > 0 ? `${names} e mais ${more}` : names
}

function count(number: number, one: string, many: string): string {
  return number === 0 ? `nenhum ${one}` : `${number} ${number === 1 ? one : many}`
}

function taking(channels: readonly string[], what: string): readonly string[] {
  if (channels.length === 0) return []
  return [
    `${channels.join(' e ')} ${channels.length > 1 ? 'aceitam' : 'aceita'} ${what === 'nada' ? 'mais nada' : what}`,
  ]
}
