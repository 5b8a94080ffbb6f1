/** Headings in everyday words and in other languages: "What could go wrong", "Why it is so", "Ausfälle". */
import type { HeadingMeaning } from './heading-meaning.ts'

type Row = readonly [RegExp, HeadingMeaning]

const people = String.raw`(?:users?|people|customers?|members|readers|visitors|players|they|you|someone|everybody)`

/** Tried in order, after the usual names of sections; the text is in lower case, without its number. */
export const plainRows: readonly Row[] = [
  [
    /^(?:outside(?: of)?(?: the)? scope|not (?:here|in .*|part of .*|contained|built|part|yet)|what .*\b(?:out of scope|not (?:do|build|cover|in scope|included)|don'?t)\b.*|(?:deliberately |consciously )?left out|delimitations?|out|no[- ]goals?|anti[- ]goals?|abgrenzung.*|nicht[- ]ziele|fuera de(?:l)? alcance|we (?:will |do )not .*)$/,
    { section: 'functional-requirements', priority: 'out' },
  ],
  [
    /^(?:qualit(?:y|ies)(?: .*)?|(?:service[- ])?levels?|service levels?(?: .*)?|targets?|tenets(?: .*)?|.* (?:and|&) targets|promises?|guarantees?|expectations?|how (?:fast|available|reliable|good|quick|responsive|well)\b.*|response times?(?: .*)?|uptime|performance(?: .*)?|acceptance(?: .*)?|no[nt]? functional.*|nicht[- ]?funktionale.*|qualitäts.*|requisitos no .*|what (?:is|we) (?:promised?|guarantee).*)$/,
    { section: 'non-functional-requirements' },
  ],
  [
    new RegExp(
      String.raw`^(?:what (?:it|the (?:system|product|service|app)|we)\b(?! (?:chose|choose|decided|picked|took|take|left|considered|debated|store|keep|accept|lose|pay|gave|give|watch|monitor|rejected|tried|found)).{0,30}\b(?:does|do|must do|should do|has to do|need|build|building|offers?|promise)|what must .* do|what ${people}\b.{0,12}\b(?:do|need|want|get)|what has to be there|(?:customer|user|business|product|client) (?:needs|stories|goals)|users and what they do|who (?:uses|does) .*|jobs to be done|stories|capabilit(?:y|ies)|functionalit(?:y|ies)|behaviou?rs?|purpose|agreed|needs|what is (?:needed|asked|in scope)|mandatory(?: .*)?|requisitos funcionales|functional requer\w+|funktionale anforderungen|funktionen)$`,
    ),
    { section: 'functional-requirements' },
  ],
  [/^(?:requer\w+|requisitos|anforderungen|ziele)$/, { section: 'requirements' }],
  [
    /^(?:how (?:big|much|many|large|busy)\b.*|volumes?(?: .*)?|volumetry|quantity structure|workload(?: .*)?|usage(?: .*)?|sizes?|demand|(?:key )?figures|throughput|load .*|loads|lastprofil|mengen.*|last|carga|dimension\w*|scale .*|quantities)$/,
    { section: 'estimates' },
  ],
  [
    /^(?:why\b.*|what we (?:chose|choose|decided|picked|considered|debated|rejected|took|take|left|settled)\b.*|weighed .*|roads not taken|things we (?:debated|considered|decided).*|decided|choices?(?: .*)?|choice of .*|.* choices?|solution strategy|reasons?(?: .*)?|rationale.*|considered .*|alternatives?.*|options?(?: .*)?|debates?|arguments|begründung.*|entscheidungen|.*entscheidungen|entwurfsentscheidungen|decisiones.*|what (?:else )?(?:was|were) (?:considered|weighed)|rejected .*)$/,
    { section: 'decisions' },
  ],
  [
    /^(?:what we (?:gave up|give up|accept|accepted|pay|lose|lost)\b.*|weak(?:nesses| spots| points)|known weaknesses|prices?|the price|downsides?|disadvantages|nachteile|desventajas|what it costs us|accepted .*)$/,
    { section: 'trade-offs' },
  ],
  [
    /^(?:what (?:can|could|might|may|will|if)\b.*|what happens (?:if|when)\b.*|when .*\b(?:break|breaks|fail|fails|go wrong|goes wrong|die|dies|down)\b.*|if .*\b(?:break|breaks|fails?|goes? wrong|dies?|down)\b.*|failures?(?: .*)?|error (?:cases?|scenarios?)|fmea.*|outages?(?: .*)?|robustness|emergenc(?:y|ies).*|contingenc(?:y|ies).*|bad days?|degradation|ausfälle.*|fehlerfälle|ausfall.*|fallos.*|fallas.*|what breaks.*|risks?|how it fails|failing|breakdowns?(?: .*)?|troubles?(?: .*)?|when it rains|rainy days?|if (?:something|anything|things|it) .*|accidents|loss of .*)$/,
    { section: 'failures' },
  ],
  [
    /^(?:safety|protection|protecting .*|keeping .* safe|staying safe|trust|how (?:is|are|do we) .*(?:secured?|protect\w*|safe)|sicherheit|datenschutz.*|seguridad.*|data protection.*|who may .*)$/,
    { section: 'security' },
  ],
  [
    /^(?:running (?:it|this|the .*)|how we (?:run|operate|deploy|watch|ship|know)\b.*|how do (?:we|you) (?:run|know|operate|deploy|watch|ship)\b.*|keeping .* (?:running|alive|up)|in production|production|run|day (?:two|2)\b.*|betrieb|operación|operacion|live|support|watching .*|shipping|delivery)$/,
    { section: 'operations' },
  ],
  [
    /^(?:how (?:an? |the |it |things |our )?.*\b(?:travels?|flows?|moves?|goes|works?|behaves?)|life of .*|lifecycle .*|runtime(?: view)?|sequence .*|walk[- ]?through.*|steps|abl(?:auf|äufe)|laufzeitsicht|flujos?|paths?(?: .*)?|interactions?)$/,
    { section: 'flows' },
  ],
  [
    /^(?:(?:api )?surface|calls|schnittstellen.*|interfa(?:z|ces)(?: .*)?|the contract|messages (?:and|in) .*|operations of the api)$/,
    { section: 'api' },
  ],
  [
    /^(?:where (?:the |our )?(?:data|things|everything) (?:lives?|is|are|goes)|data (?:storage|stores?|keeping|layout|and .*)|(?:what|which data) (?:we|is) (?:store|keep|stored|kept).*|model of data|information model|datenmodell|daten(?:haltung)?|tabellen|modelo de datos|datos|documents?|records? (?:and|in) .*|what lives where)$/,
    { section: 'data-model' },
  ],
]
