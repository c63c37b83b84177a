/** The last part of a path whose parts are parted by `/`: the name of a file or folder. */
export const lastOf = (path: string): string => path.split('/').filter(Boolean).at(-1) ?? path;
