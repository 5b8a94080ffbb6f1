export function BoardPage({ boardId }: { boardId: string }) {
  return <main>{boardId}</main>
}
