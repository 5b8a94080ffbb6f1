/** A small disk of its own for a server, which can be filled up and made read-only. Takes root. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export class Disk {
  readonly folder = mkdtempSync(join(tmpdir(), 'loadbearing-disk-'))
  readonly #filler = join(this.folder, 'filler')

  private constructor(megabytes: number) {
    const options = `size=${megabytes}m`
    execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', this.folder], { stdio: 'ignore' })
  }

  /** `undefined` where this user may not mount one. */
  static mount(megabytes: number): Disk | undefined {
    try {
      return new Disk(megabytes)
    } catch {
      return undefined
    }
  }

  /** To the last block. */
  fill(): void {
    for (let size = 1 << 20; size >= 1; size >>= 1) {
      try {
        for (;;) writeFileSync(this.#filler, new Uint8Array(size), { flag: 'a' })
      } catch {
        // Full for this size; smaller ones may still fit.
      }
    }
  }

  clear(): void {
    rmSync(this.#filler)
  }

  setWritable(isWritable: boolean): void {
    const mode = isWritable ? 'rw' : 'ro'
    execFileSync('mount', ['-o', `remount,${mode}`, this.folder])
  }

  unmount(): void {
    execFileSync('umount', ['-l', this.folder])
    rmSync(this.folder, { recursive: true })
  }
}
