/** One variable in a line of its own; a quoted value may have several lines. */
const assignment =
  /^[ \t]*(?:export[ \t]+)?([A-Za-z_]\w*)[ \t]*=[ \t]*(?:"((?:[^"\\]|\\[\s\S])*)"|'([^']*)'|([^\r\n]*?))(?:[ \t]+#[^\r\n]*)?[ \t]*\r?$/gm

/**
 * Reads the variables of an environment file, as systemd, Docker Compose and shells write them. What is no
 * assignment is passed over; variables in values stay as they are.
 *
 * @example
 * parseEnvironment('export A="b" # c\n') // { A: 'b' }
 */
export function parseEnvironment(text: string): Record<string, string> {
  const found: Record<string, string> = Object.create(null)
  for (const [, name = '', double, single, plain = ''] of text.replace(/^\ufeff/, '').matchAll(assignment)) {
    found[name] = double === undefined ? (single ?? plain) : double.replace(/\\(["\\$`])/g, '$1')
  }
  return found
}
