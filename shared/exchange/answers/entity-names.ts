/** "Consistency: …", "All three are spread …" and "Order and stock are two databases: …" speak of others. */
export function isNoName(name: string): boolean {
  return (
    /^(?:index(?:es)?|indices|consistency|all|both|three|two|everything|those|these|they|it|this)$/i.test(
      name,
    ) || /\s(?:is|are|was|were|has|have|will|must|goes|go|lives?)\s/i.test(name)
  )
}
