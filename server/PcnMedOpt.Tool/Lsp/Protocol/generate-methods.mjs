// The methods of the protocol as C#: for each a value that knows its name, its direction, and how its parameters and its result are read and written.
import { read, write } from './generate-types.mjs';

const direction = { clientToServer: 'Direction.ClientToServer', serverToClient: 'Direction.ServerToClient', both: 'Direction.Both' };

export function methods(model, names) {
  const all = names.map((name) => model.method(name)).sort((a, b) => (a.method < b.method ? -1 : 1));
  const short = (method) => method.typeName.replace(/(Request|Notification)$/, '');
  const list = (title, lines) => `\n/// <summary>${title}</summary>\n`.concat(lines.join(''));
  const requests = all.filter((m) => m.request);
  const notifications = all.filter((m) => !m.request);
  const taken = new Set(all.map(short));
  return [
    ['Methods.cs', list('The names of the methods.', ['public static class Methods\n{\n', ...all.map((m) => `    public const string ${short(m)} = "${m.method}";\n`), '}\n'])],
    ['Requests.cs', list('The requests of the protocol.', ['public static class Requests\n{\n', requests.map(requestText).join('\n'), '}\n'])],
    ['Notifications.cs', list('The notifications of the protocol.', ['public static class Notifications\n{\n', notifications.map(notificationText).join('\n'), '}\n'])],
  ];

  function requestText(m) {
    const [parameters, result] = [typeOf(m.params), typeOf(m.result)];
    return `    /// <summary><c>${m.method}</c></summary>\n    public static Request<${shown(parameters)}, ${shown(result)}> ${short(m)} => new(Methods.${short(m)}, ${direction[m.messageDirection]},\n`
      + `        ${reading(parameters, taken)},\n        ${writing(parameters)},\n        ${reading(result, taken)},\n        ${writing(result)});\n`;
  }

  function notificationText(m) {
    const parameters = typeOf(m.params);
    return `    /// <summary><c>${m.method}</c></summary>\n    public static Notification<${shown(parameters)}> ${short(m)} => new(Methods.${short(m)}, ${direction[m.messageDirection]},\n        ${reading(parameters, taken)},\n        ${writing(parameters)});\n`;
  }

  /** What has no parameters, or no result, has null. */
  function typeOf(type) {
    return model.resolve(type ?? { kind: 'base', name: 'null' }, 'Method');
  }
}

const shown = (type) => `${type.cs}${type.nullable ? '?' : ''}`;

function reading(type, taken) {
  if (type.kind === 'any') return 'static token => Json.Present(token)';
  return type.nullable ? `static token => Json.Present(token) is { } present ? ${read(type, 'present', taken)} : null` : `static token => ${read(type, 'Json.Required(token)', taken)}`;
}

function writing(type) {
  if (!type.nullable || type.kind === 'any') return `static (writer, value) => ${write(type, 'value')}`;
  return `static (writer, value) => { if (value is { } present) ${write(type, 'present')}; else writer.WriteNull(); }`;
}
