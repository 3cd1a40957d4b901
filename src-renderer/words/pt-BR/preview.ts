import type { TranslatedArea } from '../translated.ts'

/** The preview of a block on every channel, in Brazilian Portuguese. */
export const preview: TranslatedArea<'preview'> = {
  show: 'Pré-visualizar nos canais',
  title: 'Pré-visualização: {{name}}',
  theme: 'Claro ou escuro',
  light: 'Claro',
  dark: 'Escuro',
  channels: 'Os canais, lado a lado',
  unbound: 'Não é um canal deste bot',
  silent:
    'Este bloco não envia nada quando a conversa chega a ele. Escolha um que fale, como uma mensagem ou um menu.',
  opens: '“{{title}}” abre esta lista',
  template: 'Modelo registrado {{name}} ({{language}})',
  sendLocation: 'Enviar localização',
  sendFile: 'Enviar um arquivo',
  engine: 'seu-motor.example',
  segments_one: 'Cobrado como {{count}} SMS.',
  segments_other: 'Cobrado como {{count}} SMS.',
}
