/** The processor time a piece of work takes, in milliseconds: unlike the time of a clock, it is no longer on a busy machine. */
export function cpuMsOf(work: () => void): number {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}
