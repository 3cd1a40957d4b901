/** A language's name in the interface's language: "Portuguese (Brazil)". The tag itself where it has none. */
export function languageName(locale: string, interfaceLocale: string): string {
  try {
    return (
      new Intl.DisplayNames([interfaceLocale], { type: 'language', languageDisplay: 'standard' }).of(
        locale,
      ) ?? locale
    )
  } catch {
    return locale
  }
}
