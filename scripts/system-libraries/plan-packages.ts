/** What the decision is made from; nothing else is looked at. */
export type MachineFacts = Readonly<{
  /** Sonames the program misses. */
  missing: readonly string[]
  needsDisplay: boolean
  hasXvfb: boolean
  hasApt: boolean
  isRoot: boolean
  /** Text of /etc/os-release, empty where there is none. */
  osRelease: string
}>

/** What to do about it: nothing, install, or tell the person one line to copy. */
export type PackagePlan = Readonly<
  { action: 'none' } | { action: 'install' } | { action: 'tell'; message: string }
>

const DISPLAY_PACKAGES = ['xvfb', 'xauth']
const LIBRARY_PACKAGES = ['libgtk-3-0', 'libnss3', 'libasound2', 'libgbm1']
// Debian 13 and Ubuntu 24.04 renamed these for 64-bit time.
const RENAMED: Readonly<Record<string, string>> = {
  'libgtk-3-0': 'libgtk-3-0t64',
  libasound2: 'libasound2t64',
}

/** Decides whether packages are needed and who installs them. */
export function planPackages(facts: MachineFacts): PackagePlan {
  const wanted = neededPackages(facts)
  if (wanted.length === 0) return { action: 'none' }
  if (facts.hasApt && facts.isRoot) return { action: 'install' }
  const lacks = [...facts.missing, ...(facts.needsDisplay && !facts.hasXvfb ? ['Xvfb'] : [])].join(', ')
  if (!facts.hasApt)
    return { action: 'tell', message: `This machine lacks ${lacks}. Install them with its package manager.` }
  const names = chooseNames(wanted, new Set(), facts.osRelease)
  return { action: 'tell', message: `This machine lacks ${lacks}. Install them with:\n  ${aptLine(names)}` }
}

/** Debian names (as before 64-bit time) of the packages this machine needs. */
export function neededPackages(facts: MachineFacts): readonly string[] {
  const display = facts.needsDisplay && !facts.hasXvfb ? DISPLAY_PACKAGES : []
  return [...display, ...(facts.missing.length > 0 ? LIBRARY_PACKAGES : [])]
}

/** Turns Debian names into those this release uses: by what apt can install, else by the release's number. */
export function chooseNames(
  wanted: readonly string[],
  installable: ReadonlySet<string>,
  osRelease: string,
): readonly string[] {
  return wanted.map(name => {
    const renamed = RENAMED[name]
    if (!renamed || installable.has(name)) return name
    return installable.has(renamed) || usesNewNames(osRelease) ? renamed : name
  })
}

/** Every name apt should be asked about before `chooseNames`. */
export function candidateNames(wanted: readonly string[]): readonly string[] {
  return wanted.flatMap(name => (RENAMED[name] ? [name, RENAMED[name]] : [name]))
}

/** The line a person copies. */
export function aptLine(packages: readonly string[]): string {
  return `sudo apt-get update && sudo apt-get install -y ${packages.join(' ')}`
}

/** Value of one field of /etc/os-release, without quotes. */
export function osField(osRelease: string, field: string): string {
  return new RegExp(`^${field}="?([^"\\n]*)"?$`, 'm').exec(osRelease)?.[1] ?? ''
}

function usesNewNames(osRelease: string): boolean {
  const version = Number.parseFloat(osField(osRelease, 'VERSION_ID'))
  return version >= (osField(osRelease, 'ID') === 'ubuntu' ? 24.04 : 13)
}
