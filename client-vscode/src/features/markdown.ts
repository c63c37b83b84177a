// Texts of protocols within Markdown.

/** A text that shows as it is, on one line. */
export const plain = (text: string): string => text.replace(/[\\`*_{}[\]()#+\-.!|<>&~$:]/g, '\\$&').replace(/\s+/g, ' ');
