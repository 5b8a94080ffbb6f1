/** How Node's heap is to grow in a process that holds many boards. To be called before they are opened. */
import { setFlagsFromString } from 'node:v8'

/**
 * Left alone, the heap may grow to several times what is in use before it is cleaned, and most of what a
 * server full of boards takes would be waste. Cleaning at two fifths above halves the memory of 1,000
 * rooms and costs a few percent more work while they fill; at a third it costs latency too.
 */
export function keepHeapLean(): void {
  setFlagsFromString('--heap-growing-percent=40')
}
