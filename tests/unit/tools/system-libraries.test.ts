import { describe, expect, test } from 'vitest'
import { canInstallChromium, noChromium } from '../../../scripts/chromium.ts'
import { installablePackages, missingLibraries } from '../../../scripts/system-libraries/machine-facts.ts'
import {
  candidateNames,
  chooseNames,
  type MachineFacts,
  neededPackages,
  planPackages,
} from '../../../scripts/system-libraries/plan-packages.ts'

const DEBIAN_12 = 'PRETTY_NAME="Debian GNU/Linux 12 (bookworm)"\nID=debian\nVERSION_ID="12"\n'
const DEBIAN_13 = 'ID=debian\nVERSION_ID="13"\n'
const UBUNTU_22 = 'ID=ubuntu\nVERSION_ID="22.04"\n'
const UBUNTU_24 = 'ID=ubuntu\nVERSION_ID="24.04"\n'
const READY: MachineFacts = {
  missing: [],
  needsDisplay: true,
  hasXvfb: true,
  hasApt: true,
  isRoot: true,
  osRelease: DEBIAN_12,
}
const BARE: MachineFacts = { ...READY, missing: ['libgtk-3.so.0', 'libgbm.so.1'], hasXvfb: false }

describe('reading the machine', () => {
  test('ldd: names each missing library once', () => {
    const output = [
      '\tlinux-vdso.so.1 (0x00007ffc)',
      '\tlibffmpeg.so => /opt/electron/libffmpeg.so (0x00007f)',
      '\tlibgtk-3.so.0 => not found',
      '\tlibgbm.so.1 => not found',
      '\tlibgtk-3.so.0 => not found',
    ].join('\n')
    expect(missingLibraries(output)).toEqual(['libgtk-3.so.0', 'libgbm.so.1'])
  })

  test('apt-cache policy: only what has a candidate can be installed', () => {
    const output = [
      'xvfb:',
      '  Installed: (none)',
      '  Candidate: 2:21.1.7-3',
      '  Version table:',
      'libasound2:',
      '  Installed: (none)',
      '  Candidate: (none)',
      '  Version table:',
      'libasound2t64:',
      '  Installed: 1.2.14-1',
      '  Candidate: 1.2.14-1',
      '',
    ].join('\n')
    expect([...installablePackages(output)]).toEqual(['xvfb', 'libasound2t64'])
  })
})

describe('deciding', () => {
  test('a ready machine is left alone', () => {
    expect(planPackages(READY)).toEqual({ action: 'none' })
    expect(planPackages({ ...READY, hasXvfb: false, needsDisplay: false })).toEqual({ action: 'none' })
  })

  test('root on Debian or Ubuntu installs', () => {
    expect(planPackages(BARE)).toEqual({ action: 'install' })
    expect(neededPackages(BARE)).toEqual(['xvfb', 'xauth', 'libgtk-3-0', 'libnss3', 'libasound2', 'libgbm1'])
    expect(neededPackages({ ...BARE, hasXvfb: true })).not.toContain('xvfb')
    expect(neededPackages({ ...BARE, missing: [] })).toEqual(['xvfb', 'xauth'])
  })

  test.each([
    [DEBIAN_12, 'xvfb xauth libgtk-3-0 libnss3 libasound2 libgbm1'],
    [UBUNTU_22, 'xvfb xauth libgtk-3-0 libnss3 libasound2 libgbm1'],
    [DEBIAN_13, 'xvfb xauth libgtk-3-0t64 libnss3 libasound2t64 libgbm1'],
    [UBUNTU_24, 'xvfb xauth libgtk-3-0t64 libnss3 libasound2t64 libgbm1'],
  ])('without root: one copyable line with the names of this release', (osRelease, packages) => {
    expect(planPackages({ ...BARE, isRoot: false, osRelease })).toEqual({
      action: 'tell',
      message:
        'This machine lacks libgtk-3.so.0, libgbm.so.1, Xvfb. Install them with:\n' +
        `  sudo apt-get update && sudo apt-get install -y ${packages}`,
    })
  })

  test('without apt: names what is missing', () => {
    expect(planPackages({ ...BARE, hasApt: false, osRelease: 'ID=fedora\n' })).toEqual({
      action: 'tell',
      message: 'This machine lacks libgtk-3.so.0, libgbm.so.1, Xvfb. Install them with its package manager.',
    })
  })

  test('what apt knows wins over the number of the release', () => {
    const wanted = ['libgtk-3-0', 'libnss3', 'libasound2']
    expect(candidateNames(wanted)).toEqual([
      'libgtk-3-0',
      'libgtk-3-0t64',
      'libnss3',
      'libasound2',
      'libasound2t64',
    ])
    const known = new Set(['libgtk-3-0t64', 'libnss3', 'libasound2'])
    expect(chooseNames(wanted, known, '')).toEqual(['libgtk-3-0t64', 'libnss3', 'libasound2'])
  })
})

describe('Chromium for browser tests', () => {
  test('is installed only as root on Debian; on Ubuntu the package is a snap', () => {
    expect(canInstallChromium({ osRelease: DEBIAN_12, isRoot: true })).toBe(true)
    expect(canInstallChromium({ osRelease: DEBIAN_12, isRoot: false })).toBe(false)
    expect(canInstallChromium({ osRelease: UBUNTU_24, isRoot: true })).toBe(false)
  })

  test('otherwise the message says how to go on', () => {
    expect(noChromium(DEBIAN_12)).toContain('sudo apt-get update && sudo apt-get install -y chromium')
    expect(noChromium(UBUNTU_24)).toContain('CHROMIUM_PATH=')
  })
})
