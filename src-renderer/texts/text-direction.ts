type WithDirection = Intl.Locale & { getTextInfo?: () => { direction: 'ltr' | 'rtl' } }

/** Where texts of a language begin, so that Arabic is shown as it will be read. */
export function textDirection(locale: string): 'ltr' | 'rtl' {
  return (new Intl.Locale(locale) as WithDirection).getTextInfo?.().direction ?? 'ltr'
}
