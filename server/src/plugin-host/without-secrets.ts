/**
 * A text with everything of its web addresses taken out that may be a secret: user name, password, path and query. Libraries like to
 * put whole addresses into their messages. Places in source files stay.
 *
 * @example withoutSecrets('cannot reach https://api.example.com/bot123/send?key=456') // 'cannot reach https://api.example.com/…'
 */
export function withoutSecrets(text: string): string {
  return text.replace(/\b(?!file:)([a-z][a-z0-9+.-]*:\/\/)([^\s/?#"'<>]*)([/?#][^\s"'<>]*)?/gi, shortened);
}

function shortened(_: string, scheme: string, authority: string, rest: string | undefined): string {
  return `${scheme}${authority.slice(authority.lastIndexOf('@') + 1)}${rest ? '/…' : ''}`;
}
