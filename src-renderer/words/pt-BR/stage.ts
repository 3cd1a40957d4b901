import type { TranslatedArea } from '../translated.ts'

/** Words of the area `stage` in Portuguese. */
export const stage: TranslatedArea<'stage'> = {
  who: 'Quem a encontra',
  all: 'Todos',
  part: 'Primeiro uma parte das novas conversas',
  percent: 'Novas conversas, %',
  watch: 'Retirar automaticamente quando erros demais acontecerem',
  errorPercent: 'Conversas com erro, %',
  conversations: 'Avaliada a partir de tantas conversas',
  plan: 'A versão {{version}} atende {{percent}} % das novas conversas; as demais continuam com a versão {{active}}.',
  planReplaces: 'A versão {{version}}, que uma parte encontra agora, é retirada.',
  watched:
    'Ela é retirada automaticamente quando {{errorPercent}} % de pelo menos {{conversations}} conversas tiverem erro.',
  unwatched: 'Ela só é retirada manualmente.',
  title: 'A versão {{version}} atende uma parte das novas conversas',
  share: 'Parte das novas conversas',
  since: '{{percent}} % desde {{at}}',
  counted_one: '{{count}} conversa até agora',
  counted_other: '{{count}} conversas até agora',
  failed: '{{failed}} com erro ({{percent}} %)',
  noneFailed: 'nenhuma com erro',
  change: 'Alterar …',
  finish: 'Para todos …',
  takeBack: 'Retirar …',
  save: 'Salvar',
  back: {
    will: 'Retirar a versão {{version}}? Novas conversas voltam a encontrar a versão {{active}}.',
    reason: 'Motivo',
    placeholder: 'Por exemplo: as pessoas não encontram o menu',
    conversations: 'Conversas que estão nela',
    finish: 'Deixar que cheguem ao fim',
    restart: 'Encerrar agora; a próxima mensagem encontra a versão {{active}}',
    action: 'Retirar',
  },
  toTest: 'Colocar {{version}} em teste',
  toLive: 'Ativar {{version}} …',
}
