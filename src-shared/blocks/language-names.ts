/** Making one costs far more than asking it; null where the platform knows no such language. */
const namesIn = new Map<string, Intl.DisplayNames | null>()

/** A language's name in that language or in another: "Português (Brasil)" for pt-BR. The tag where it has none. */
export function languageIn(locale: string, shownIn: string): string {
  try {
    return capitalised(displayNames(shownIn)?.of(locale) ?? locale, shownIn)
  } catch {
    return locale
  }
}

function displayNames(locale: string): Intl.DisplayNames | null {
  const known = namesIn.get(locale)
  if (known !== undefined) return known
  let made: Intl.DisplayNames | null = null
  try {
    made = new Intl.DisplayNames([locale], { type: 'language', languageDisplay: 'standard' })
  } catch {
    // A tag that is written like one and is none.
  }
  namesIn.set(locale, made)
  return made
}

function capitalised(name: string, locale: string): string {
  const [first = ''] = name
  return first.toLocaleUpperCase(locale) + name.slice(first.length)
}

/**
 * Languages by whatever people and systems call them, normalised: tag, own name and name in the first language, each
 * with and without the region and without accents. The language that stands first has the names that several share.
 */
export function languageIndex(
  locales: readonly string[],
  normalise: (text: string) => string,
): ReadonlyMap<string, string> {
  const index = new Map<string, string>()
  const add = (name: string, locale: string) => {
    for (const form of [name, name.normalize('NFD').replace(/\p{M}/gu, '')]) {
      const normal = normalise(form)
      if (normal !== '' && !index.has(normal)) index.set(normal, locale)
    }
  }
  const addAll = (tag: string, locale: string) => {
    for (const name of [
      tag,
      tag.replaceAll('-', '_'),
      languageIn(tag, tag),
      languageIn(tag, locales[0] ?? tag),
    ])
      add(name, locale)
  }
  for (const locale of locales) addAll(locale, locale)
  for (const locale of locales) addAll(locale.split('-')[0] ?? locale, locale)
  return index
}
