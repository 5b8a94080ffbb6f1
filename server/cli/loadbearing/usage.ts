/** What the command line can do, as it says so itself. */
export const usage = `Usage: loadbearing <command> [options] FILE…

Commands
  check FILE…            Judge designs: design documents, Mermaid files and board JSON.
  convert FILE           Write a design in another format.
  rules [ID]             List the rules, or show one.
  diff BEFORE AFTER      What changed between two designs.

A FILE may be a pattern such as "docs/**/*.md"; "-" reads standard input.

Options of check
  --format text|json|sarif    How to answer (text).
  --fail-on SEVERITY          error, warning, suggestion, info or never (error).
  --config FILE               A policy (the nearest loadbearing.config.json above the working folder).
  --no-config                 No policy.
Options of convert
  --to markdown|mermaid|json  The format to write.
  --out FILE                  Where to (standard output).
Options of rules
  --format text|json          How to answer (text).
Options of diff
  --format text|json|markdown How to answer (text).
  --findings                  Also what the judges find now and found before (with --config, --no-config).

Exit codes: 0 nothing at or above --fail-on, or no difference; 1 findings, or a difference;
2 something could not be read.
`

/** The call cannot be carried out as it stands; its message is for the person who made it. */
export class UsageError extends Error {}
