/** Names of the commonest parts in languages that drawings on the net are written in, as English ones. */
const words: readonly (readonly [RegExp, string])[] = [
  [/数据库|資料庫|データベース|데이터베이스/g, 'database'],
  [/用户端|客户端|クライアント|클라이언트/g, 'client'],
  [/用户|用戶|ユーザー?|사용자/g, 'user'],
  [/缓存|快取|キャッシュ|캐시/g, 'cache'],
  [/网关|ゲートウェイ|게이트웨이/g, 'gateway'],
  [/消息队列|メッセージキュー|메시지 큐/g, 'message queue'],
  [/队列|キュー/g, 'queue'],
  [/浏览器|ブラウザ|브라우저/g, 'browser'],
  [/前端|フロントエンド|프론트엔드/g, 'frontend'],
  [/后端|後端|バックエンド|백엔드/g, 'backend'],
  [/负载均衡器?|ロードバランサー?|로드 ?밸런서/g, 'load balancer'],
  [/服务器|伺服器|サーバー?|서버/g, 'server'],
  [/微服务|服务|サービス|서비스/g, 'service'],
  [/注册中心/g, 'service registry'],
  [/日志|ログ|로그/g, 'logs'],
  [/(?<![\p{L}])netzwerk/giu, 'network'],
  [/监控|監視|監控|모니터링/g, 'monitoring'],
  [/对象存储|オブジェクトストレージ/g, 'object storage'],
  [/存储|ストレージ|스토리지/g, 'storage'],
  [/认证|認証|인증/g, 'authentication'],
  [/调度器?|スケジューラー?/g, 'scheduler'],
  [/база данных|бд(?![\p{L}])/giu, 'database'],
  [/пользовател[\p{L}]*/giu, 'user'],
  [/сервер/giu, 'server'],
  [/клиент/giu, 'client'],
  [/очередь/giu, 'queue'],
  [/балансировщик/giu, 'load balancer'],
  [/хранилище/giu, 'storage'],
  [/браузер/giu, 'browser'],
  [/\b(?:base de datos|banco de dados|base de données|datenbank|basis data)\b/gi, 'database'],
  [/\b(?:usuarios?|usuários?|utilisateurs?|benutzer|nutzer|pengguna|utente)(?![\p{L}])/giu, 'user'],
  [/\b(?:servidor|serveur)(?:es|s|x)?\b/gi, 'server'],
  [/\b(?:clientes?|kunde)\b/gi, 'client'],
  [/(?<![\p{L}])(?:servicios?|serviços?|dienst)(?![\p{L}])/giu, 'service'],
  [/\b(?:fila|cola) de (?:mensajes|mensagens|tareas|tarefas)\b/gi, 'message queue'],
  [/\b(?:warteschlange|file d'attente)\b/gi, 'queue'],
  [/\b(?:navegador|navigateur)\b/gi, 'browser'],
  [/\b(?:almacenamiento|armazenamento|stockage|speicher)\b/gi, 'storage'],
  [/\b(?:balanceador(?: de carga)?|lastverteiler|répartiteur de charge)\b/gi, 'load balancer'],
]
const anything =
  /[^ -~]|\b(?:base|banco|datenbank|basis|usuario|utilisateur|benutzer|nutzer|pengguna|utente|servidor|serveur|cliente|kunde|servicio|dienst|fila|cola|warteschlange|file|navegador|navigateur|almacenamiento|armazenamento|stockage|speicher|balanceador|lastverteiler|netzwerk)/i

/** The same text with those names in English, spaced apart; other words stay. */
export function foreignWords(text: string): string {
  if (!anything.test(text)) return text
  return words.reduce((known, [pattern, english]) => known.replace(pattern, ` ${english} `), text)
}
