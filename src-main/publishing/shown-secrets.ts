/**
 * Secrets that an engine gave once, until the person has taken them along: they go from here to the clipboard and never
 * into the window.
 */
export class ShownSecrets {
  private readonly secrets = new Map<string, string>()

  /** Only the newest one is kept. */
  keep(engine: string, key: string, secret: string): void {
    this.secrets.clear()
    this.secrets.set(placeOf(engine, key), secret)
  }

  get(engine: string, key: string): string | null {
    return this.secrets.get(placeOf(engine, key)) ?? null
  }

  forget(): void {
    this.secrets.clear()
  }
}

function placeOf(engine: string, key: string): string {
  return `${engine} ${key}`
}
