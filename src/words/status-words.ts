/** What statuses are called, as parts of regular expressions in lower case. */

export const STATUS_LABELS =
  'status|state|zustand|stav|trạng thái|stan|statut|[ée]tat|estado|situaci[óo]n|situação|stato|durum|статус|стан|состояние|状态|狀態|ステータス|状態|状況|상태|현황';

/** Of proposals that have just been written, in the languages that are read. */
export const NEW_STATUSES =
  'propos(?:ed|al)|draft|open|new|pending|provisional|idea|ideation|prediscussion|wip|vorgeschlagen|vorschlag|entwurf|proposée?|brouillon|propuest[oa]|borrador|propost[oa]|rascunho|bozza|предложен[оа]?|черновик|提议|提案|草案|草稿|ドラフト|下書き|제안|초안';

/** Of proposals that are looked at. */
export const REVIEW_STATUSES =
  '(?:in|under)[-_ ](?:review|discussion|progress)|review|discussion|wip|active';

/** After which a proposal is no longer discussed. */
export const DECIDED_STATUSES =
  'accepted|approved|implemented|rejected|superseded|replaced|deprecated|withdrawn|declined|final|closed|done|obsolete|committed';

/** The same in the other languages that are read, without endings that differ. */
export const DECIDED_STATUSES_ABROAD = [
  'akzeptiert|angenommen|genehmigt|umgesetzt|abgelehnt|verworfen|ersetzt|veraltet|zurückgezogen',
  'accepté|approuvé|rejeté|refusé|remplacé|obsolète|déprécié|abandonné',
  'acept|aprobad|rechazad|reemplazad|obsolet|implementad|retirad',
  'aceit|aprovad|rejeitad|substituíd|recusad',
  'accettat|approvat|rifiutat|sostituit|respint',
  'принят|одобрен|отклон|замен|устарел|отозван',
  '已接受|已接納|已批准|已采纳|已採納|已拒绝|已拒絕|已废弃|已廢棄|已取代|已替代|已实施|已实现|已實作|已撤回',
  '承認|採用|却下|棄却|廃止|非推奨|実装済|置き換え',
  '승인|수락|거부|거절|대체|폐기|구현',
].join('|');

/** Before that, and of proposals that nobody goes on with. */
export const OPEN_STATUSES =
  'propos(?:ed|al)|draft(?:ed|ing)?|new|ideas?|pending|provisional|open|planned|ongoing|not started|started|in[- ]?progress|in[- ]?review|candidate|experimental|living|stagnant|last call|adopted|published|ratified|completed?|delivered|shipped|released|on[- ]hold|paused|postponed|deferred|parked|abandoned|cancell?ed|dormant|informational|historic|implementable|implementing|ready|merged|stable|unknown';

/** The same in the other languages that are read, without endings that differ. */
export const OPEN_STATUSES_ABROAD = [
  'vorgeschlagen|vorschlag|entwurf|in arbeit|in bearbeitung|in prüfung|offen|geplant',
  'proposé|brouillon|en cours|en discussion|à valider',
  'propuest|borrador|en revisión|en progreso',
  'propost|rascunho|em revisão|em andamento',
  'bozza|in revisione|zaproponowan|szkic|zaakceptowan|voorgesteld|concept|geaccepteerd|önerildi|taslak|kabul',
  'предложен|черновик|на рассмотрении|в работе|обсужд',
  '提议|草案|草稿|提案|评审|審查|审核|讨论|进行中|進行中|ドラフト|レビュー|検討|下書き',
  '제안|초안|검토|논의|진행',
].join('|');
