/** The preview of a block on every channel. */
export const preview = {
  show: 'Preview on the channels',
  title: 'Preview: {{name}}',
  theme: 'Light or dark',
  light: 'Light',
  dark: 'Dark',
  channels: 'The channels, side by side',
  unbound: 'Not a channel of this bot',
  silent: 'This block sends nothing when it is reached. Choose one that talks, such as a message or a menu.',
  opens: '“{{title}}” opens this list',
  template: 'Registered template {{name}} ({{language}})',
  sendLocation: 'Send location',
  sendFile: 'Send a file',
  engine: 'your-engine.example',
  segments_one: 'Paid as {{count}} text message.',
  segments_other: 'Paid as {{count}} text messages.',
}
