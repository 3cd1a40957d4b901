import type { TranslatedArea } from '../translated.ts'

/** Words of the area `media` in Brazilian Portuguese; keys begin with its name. */
export const media: TranslatedArea<'media'> = {
  title: 'Mídia',
  one: 'Arquivo',
  add: 'Adicionar arquivos',
  addOne: 'Adicionar um arquivo…',
  drop: 'Arquivos deste bot. Arraste ou cole arquivos aqui para adicioná-los.',
  none: 'Imagens, vídeos, áudios e documentos que seu bot envia. Arraste-os para cá, cole ou escolha.',
  filter: 'Localizar um arquivo',
  nothing: 'Nada encontrado para “{{filter}}”.',
  taking: 'Adicionando os arquivos…',
  refused: '{{name}}: {{why}}',
  tooLarge:
    'Tem {{size}}; o limite é {{most}}. Reduza o tamanho ou coloque-o em um servidor web e use o endereço.',
  unreadable: 'Não foi possível ler.',
  known_one: '{{count}} arquivo já estava aqui e não é guardado duas vezes.',
  known_other: '{{count}} arquivos já estavam aqui e não são guardados duas vezes.',
  hasError: 'Um canal não aceita este arquivo',
  gone: 'O conteúdo deste arquivo não está nesta biblioteca. Adicione o arquivo de novo.',
  goneShort: 'Arquivo excluído',
  preview: 'Pré-visualização de {{name}}',
  name: 'Nome',
  alt: 'Descrição',
  altHint: 'Lida para quem não pode ver, sempre que o bloco não tem descrição própria.',
  channels: 'Nos canais',
  fit: {
    shown: '{{channel}} mostra o arquivo.',
    link: '{{channel}} recebe um link para ele.',
    tooLarge: '{{channel}} aceita no máximo {{most}}.',
    wrongType: '{{channel}} não aceita arquivos deste tipo.',
  },
  delete: 'Excluir',
  deleted: 'Excluído: “{{name}}”. Desfaça para trazer de volta.',
  deletedUsed_one:
    'Excluído: “{{name}}”. {{count}} lugar que o mostrava ficou vazio. Desfaça para trazer de volta.',
  deletedUsed_other:
    'Excluído: “{{name}}”. {{count}} lugares que o mostravam ficaram vazios. Desfaça para trazer de volta.',
  orFile: 'Ou um arquivo deste bot',
  choose: 'Escolher ou adicionar um arquivo',
  edit: {
    add_one: 'Adicionar {{count}} arquivo',
    add_other: 'Adicionar {{count}} arquivos',
    change: 'Alterar {{name}}',
    delete: 'Excluir {{name}}',
  },
}
