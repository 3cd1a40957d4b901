import type { TranslatedArea } from '../translated.ts'

/** Words of the area `variables` in Brazilian Portuguese; keys begin with its name. */
export const variables: TranslatedArea<'variables'> = {
  title: 'Variáveis',
  filter: 'Filtrar variáveis',
  add: 'Nova variável',
  none: 'Uma variável guarda o que um cliente respondeu ou o que o bot calculou, para uso em textos e condições.',
  nothing: 'Nenhuma variável encontrada para “{{filter}}”.',
  own: 'Deste bot',
  given: 'Em todos os bots',
  name: 'Nome',
  type: {
    text: 'texto',
    number: 'número',
    boolean: 'sim/não',
    date: 'data',
    list: 'lista',
  },
  typeLabel: 'Tipo',
  typeHint: 'O que ela pode conter. Com um valor que não serve, a conversa sai do bloco por “se falhar”.',
  initial: 'Valor inicial',
  initialHint: {
    text: 'O que ela contém quando uma conversa começa. Pode ficar vazio.',
    number: 'O que ela contém quando uma conversa começa. Pode ficar vazio.',
    boolean: 'O que ela contém quando uma conversa começa.',
    date: 'O que ela contém quando uma conversa começa. Pode ficar vazio.',
    list: 'Um texto ou número por linha.',
  },
  token: 'A palavra que os clientes enviam',
  example: 'Valor na simulação',
  exampleHint: 'Em um motor, o valor real entra no lugar.',
  boolean: { none: 'vazio', true: 'sim', false: 'não' },
  notANumber: 'Escreva um número, como 12 ou 1,5.',
  tokenNeeded: 'Sem uma palavra aqui, os clientes não têm como pedir isso.',
  secret: 'Segredo',
  secretHint:
    'Oculta em conversas, eventos e telas. Não tem valor inicial, porque bots são compartilhados como arquivos.',
  description: 'Descrição',
  descriptionPlaceholder: 'Para que serve',
  duplicate: 'Já existe uma variável chamada {{name}}.',
  badName: 'Use maiúsculas, números e _, começando com uma letra, como em TOTAL_PEDIDO.',
  longName: 'Cabem no máximo 64 caracteres. Encurte.',
  empty: 'vazia',
  masked: 'segredo',
  uses_one: 'Usada em {{count}} lugar',
  uses_other: 'Usada em {{count}} lugares',
  unused: 'Ainda não usada',
  moreUses: 'e mais {{count}}',
  delete: 'Excluir',
  deleted: '{{name}} foi excluída. Desfaça para trazê-la de volta.',
  deletedUsed_one:
    '{{name}} foi excluída. Era usada em {{count}} lugar, que agora aparece nas verificações. Desfaça para trazê-la de volta.',
  deletedUsed_other:
    '{{name}} foi excluída. Era usada em {{count}} lugares, que agora aparecem nas verificações. Desfaça para trazê-la de volta.',
  locked: 'Todo bot a tem com este nome, por isso ela não pode ser renomeada nem excluída.',
  predefined: {
    ENCERRA_FLUXO: 'O cliente que envia esta palavra encerra a conversa a qualquer momento.',
    MENU_PRINCIPAL:
      'O cliente que envia esta palavra volta ao menu principal. O que já foi respondido fica guardado.',
    ID_CONTA_KAROO: 'A conta do motor em que o bot roda. Os blocos podem ler, mas não alterar.',
    NUMERO_CLIENTE: 'O número ou código do cliente. Guardado como texto, para manter os zeros à esquerda.',
    NOME_CLIENTE:
      'O nome do cliente no perfil do canal. Escreva {{NOME_CLIENTE|cliente}} para quando estiver vazio.',
    OMNICHANNEL_SESSION: 'Um único ID para a sessão do cliente em todos os canais.',
  },
  edit: {
    add: 'Adicionar a variável {{name}}',
    rename: 'Renomear {{name}}',
    change: 'Alterar {{name}}',
    delete: 'Excluir a variável {{name}}',
  },
}
