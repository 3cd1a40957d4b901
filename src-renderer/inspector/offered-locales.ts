/** The languages most asked for, offered by name; any other is added by its tag. */
export const OFFERED_LOCALES: readonly string[] = [
  'ar', 'bn', 'cs', 'da', 'de', 'el', 'en', 'en-GB', 'en-US', 'es', 'es-419', 'es-MX', 'fi', 'fil', 'fr', 'fr-CA', 'he',
  'hi', 'hu', 'id', 'it', 'ja', 'ko', 'ml', 'mr', 'ms', 'nl', 'no', 'pl', 'pt', 'pt-BR', 'pt-PT', 'ro', 'ru', 'sv', 'sw',
  'ta', 'te', 'th', 'tr', 'uk', 'ur', 'vi', 'zh-Hans', 'zh-Hant',
]
