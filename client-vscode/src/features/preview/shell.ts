// The frame around the server's page.

export interface Sources {
  readonly script: string;
  readonly style: string;
  /** Where the window's own files come from, as a content security policy names it. */
  readonly origin: string;
  readonly nonce: string;
}

/**
 * Only the one script runs, by its nonce; nothing is loaded but it and the one style. The server's page stands in a frame whose sandbox runs no script at all; it has its style in itself, as text and as attributes,
 * and a policy is inherited by such a frame: that is why styles in the text are let in. With nothing remote to load they can show, and send nothing.
 */
export const shell = ({ script, style, origin, nonce }: Sources): string => `<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'nonce-${nonce}'; style-src ${origin} 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Preview</title>
<link rel="stylesheet" href="${style}">
</head>
<body>
<header>
<div id="kinds" role="tablist" aria-label="What is shown"></div>
<button id="pin" type="button" aria-pressed="false" hidden><svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true"><path d="M10.2 1.5 14.5 5.8 12.6 6.4 10 9 9.6 12 8.3 13.3 5.6 10.6 2 14.2 1.8 14 5.4 10.4 2.7 7.7 4 6.4 7 6 9.6 3.4Z"/></svg><span>Pin</span></button>
</header>
<div id="bar" role="status" hidden><span></span><button type="button"></button></div>
<p id="nothing" role="status">Looking…</p>
<div id="panel" role="tabpanel" hidden><iframe id="page" title="Preview" sandbox="allow-same-origin"></iframe></div>
<script nonce="${nonce}" src="${script}"></script>
</body>
</html>
`;
