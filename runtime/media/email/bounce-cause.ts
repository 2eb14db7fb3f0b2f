import type { BounceCause, MailReport, ReportKind } from './parsed-mail.ts';

interface Sign {
  readonly cause: BounceCause;
  /** The status a system means that says so in words alone (RFC 3463 3). */
  readonly status: string;
  readonly words: RegExp;
}

const sign = (cause: BounceCause, status: string, ...words: readonly string[]): Sign => ({
  cause,
  status,
  words: new RegExp(words.join('|'), 'iu'),
});

// What is said first counts, so the narrow words stand before the wide ones.
const signs: readonly Sign[] = [
  sign(
    'full-mailbox',
    '4.2.2',
    '(?:over|exceed\\w*|above|beyond|out of|reached)\\b.{0,40}\\b(?:quota|(?:storage|size|disk|space) (?:limit|allocation)|allowed storage)',
    'quota (?:exceeded|has been|violation)|(?:mail ?box|mail ?folder|inbox|account|mailbox size)\\b.{0,30}\\b(?:is |was |are )?(?:full|over quota)|full mailbox|mailfull|mail ?box\\b.{0,30}\\bexceed|mail ?box size limit',
    '(?:insufficient|not enough|no) (?:disk |mail ?box )?(?:space|storage)|mail box space not enough|not enough storage|space not enough',
    '(?:postfach|mailbox) (?:ist )?voll|boîte.{0,20}pleine|buzón.{0,20}lleno|caixa.{0,20}cheia|casella.{0,20}piena|メールボックス.{0,10}(?:一杯|いっぱい)|ящик.{0,20}переполнен',
  ),
  sign(
    'too-large',
    '5.3.4',
    '(?:message|mail|e-?mail|attachment)?\\b.{0,40}\\b(?:exceed\\w*|larger than|bigger than|over)\\b.{0,40}\\b(?:size|length|maximum)',
    '(?:message|mail|size|attachment)\\b.{0,20}\\btoo (?:big|large|long)|maximum .{0,30}(?:message )?size|size limit',
  ),
  sign(
    'moved',
    '5.1.6',
    '(?:has|have|been) (?:moved|changed)\\b.{0,60}\\b(?:address|company|employ)|no longer (?:works|employed|with|here)|(?:new|changed) (?:e-?mail )?address|has left (?:the|our)|mailbox (?:has )?moved',
  ),
  sign(
    'disabled-mailbox',
    '5.2.1',
    '(?:account|mail ?box|user|recipient|address)\\b.{0,40}\\b(?:disabled|inactive|suspended|discontinued|deactivated|closed|locked|blocked|not active|expired|terminated|cancell?ed|frozen)',
    '(?:disabled|inactive|suspended|closed|blocked) (?:user|account|mail ?box|recipient)|not been collected|not logged in',
  ),
  sign(
    'unknown-domain',
    '5.1.2',
    '(?:host|domain|server|gateway)\\b.{0,40}\\b(?:unknown|not (?:be )?found|(?:does not|doesn.t|not) exist|invalid|unrout|nonexistent|could not be found)',
    '(?:unknown|invalid|no such|bad|nonexistent|illegal) (?:host|domain|destination (?:system|domain))|name service error|nxdomain|(?:dns|name server|mx).{0,30}(?:error|fail|loop|lookup|not found|no (?:such|valid|record))',
    'couldn.t find any host|all relevant mx records point|unrout(?:e)?able (?:mail )?(?:domain|address)|could not find a gateway|no (?:mx|route to host|valid hosts?)\\b|host not found|null mx|name or service not known',
  ),
  sign(
    'unknown-address',
    '5.1.1',
    '(?:user|recipient|mail ?box|address(?:ee)?|account|person|alias|name|userid|local part|destinataire|destination)\\b.{0,60}\\b(?:unknown|not (?:be )?(?:found|known|listed|valid|recogni[sz]ed|exist|local|available)|(?:does not|doesn.t|didn.t|did not|no longer) (?:exist|have|valid)|invalid|unavailable|nonexistent|wrong|not a valid|rejected|undeliverable|not our|not an? active)',
    '(?:unknown|invalid|no such|no|not a known|not a valid|bad|illegal|incorrect|nonexistent|unrecogni[sz]ed|undefined|undeliverable|not our) (?:\\w+ ){0,2}(?:user|recipient|mail ?box|address(?:ee)?|account|person|local part|alias|destination|userid|name)\\b',
    'there is no (?:one|user|mail ?box)|no (?:mail ?box|user|one) (?:here )?by that name|no longer valid|not (?:a )?valid (?:user|e-?mail)|is not e?-?mail users?|no matches to nameserver|does not like recipient|doesn.t have an? .{1,60}account|no final e?-?mail delivery|not have a final|user unknown|unknown local|bad destination mailbox|isn.t (?:a )?valid|did not exactly match|not exist|mail ?drop|recipnotfound|bad_recipient|not our customer|email address is wrong',
    'adresse.{0,40}(?:inconnue|existe pas|erronée)|utilisateur (?:inconnu|non recensé)|unbekannt|existiert nicht|no existe|desconocid|não existe|inesistente|sconosciuto|не (?:существует|найден)|неизвестн|不存在|无此用户|ユーザ.{0,10}(?:見つかり|存在し)',
  ),
  sign(
    'loop',
    '5.4.6',
    'mail (?:forwarding )?loop|looping|loops? (?:back|detected|broken)|too many (?:hops|received)|routing loop|hop count',
  ),
  sign(
    'content',
    '5.6.0',
    'virus|infected|malware|banned (?:file|attachment|content)|attachment.{0,30}(?:not allowed|type|block)|(?:bad|invalid|illegal) (?:header|mime|content)|bare (?:lf|cr)|8-?bit (?:data|char)|message contains',
  ),
  sign(
    'refused',
    '5.7.1',
    '(?:spam|spf|dkim|dmarc|rbl|block ?list|black ?list|reputation|spamhaus|policy|content filter|unsolicited|bulk)',
    '(?:access|permission|relay\\w*|delivery|sender|connection|mail|client host|message)\\b.{0,40}\\b(?:denied|not (?:allowed|permitted|authori[sz]ed|accepted)|refused|rejected|prohibited|blocked|forbidden)',
    'not (?:accepting|allowed|permitted|authori[sz]ed)|(?:unable|refus\\w*) to relay|authentication (?:required|failed)|does not (?:accept|allow|like)|moderat|restricted|blocked|rejected|unauthenticated',
  ),
  sign(
    'expired',
    '4.4.7',
    '(?:in the queue|queued?) (?:too long|for)|(?:retry|retries|delivery) (?:time ?out|timeout|time expired|period)|(?:message|delivery time) expired|expired|time ?out exceeded|too long|allowed queue period|not (?:be )?delivered (?:for|within|after|in) \\d|failed \\d+ attempts|aborted after|after \\d+ (?:day|hour|attempt|tries)',
  ),
  sign(
    'unreachable',
    '4.4.1',
    '(?:connect\\w*|connection|network|socket|tcp|smtp)\\b.{0,60}\\b(?:fail\\w*|refused|timed? ?out|reset|lost|closed|dropped|unreachable|error|not (?:be )?established|establish|mail exchanger|broken)',
    '(?:time ?d? ?out|unable to connect|can.t connect|cannot connect|could not connect|not reachable|unreachable|not responding|no (?:response|answer)|no route|deferred: |server (?:is )?(?:down|unavailable|busy)|host (?:is )?(?:down|unavailable))',
  ),
  sign(
    'system-trouble',
    '4.3.0',
    '(?:try (?:again )?later|temporar\\w+|greylist|grey-list|too many (?:connections|messages|recipients|errors)|rate limit|throttl|resources|local (?:error|problem|configuration)|configuration error|internal error|i/o error|system (?:error|not|full|problem)|can.t (?:create|open|write)|cannot (?:open|write|create)|command (?:output|died|failed)|lock|read error|service (?:un|not )?available)',
  ),
];

