import { z } from 'zod'

/** Two integers, not a decimal fraction: 0.10 comes after 0.9 (requirements.md D-01). */
export type VersionNumber = Readonly<{ major: number; minor: number }>

/** `1` for 1.0, else `0.3`. */
export function formatVersion({ major, minor }: VersionNumber): string {
  return minor === 0 ? String(major) : `${major}.${minor}`
}

export const versionTextSchema = z
  .string()
  .regex(/^\d{1,9}(\.\d{1,9})?$/, 'expected a version such as 0.3 or 1')

export function parseVersion(text: string): VersionNumber {
  const [major = 0, minor = 0] = text.split('.').map(Number)
  return { major, minor }
}

export function compareVersions(a: VersionNumber, b: VersionNumber): number {
  return a.major - b.major || a.minor - b.minor
}

/**
 * The number of a new version (requirements.md D-01, KAL-17). Saving counts decimals on top of the newest version;
 * activating content that never was active mints the next whole number.
 * @param newest the highest number ever given for this bot, deleted drafts included; null for a new bot
 */
export function nextVersion(newest: VersionNumber | null, event: 'save' | 'activate'): VersionNumber {
  if (event === 'activate') return { major: (newest?.major ?? 0) + 1, minor: 0 }
  return newest === null ? { major: 0, minor: 1 } : { major: newest.major, minor: newest.minor + 1 }
}
