// A bar in the terminal while something long runs; nothing at all where the output is not one.

export interface ProgressBar {
  at(share: number): void;
  end(): void;
}

const cells = 30;

export function progressBar(stream: NodeJS.WriteStream, label: string): ProgressBar {
  if (!stream.isTTY) return { at() {}, end() {} };
  let shown = -1;
  return {
    at(share) {
      const percent = Math.min(100, Math.floor(share * 100));
      if (percent === shown) return;
      shown = percent;
      const full = Math.round((percent / 100) * cells);
      stream.write(`\r${label} [${'#'.repeat(full)}${'.'.repeat(cells - full)}] ${percent} %`);
    },
    end: () => void stream.write('\r\x1b[K'),
  };
}