/** Reasons by the last two numbers of a status, where they say more than "other" (RFC 3463 3, RFC 7504, RFC 7505). */
const byDetail: readonly (readonly [RegExp, BounceCause])[] = [
  [/^1\.(?:1|3|4)$/, 'unknown-address'],
  [/^(?:1\.(?:2|10)|4\.(?:3|4))$/, 'unknown-domain'],
  [/^1\.6$/, 'moved'],
  [/^2\.1$/, 'disabled-mailbox'],
  [/^2\.2$/, 'full-mailbox'],
  [/^(?:2\.3|3\.4)$/, 'too-large'],
  [/^4\.6$/, 'loop'],
  [/^4\.7$/, 'expired'],
  [/^4\.[1259]$/, 'unreachable'],
  [/^6\.\d+$/, 'content'],
  [/^(?:7\.\d+|1\.[78])$/, 'refused'],
  [/^3\.[1235]$/, 'system-trouble'],
];

/** What a mail system says in words alone; undefined where its words are none of those known. */
export function causeInWords(text: string): BounceCause | undefined {
  return signIn(text)?.cause;
}

/** What stands behind the reply code is the answer; before it, "host" and "user" name who was asked. */
function signIn(text: string): Sign | undefined {
  const answer = /(?:^|[^\d.])[45]\d\d[ -](.+)$/s.exec(text)?.[1] ?? text;
  return signs.find(({ words }) => words.test(answer)) ?? signs.find(({ words }) => words.test(text));
}

