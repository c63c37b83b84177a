// The metaModel as the writers of C# want it: names looked up, inheritance flattened, aliases resolved, every union and literal with a name.

/** Members of capabilities that neither this server nor its clients' answers turn on; with them go the types that only they need. */
const omitted = {
  ServerCapabilities: ['notebookDocumentSync', 'declarationProvider', 'implementationProvider', 'colorProvider', 'monikerProvider', 'typeHierarchyProvider', 'inlineValueProvider', 'inlineCompletionProvider'],
  ClientCapabilities: ['notebookDocument'],
  TextDocumentClientCapabilities: ['declaration', 'implementation', 'colorProvider', 'moniker', 'typeHierarchy', 'inlineValue', 'inlineCompletion'],
  WorkspaceClientCapabilities: ['inlineValue', 'textDocumentContent'],
  WorkspaceOptions: ['textDocumentContent'],
};

/** Unions whose name, made of the names of their cases, would be long. */
const unionNames = {
  TextDocumentEditOrCreateFileOrRenameFileOrDeleteFile: 'DocumentChange',
  TextEditOrAnnotatedTextEditOrSnippetTextEdit: 'AnyTextEdit',
  MarkupContentOrMarkedStringOrMarkedStrings: 'HoverContents',
  FullDocumentDiagnosticReportOrUnchangedDocumentDiagnosticReport: 'RelatedDocumentReport',
};

/** A property may not have the name of its own type. */
const memberNames = { 'Command.command': 'Identifier' };

/** `uinteger` is at most 2^31 - 1 by the specification, so that `int` holds it. */
const base = { string: 'string', integer: 'integer', uinteger: 'uinteger', decimal: 'number', boolean: 'boolean', DocumentUri: 'string', URI: 'string', RegExp: 'string' };
const plain = { string: 'string', integer: 'int', uinteger: 'int', number: 'double', boolean: 'bool', any: 'JToken', object: 'JObject', list: 'JArray' };
const any = { kind: 'any', cs: 'JToken', name: 'Any', nullable: true };

export const pascal = (name) => name[0].toUpperCase() + name.slice(1);

