// A type of the protocol as C#: an immutable record, a union of cases, or an enumeration, each with reading and writing that need no reflection.

const keywords = new Set(['default', 'event', 'params', 'ref', 'in', 'out', 'base', 'string', 'new', 'operator', 'readonly', 'static', 'this', 'value', 'token', 'writer', 'members']);
const local = (name) => (keywords.has(name) ? `${name}Member` : name);

export const csharp = (type, fits) => ({ record, union, enum: enumeration, text })[type.kind](type, fits);

/** The expression that reads a value of the type from the expression of a token. A name that is `taken` by a member is qualified. */
export function read(type, token, taken) {
  switch (type.kind) {
    case 'any': return token;
    case 'enum': return `(${qualified(type, taken)})Json.Integer(${token})`;
    case 'array': case 'map': return `Json.${type.kind === 'array' ? 'Array' : 'Map'}(${token}, ${reader(type.element ?? type.value, taken)})`;
    case 'record': case 'union': case 'text': return `${qualified(type, taken)}.Read(${token})`;
    case 'literal': return `Json.Literal(${token}, "${type.value}")`;
    default: return `Json.${base[type.kind]}(${token})`;
  }
}

const base = { string: 'String', integer: 'Integer', uinteger: 'Unsigned', number: 'Number', boolean: 'Boolean', object: 'Object', list: 'List', pair: 'Pair' };
const qualified = (type, taken) => (taken?.has(type.name) ? `Protocol.${type.name}` : type.name);

function reader(type, taken) {
  if (['record', 'union', 'text'].includes(type.kind)) return `${qualified(type, taken)}.Read`;
  return base[type.kind] ? `Json.${base[type.kind]}` : `static item => ${read(type, 'item', taken)}`;
}

/** The statement, without its semicolon, that writes the value of an expression. */
export function write(type, value) {
  switch (type.kind) {
    case 'any': return `Json.Write(writer, ${value})`;
    case 'object': case 'list': return `${value}.WriteTo(writer)`;
    case 'enum': return `writer.WriteValue((int)${value})`;
    case 'array': case 'map': return `Json.Write(writer, ${value}, static (writer, item) => ${write(type.element ?? type.value, 'item')})`;
    case 'record': case 'union': case 'text': return `${value}.Write(writer)`;
    case 'pair': return `Json.Write(writer, ${value})`;
    default: return `writer.WriteValue(${value})`;
  }
}

/** The name of a function that says whether a token can be of the type. */
function recogniser(type) {
  switch (type.kind) {
    case 'any': return 'Json.IsAny';
    case 'record': case 'union': return `${type.name}.Fits`;
    case 'text': case 'string': return 'Json.IsString';
    case 'literal': return `static token => Json.IsLiteral(token, "${type.value}")`;
    case 'enum': case 'integer': case 'uinteger': return 'Json.IsInteger';
    case 'number': return 'Json.IsNumber';
    case 'boolean': return 'Json.IsBoolean';
    case 'map': case 'object': return 'Json.IsObject';
    case 'array': return `static token => Json.IsArrayOf(token, ${recogniser(type.element)})`;
    default: return 'Json.IsArray';
  }
}

const recognised = (type, token) => (type.kind === 'array' ? `Json.IsArrayOf(${token}, ${recogniser(type.element)})` : `${recogniser(type)}(${token})`);

function record(type, fits) {
  const { name, members } = type;
  const lines = [...summary(type), `public sealed record ${name}`, '{'];
  for (const m of members) lines.push(`    ${property(m)}`);
  if (members.length > 0) lines.push('');
  const settable = members.filter((m) => m.type.kind !== 'literal');
  const taken = new Set(members.map((m) => m.name));
  lines.push(`    public static ${name} Read(JToken token)`, '    {', `        var members = new Members(token, "${name}");`);
  for (const m of members.filter((m) => m.type.kind === 'literal')) lines.push(`        Json.Literal(members.Required("${m.json}"), "${m.type.value}");`);
  lines.push(`        return new ${name}`, '        {');
  for (const m of settable) lines.push(`            ${m.name} = ${readMember(m, taken)},`);
  lines.push('        };', '    }', '', '    public void Write(JsonWriter writer)', '    {', '        writer.WriteStartObject();');
  for (const m of members) lines.push(`        ${writeMember(m)}`);
  lines.push('        writer.WriteEndObject();', '    }');
  if (fits.has(name)) lines.push('', `    internal static bool Fits(JToken token) => ${['token is JObject', ...members.filter((m) => !m.optional).map(has)].join(' && ')};`);
  return [...lines, '}', ''].join('\n');
}

