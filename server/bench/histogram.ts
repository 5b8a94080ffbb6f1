/** Latencies in logarithmic buckets, exact to about one percent. Microseconds in, milliseconds out. */
const perOctave = 128
const octaves = 27

export class Histogram {
  count = 0
  private readonly buckets = new Float64Array(octaves * perOctave)

  add(micros: number): void {
    const value = Math.max(0, Math.floor(micros))
    this.count++
    const exponent = 31 - Math.clz32(value | 1)
    const index =
      exponent < 7 ? value : (exponent - 6) * perOctave + ((value >>> (exponent - 7)) & 127)
    this.buckets[index] = (this.buckets[index] ?? 0) + 1
  }

  /** Milliseconds below which this share (0 to 1) of the values lies; NaN when there are none. */
  quantile(share: number): number {
    let left = Math.ceil(this.count * share)
    for (const [index, count] of this.buckets.entries()) {
      left -= count
      if (left > 0 || count === 0) continue
      const exponent = Math.floor(index / perOctave) + 6
      const micros = index < perOctave ? index : ((index & 127) + perOctave) * 2 ** (exponent - 7)
      return micros / 1000
    }
    return Number.NaN
  }
}
