import {
  type ASTVisitor,
  type DocumentNode,
  GraphQLError,
  Kind,
  Lexer,
  Source,
  TokenKind,
  type ValidationContext,
  type ValidationRule,
} from 'graphql';

export const LIMITS = { depth: 10, aliases: 15, rootFields: 10, tokens: 1000, fields: 400 } as const;

const refuse = (limit: string) =>
  new GraphQLError('The request is too complex.', { extensions: { code: 'PLATFORM_QUERY_LIMIT', params: { limit } } });

/** Counts tokens before the parser builds anything. @returns whether the text is over the limit */
export function tooManyTokens(text: string, max: number = LIMITS.tokens): boolean {
  const lexer = new Lexer(new Source(text));
  try {
    for (let n = 0; lexer.advance().kind !== TokenKind.EOF;) if (++n > max) return true;
  } catch {
    return false; // a syntax error: the parser will say so
  }
  return false;
}

/** Depth, aliases, root fields and fields in all; fragments count where they are spread. Introspection depth is not counted. */
export const limitsRule: ValidationRule = (context: ValidationContext): ASTVisitor => ({
  Document: {
    enter(document: DocumentNode) {
      const fragments = new Map(
        document.definitions.flatMap((d) => (d.kind === Kind.FRAGMENT_DEFINITION ? [[d.name.value, d] as const] : [])),
      );
      let aliases = 0;
      let fields = 0;
      let deepest = 0;
      const walk = (
        node: { selectionSet?: { selections: readonly unknown[] } },
        depth: number,
        seen: readonly string[],
      ): void => {
        for (const s of (node.selectionSet?.selections ?? []) as import('graphql').SelectionNode[]) {
          if (fields > LIMITS.fields) return;
          if (s.kind === Kind.FIELD) {
            if (s.name.value.startsWith('__')) continue;
            fields++;
            if (s.alias) aliases++;
            deepest = Math.max(deepest, depth + 1);
            walk(s, depth + 1, seen);
          } else if (s.kind === Kind.INLINE_FRAGMENT) walk(s, depth, seen);
          else if (!seen.includes(s.name.value)) {
            const f = fragments.get(s.name.value);
            if (f) walk(f, depth, [...seen, s.name.value]);
          }
        }
      };
      for (const d of document.definitions) {
        if (d.kind !== Kind.OPERATION_DEFINITION) continue;
        const roots = d.selectionSet.selections.length;
        if (roots > LIMITS.rootFields) context.reportError(refuse(`root fields ≤ ${LIMITS.rootFields}`));
        walk(d, 0, []);
      }
      if (deepest > LIMITS.depth) context.reportError(refuse(`depth ≤ ${LIMITS.depth}`));
      if (aliases > LIMITS.aliases) context.reportError(refuse(`aliases ≤ ${LIMITS.aliases}`));
      if (fields > LIMITS.fields) context.reportError(refuse(`fields ≤ ${LIMITS.fields}`));
    },
  },
});
