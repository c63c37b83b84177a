// The licences of what the extension and its program are made of, which must go along with it.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';

const mit = `Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`;

const bsd = `Redistribution and use in source and binary forms, with or without modification, are permitted provided that the following conditions are met:

1. Redistributions of source code must retain the above copyright notice, this list of conditions and the following disclaimer.

2. Redistributions in binary form must reproduce the above copyright notice, this list of conditions and the following disclaimer in the documentation and/or other materials provided with the distribution.

THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY, OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.`;

const postgresql = `Permission to use, copy, modify, and distribute this software and its documentation for any purpose, without fee, and without a written agreement is hereby granted, provided that the above copyright notice and this paragraph and the following two paragraphs appear in all copies.

IN NO EVENT SHALL THE COPYRIGHT HOLDER BE LIABLE TO ANY PARTY FOR DIRECT, INDIRECT, SPECIAL, INCIDENTAL, OR CONSEQUENTIAL DAMAGES, INCLUDING LOST PROFITS, ARISING OUT OF THE USE OF THIS SOFTWARE AND ITS DOCUMENTATION, EVEN IF THE COPYRIGHT HOLDER HAS BEEN ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.

THE COPYRIGHT HOLDER SPECIFICALLY DISCLAIMS ANY WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE. THE SOFTWARE PROVIDED HEREUNDER IS ON AN "AS IS" BASIS, AND THE COPYRIGHT HOLDER HAS NO OBLIGATIONS TO PROVIDE MAINTENANCE, SUPPORT, UPDATES, ENHANCEMENTS, OR MODIFICATIONS.`;

const licences = {
  MIT: `The MIT License\n\n${mit}`,
  'BSD-2-Clause': `The 2-Clause BSD License\n\n${bsd}`,
  PostgreSQL: `The PostgreSQL Licence\n\n${postgresql}`,
};

/** What the program holds: the packages that its projects refer to, with the copyright and licence that each states on nuget.org. A test compares this list with Directory.Packages.props. */
export const ofTheProgram = [
  ['.NET runtime', 'Copyright (c) .NET Foundation and Contributors', 'MIT'],
  ['DocumentFormat.OpenXml', 'Copyright (c) Microsoft Corporation', 'MIT'],
  ['Handlebars.Net', 'Copyright (c) 2014-2020 Rex Morgan', 'MIT'],
  ['Markdig', 'Copyright (c) Alexandre Mutel', 'BSD-2-Clause'],
  ['Newtonsoft.Json', 'Copyright (c) 2007 James Newton-King', 'MIT'],
  ['Npgsql', 'Copyright 2025 (c) The Npgsql Development Team', 'PostgreSQL'],
  ['Sprache', 'Copyright (c) 2011 Nicholas Blumhardt and Sprache contributors', 'MIT'],
  ['System.CommandLine', 'Copyright (c) .NET Foundation and Contributors', 'MIT'],
];

/** The notices, for a bundle that esbuild made of these files. */
export function notices(inputs, folder) {
  const packages = [...new Set(inputs.map((file) => /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(file)?.[1]).filter(Boolean))].sort();
  const ours = packages.map((at) => {
    const { name, version } = JSON.parse(readFileSync(path.join(folder, at, 'package.json'), 'utf8'));
    const licence = readdirSync(path.join(folder, at)).find((file) => /^licen[cs]e(\.(md|txt))?$/i.test(file));
    if (licence === undefined || !existsSync(path.join(folder, at, licence))) throw new Error(`${name} states no licence: it may not be delivered`);
    return `## ${name} ${version}\n\n${readFileSync(path.join(folder, at, licence), 'utf8').replaceAll('\r', '').trim()}\n`;
  });
  const program = ofTheProgram.map(([name, copyright, licence]) => `## ${name}\n\n${copyright}\n\n${licences[licence]}\n`);
  return ['# What is made by others', '', 'The extension holds these libraries, and its program those after them.', '', ...ours, ...program].join('\n');
}
