// How a command of the terminal ends: with the code of its work, and with one line instead of a stack where that failed.

export async function endWith(work: () => Promise<number>): Promise<void> {
  process.exitCode = await work().catch((error: unknown) => {
    // Whoever reads our output may stop early, as head does.
    if (error instanceof Error && 'code' in error && error.code === 'EPIPE') return 0;
    console.error(error instanceof Error ? error.message : String(error));
    return 1;
  });
}
