export function HoverHandles() {
  return null
}