export function metaModel(json) {
  const byName = (list) => new Map(list.map((item) => [item.name, item]));
  const structures = byName(json.structures);
  const enumerations = byName(json.enumerations);
  const aliases = byName(json.typeAliases);
  const types = new Map();
  const methods = new Map([...json.requests.map((r) => ({ ...r, request: true })), ...json.notifications].map((m) => [m.method, m]));

  /** The type of a reference by its name; `members` of a record and `cases` of a union are found when they are asked for, since types name each other. */
  function named(name) {
    if (name === 'LSPAny') return any;
    if (name === 'LSPObject') return { kind: 'object', cs: 'JObject', name: 'Object' };
    if (name === 'LSPArray') return { kind: 'list', cs: 'JArray', name: 'List' };
    if (types.has(name)) return types.get(name);
    if (aliases.has(name)) return resolve(aliases.get(name).type, name, aliases.get(name));
    if (enumerations.has(name)) {
      const { values, type, documentation } = enumerations.get(name);
      return remember({ kind: type.name === 'string' ? 'text' : 'enum', cs: name, name, values, documentation });
    }
    const structure = structures.get(name);
    if (!structure) throw new Error(`metaModel.json has no type ${name}`);
    return record(name, structure.documentation, () => propertiesOf(structure));
  }

  function propertiesOf(structure) {
    const inherited = [...(structure.extends ?? []), ...(structure.mixins ?? [])].flatMap((from) => propertiesOf(structures.get(from.name)));
    return [...new Map([...inherited, ...structure.properties].map((property) => [property.name, property])).values()];
  }

  function record(name, documentation, properties) {
    let members;
    const member = (property) => {
      const type = resolve(property.type, name + pascal(property.name));
      return { json: property.name, name: memberNames[`${name}.${property.name}`] ?? pascal(property.name), type, optional: property.optional === true };
    };
    return remember({
      kind: 'record', cs: name, name, documentation,
      get members() { return (members ??= properties().filter((p) => !(omitted[name] ?? []).includes(p.name)).map(member)); },
    });
  }

  function remember(type) {
    types.set(type.name, type);
    return type;
  }

  /** What stands for a type expression. `context` names a literal that has no name of its own; `alias` is the alias whose union this is. */
  function resolve(type, context, alias) {
    switch (type.kind) {
      case 'base': return type.name === 'null' ? any : { kind: base[type.name], cs: plain[base[type.name]], name: base[type.name] === 'uinteger' ? 'Integer' : pascal(base[type.name]) };
      case 'reference': return named(type.name);
      case 'array': return arrayOf(resolve(type.element, context));
      case 'map': {
        const value = resolve(type.value, context);
        return { kind: 'map', cs: `ImmutableSortedDictionary<string, ${value.cs}>`, name: `${value.name}Map`, value };
      }
      case 'stringLiteral': return { kind: 'literal', cs: 'string', name: 'Literal', value: type.value };
      case 'literal': return types.get(context) ?? record(context, undefined, () => type.value.properties);
      case 'tuple': {
        if (type.items.length !== 2 || type.items.some((item) => item.name !== 'uinteger')) throw new Error(`${context}: only pairs of uinteger are known`);
        return { kind: 'pair', cs: '(int, int)', name: 'IntegerPair' };
      }
      case 'or': return either(type.items, context, alias);
      default: throw new Error(`${context}: the kind ${type.kind} is not known`);
    }
  }

  function arrayOf(element) {
    return { kind: 'array', cs: `ImmutableArray<${element.cs}>`, name: `${element.name}s`, element };
  }

  function either(items, context, alias) {
    const present = items.filter((item) => !(item.kind === 'base' && item.name === 'null'));
    const nullable = present.length < items.length;
    if (present.length === 1) return { ...resolve(present[0], context, alias), nullable };
    const cases = present.map((item) => resolve(item, context));
    const long = cases.map((c) => c.name).join('Or');
    const name = alias?.name ?? unionNames[long] ?? long;
    const union = types.get(name) ?? remember({ kind: 'union', cs: name, name, documentation: alias?.documentation, cases });
    return nullable ? { ...union, nullable } : union;
  }

  return {
    named, resolve, types,
    method(name) {
      if (!methods.has(name)) throw new Error(`metaModel.json has no method ${name}`);
      return methods.get(name);
    },
  };
}

/** The types of each area in the order of their names, and the names of those that a union must be able to recognise. */
export function closure(model, areas) {
  const seen = new Map();
  const fits = new Set();
  const visit = (type, area) => {
    if (type.element) return visit(type.element, area);
    if (type.kind === 'map') return visit(type.value, area);
    if (!['record', 'union', 'enum', 'text'].includes(type.kind) || seen.has(type.name)) return;
    seen.set(type.name, area);
    for (const member of type.members ?? []) visit(member.type, area);
    for (const one of type.cases ?? []) {
      visit(one, area);
      recognise(one);
    }
  };
  const recognise = (type) => {
    if (type.element) return recognise(type.element);
    if (!['record', 'union'].includes(type.kind) || fits.has(type.name)) return;
    fits.add(type.name);
    for (const member of type.members ?? []) if (!member.optional) recognise(member.type);
    for (const one of type.cases ?? []) recognise(one);
  };
  for (const [area, { types = [], methods = [] }] of Object.entries(areas)) {
    for (const name of types) visit(model.named(name), area);
    for (const name of methods) {
      const method = model.method(name);
      for (const part of ['params', 'result', 'partialResult', 'registrationOptions', 'errorData']) if (method[part]) visit(model.resolve(method[part], name), area);
    }
  }
  const byArea = Object.keys(areas).map((area) => [area, [...seen].filter(([, of]) => of === area).map(([name]) => model.types.get(name)).sort((a, b) => (a.name < b.name ? -1 : 1))]);
  return { byArea: byArea.filter(([, types]) => types.length > 0), fits };
}
