import {
  type ASTVisitor,
  type DocumentNode,
  GraphQLError,
  Kind,
  type ValidationContext,
  type ValidationRule,
} from 'graphql';

/** `tokens` is held by the parser itself, before anything is built. */
export const LIMITS = { depth: 10, aliases: 15, rootFields: 10, tokens: 1000, fields: 400, visits: 2000 } as const;

const refuse = (limit: string) =>
  new GraphQLError('The request is too complex.', { extensions: { code: 'PLATFORM_QUERY_LIMIT', params: { limit } } });

/** Depth, aliases, root fields and fields in all; fragments count where they are spread. Introspection depth is not counted. */
export const limitsRule: ValidationRule = (context: ValidationContext): ASTVisitor => ({
  Document: {
    enter(document: DocumentNode) {
      const fragments = new Map(
        document.definitions.flatMap((d) => (d.kind === Kind.FRAGMENT_DEFINITION ? [[d.name.value, d] as const] : [])),
      );
      let aliases = 0;
      let fields = 0;
      let roots = 0;
      let deepest = 0;
      let visits = 0;
      const walk = (
        node: { selectionSet?: { selections: readonly unknown[] } },
        depth: number,
        seen: readonly string[],
      ): void => {
        for (const s of (node.selectionSet?.selections ?? []) as import('graphql').SelectionNode[]) {
          // Fragments that spread each other twice double with every level: counted before they are followed.
          if (++visits > LIMITS.visits) return;
          if (s.kind === Kind.FIELD) {
            if (depth === 0) roots++;
            if (s.alias) aliases++;
            if (s.name.value.startsWith('__')) continue;
            fields++;
            deepest = Math.max(deepest, depth + 1);
            walk(s, depth + 1, seen);
          } else if (s.kind === Kind.INLINE_FRAGMENT) walk(s, depth, seen);
          else if (!seen.includes(s.name.value)) {
            const f = fragments.get(s.name.value);
            if (f) walk(f, depth, [...seen, s.name.value]);
          }
        }
      };
      for (const d of document.definitions) if (d.kind === Kind.OPERATION_DEFINITION) walk(d, 0, []);
      const broken = [
        visits > LIMITS.visits || fields > LIMITS.fields ? `fields ≤ ${LIMITS.fields}` : '',
        roots > LIMITS.rootFields ? `root fields ≤ ${LIMITS.rootFields}` : '',
        deepest > LIMITS.depth ? `depth ≤ ${LIMITS.depth}` : '',
        aliases > LIMITS.aliases ? `aliases ≤ ${LIMITS.aliases}` : '',
      ].filter(Boolean);
      for (const limit of broken) context.reportError(refuse(limit));
      // The other rules, one of which compares all fields with each other, then find nothing left to look at.
      if (broken.length) (document.definitions as unknown as unknown[]).length = 0;
    },
  },
});
