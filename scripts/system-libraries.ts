import { installPackages } from './system-libraries/install-packages.ts'
import { readMachineFacts } from './system-libraries/machine-facts.ts'
import { neededPackages, planPackages } from './system-libraries/plan-packages.ts'
import { ToolFault } from './tool-fault.ts'

/**
 * Makes sure the program's shared libraries and, without a display, Xvfb are there: installs them as root on Debian and
 * Ubuntu, otherwise throws a ToolFault holding one copyable line.
 */
export async function ensureSystemLibraries(executable: string): Promise<void> {
  const facts = await readMachineFacts(executable)
  const plan = planPackages(facts)
  if (plan.action === 'none') return
  if (plan.action === 'tell') throw new ToolFault(plan.message)
  await installPackages(neededPackages(facts), facts.osRelease)
  const after = planPackages(await readMachineFacts(executable))
  if (after.action !== 'none')
    throw new ToolFault(
      `The packages are installed, but ${executable} still cannot start: see ldd ${executable}`,
    )
}
