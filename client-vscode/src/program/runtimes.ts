/** The .NET that medopt is built for. */
export const version = '10.0';

/** Whether what `dotnet --list-runtimes` wrote names a runtime that can start medopt. */
export function hasRuntimeFor(listed: string): boolean {
  return listed.split(/\r?\n/).some((line) => line.startsWith(`Microsoft.NETCore.App ${version}.`));
}
