import type { TranslatedArea } from '../translated.ts'

/** The preview of a block on every channel, in Spanish. */
export const preview: TranslatedArea<'preview'> = {
  show: 'Ver en los canales',
  title: 'Vista previa: {{name}}',
  theme: 'Claro u oscuro',
  light: 'Claro',
  dark: 'Oscuro',
  channels: 'Los canales, lado a lado',
  unbound: 'No es un canal de este bot',
  silent: 'Este bloque no envía nada cuando se llega a él. Elija uno que hable, como un mensaje o un menú.',
  opens: '“{{title}}” abre esta lista',
  template: 'Plantilla registrada {{name}} ({{language}})',
  sendLocation: 'Enviar ubicación',
  sendFile: 'Enviar un archivo',
  engine: 'su-motor.example',
  segments_one: 'Se cobra como {{count}} mensaje de texto.',
  segments_other: 'Se cobra como {{count}} mensajes de texto.',
}
