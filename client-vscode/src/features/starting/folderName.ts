// The name of a folder for a project, on any system.

/** What a title says, as the name of a folder: without what Windows does not allow in one (learn.microsoft.com, "Naming Files, Paths, and Namespaces"). */
export function folderName(title: string): string {
  const allowed = title.replace(/[<>:"/\\|?*\u0000-\u001f]/g, ' ').replace(/\s+/g, ' ').trim().replace(/[. ]+$/, '');
  return /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i.test(allowed) || allowed === '' ? `Protocols ${allowed}`.trim() : allowed;
}
