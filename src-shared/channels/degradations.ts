/** What a channel shows in place of a part it does not have, one sentence each (requirements.md NHN-56). */
export const DEGRADATIONS = {
  'options-numbered': channel =>
    `${channel} cannot show these options as something to tap: they are a numbered list, answered by number.`,
  'descriptions-in-text': channel =>
    `${channel} has no second line on its buttons: the descriptions stand in the text.`,
  'links-in-text': channel => `${channel} cannot show these links as buttons here: they stand in the text.`,
  'calls-in-text': channel =>
    `${channel} has no button that makes a call here: the phone number stands in the text.`,
  'cards-in-text': channel => `${channel} cannot show these cards: they are a list in the text.`,
  'header-in-text': channel => `${channel} has no header here: it is the first line of the text.`,
  'footer-in-text': channel => `${channel} has no footer here: it is the last line of the text.`,
  'stream-as-link': channel => `${channel} has no player for live streams: the stream is a link in the text.`,
  'file-as-link': channel => `${channel} cannot show this kind of file: it is a link in the text.`,
  'file-name-lost': channel => `${channel} shows the name in the file's address instead of the one given.`,
  'alternative-text-lost': channel =>
    `${channel} has no place for the text that describes a picture: it is not sent.`,
  'location-as-link': channel =>
    `${channel} cannot show a place on a map: it is an address and a link to a map.`,
  'contact-in-text': channel => `${channel} cannot show a contact card: its lines stand in the text.`,
  'location-asked-in-text': channel =>
    `${channel} has no button that sends a location here: the request degrades to a text question.`,
  'file-asked-in-text': channel =>
    `${channel} has no button that sends a file: the request degrades to a text question.`,
  'template-as-text': channel =>
    `${channel} has no registered templates: the text is sent as a usual message.`,
  'template-text-registered': channel =>
    `${channel} shows the registered text of the template; the one given here is only for reading.`,
  'template-labels-registered': channel =>
    `${channel} shows the registered labels on the buttons of the template; the ones given here are only for reading.`,
  'formatting-lost': channel =>
    `${channel} shows no bold, italics or other formatting here: the words are plain.`,
  'links-spelled-out': channel =>
    `${channel} cannot put a link behind words: the address follows them in brackets.`,
} as const satisfies Readonly<Record<string, (channel: string) => string>>

export type DegradationCode = keyof typeof DEGRADATIONS
