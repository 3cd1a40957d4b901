/** What a channel asks of a message besides limits: the sentence says what is wrong and what to do. */
export const RULES = {
  'message/empty': 'the message says nothing; give it a text.',
  'message/unsafe-address':
    'this is not a web address or phone number that can be opened; write it in full, beginning with https:// or +.',
  'message/unnamed-option': 'an option has no label; give it one.',
  'message/repeated-option': 'two options have the same id; give each its own.',
  'message/place-nowhere':
    'the location is not on the globe; latitudes are from -90 to 90, longitudes from -180 to 180.',
  'whatsapp/template-alone':
    'a template carries only its parameters, the file in its header and its buttons; send this part in a message of its own.',
  'whatsapp/template-parameter-text':
    'a template parameter must not be empty, nor hold line breaks, tabs or more than four spaces in a row.',
  'message/repeated-label':
    'two options have the same label and cannot be told apart; they are sent in another form.',
  'template/without-text':
    'this channel has no templates, and the message has no text to send instead; give it one.',
} as const

export type RuleName = keyof typeof RULES