/**
 * Status, cause and permanence of a mail that was not delivered, from what its report gives: the status code, else an SMTP
 * reply code, else its words. The class of the status decides permanence (RFC 3463 2: 5 is permanent, 4 is not).
 */
export function bounceCause(report: {
  readonly kind: ReportKind;
  readonly status: string | undefined;
  readonly reason: string | undefined;
}): Pick<MailReport, 'status' | 'cause' | 'permanent'> {
  const { kind, reason = '' } = report;
  const status = specific(report.status, reason);
  if (kind !== 'non-delivery' && kind !== 'delayed') return { status, cause: undefined, permanent: undefined };
  const detail = status?.slice(2) ?? '';
  const told = byDetail.find(([pattern]) => pattern.test(detail))?.[1];
  const said = signIn(reason);
  // systems hide behind "policy" (x.7.1) what their words then say
  const cause = told === 'refused' ? (said?.cause ?? told) : (told ?? said?.cause);
  const whole = status ?? statusOfWords(kind, said, reason);
  // a report that says "delayed" goes on trying, whatever the code of the last attempt
  return { status: whole, cause, permanent: kind === 'non-delivery' && whole.startsWith('5') };
}

/** A status that says no more than its class gives way to one of the same class in the words. */
function specific(status: string | undefined, reason: string): string | undefined {
  if (status !== undefined && !status.endsWith('.0.0')) return status;
  const inWords = /(?:^|[\s#(<-])([45]\.\d{1,3}\.\d{1,3})(?![.\d])/.exec(reason)?.[1];
  return inWords !== undefined && (status ?? inWords)[0] === inWords[0] ? inWords : status;
}

/** The class is the SMTP reply's, where there is one; the rest comes of the words (RFC 3463 2: x.0.0 is "other"). */
function statusOfWords(kind: ReportKind, said: Sign | undefined, reason: string): string {
  const reply = /(?:^|[^\d.])([45])\d\d(?=[\s:;,)\]-]|$)(?![.:]\d)/.exec(reason)?.[1];
  const isFinal = /\bpermanent/i.test(reason);
  const replyClass = kind === 'delayed' ? '4' : isFinal ? '5' : (reply ?? said?.status[0] ?? '5');
  return `${replyClass}.${said?.status.slice(2) ?? '0.0'}`;
}
