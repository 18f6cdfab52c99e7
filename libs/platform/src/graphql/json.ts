import { GraphQLScalarType, Kind, type ValueNode } from 'graphql';

const literal = (n: ValueNode): unknown => {
  switch (n.kind) {
    case Kind.STRING:
    case Kind.BOOLEAN:
      return n.value;
    case Kind.INT:
    case Kind.FLOAT:
      return Number(n.value);
    case Kind.LIST:
      return n.values.map(literal);
    case Kind.OBJECT:
      return Object.fromEntries(n.fields.map((f) => [f.name.value, literal(f.value)]));
    default:
      return null;
  }
};

/** Free-form data for parameters of messages and rule data shown as they are. Never for what has a shape. */
export const GraphQLJSON = new GraphQLScalarType({
  name: 'JSON',
  description: 'Free-form data',
  serialize: (v) => v,
  parseValue: (v) => v,
  parseLiteral: literal,
});