const has = (m) => (m.type.nullable ? `Json.Has(token, "${m.json}", Json.IsAny)` : `Json.Has(token, "${m.json}", ${recogniser(m.type)})`);

function property(m) {
  if (m.type.kind === 'literal') return `public string ${m.name} => "${m.type.value}";`;
  if (m.optional) return `public ${m.type.cs}? ${m.name} { get; init; }`;
  return `public required ${m.type.cs}${m.type.nullable ? '?' : ''} ${m.name} { get; init; }`;
}

function readMember(m, taken) {
  const known = { string: 'String', integer: 'Integer', uinteger: 'Unsigned', number: 'Number', boolean: 'Boolean' }[m.type.kind];
  const absent = m.optional || m.type.nullable;
  if (known) return `members.${absent ? 'Optional' : ''}${known}("${m.json}")`;
  if (m.type.kind === 'any') return `members.Optional("${m.json}")`;
  return absent ? `members.Optional("${m.json}") is { } ${local(m.json)} ? ${read(m.type, local(m.json), taken)} : null` : read(m.type, `members.Required("${m.json}")`, taken);
}

function writeMember(m) {
  const name = `writer.WritePropertyName("${m.json}");`;
  const present = write(m.type, local(m.json));
  if (m.optional) return `if (${m.name} is { } ${local(m.json)}) { ${name} ${present}; }`;
  if (m.type.nullable && m.type.kind !== 'any') return `${name} if (${m.name} is { } ${local(m.json)}) ${present}; else writer.WriteNull();`;
  return `${name} ${write(m.type, m.name)};`;
}

function union(type) {
  const { name, cases } = type;
  const objects = cases.filter((c) => ['record', 'union'].includes(c.kind));
  const needs = (c) => (c.members ?? []).filter((m) => !m.optional).length;
  const ordered = [...cases].sort((a, b) => needs(b) - needs(a));
  const test = (c) => (c.kind === 'record' && objects.length === 1 ? 'Json.IsObject(token)' : recognised(c, 'token'));
  return [
    ...summary(type), `public abstract record ${name}`, '{', `    private ${name}() { }`, '',
    ...cases.map((c) => `    public sealed record Of${c.name}(${c.cs} Value) : ${name};`), '',
    ...cases.map((c) => `    public static implicit operator ${name}(${c.cs} value) => new Of${c.name}(value);`), '',
    `    public static ${name} Read(JToken token) =>`,
    ...ordered.map((c) => `        ${test(c)} ? new Of${c.name}(${read(c, 'token')}) :`),
    `        throw Json.FitsNone(token, "${name}");`, '',
    '    public void Write(JsonWriter writer)', '    {', '        switch (this)', '        {',
    ...cases.map((c) => `            case Of${c.name} one: ${write(c, 'one.Value')}; break;`),
    '        }', '    }', '',
    `    internal static bool Fits(JToken token) => ${cases.map((c) => test(c)).join(' || ')};`, '}', '',
  ].join('\n');
}

function enumeration(type) {
  return [...summary(type), `public enum ${type.name}`, '{', ...type.values.map((v) => `    ${v.name} = ${v.value},`), '}', ''].join('\n');
}

/** An enumeration of texts keeps a value that it does not know. */
function text(type) {
  return [
    ...summary(type), `public readonly record struct ${type.name}(string Value)`, '{',
    ...type.values.map((v) => `    public static ${type.name} ${v.name[0].toUpperCase() + v.name.slice(1)} => new("${v.value}");`), '',
    `    public static ${type.name} Read(JToken token) => new(Json.String(token));`, '',
    '    public void Write(JsonWriter writer) => writer.WriteValue(Value);', '}', '',
  ].join('\n');
}

/** The first sentence of what the model says of the type. */
function summary({ documentation }) {
  if (!documentation || documentation.startsWith('@')) return [];
  const sentence = documentation.replace(/\{@link(?:code)?\s+(\S+?)(?:\s+([^}]*))?\}/g, (_, name, shown) => shown ?? name).split(/\n\s*\n|\n@|\n - |\n\* /)[0].replace(/\s+/g, ' ').trim();
  const first = /^.*?\.(?= [A-Z]|$)/.exec(sentence)?.[0] ?? sentence;
  return [`/// <summary>${first.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')}</summary>`];
}
