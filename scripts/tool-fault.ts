/** Something a person can put right: the house tools print its message without a stack and exit 1. */
export class ToolFault extends Error {
  override name = 'ToolFault'
}

/** Runs a tool's main function: its answer is the exit code, a ToolFault is told in plain words, a bug keeps its stack. */
export async function runTool(main: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await main()
  } catch (error) {
    console.error(error instanceof ToolFault ? error.message : error)
    process.exitCode = 1
  }
}
