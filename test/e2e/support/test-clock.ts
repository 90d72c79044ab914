import { renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const dayMs = 86_400_000;

/**
 * The application's time in a test. The application reads it from a file: it shows the instant written there
 * and runs on from the moment of writing.
 */
export class TestClock {
  readonly file: string;
  #written: string;

  /** @param start ISO instant from which the time runs */
  constructor(folder: string, start: string) {
    this.file = join(folder, 'clock');
    this.#written = start;
    this.moveTo(start);
  }

  /** Lets the time jump to an instant. */
  moveTo(instant: string): void {
    this.#written = new Date(instant).toISOString();
    // Put in place as a whole: the application may be reading at this moment.
    const next = `${this.file}.next`;
    writeFileSync(next, this.#written);
    renameSync(next, this.file);
  }

  /** Lets the time jump ahead, as a PC that slept. */
  advanceDays(days: number): void {
    this.moveTo(new Date(this.nowMs() + days * dayMs).toISOString());
  }

  nowMs(): number {
    return Date.parse(this.#written) + Date.now() - statSync(this.file).mtimeMs;
  }
}
